import { useMediaQuery } from '@mantine/hooks';
import { displayNumber } from '@reglament/domain/request';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import { useNames } from '../../app/hotline-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Moment } from '../../ui/moment.tsx';
import { Countdown } from '../../work/countdown.tsx';

import type { WorkItem } from '../../work/types.ts';
import styles from './queue-list.module.css';

interface Props {
  readonly items: readonly WorkItem[];
  readonly selected: string | undefined;
  readonly onSelect: (requestId: string) => void;
  readonly onOpen: (requestId: string) => void;
}

/** Rows have one height each for wide and narrow windows; see the style sheet. */
const heights = { wide: 72, narrow: 84 };

/** The queue as a list box: only the rows in sight exist, so that ten thousand scroll as ten do. */
export function QueueList({ items, selected, onSelect, onOpen }: Props) {
  const { t } = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery('(max-width: 1000px)', false, { getInitialValueInEffect: false });
  const rowHeight = narrow ? heights.narrow : heights.wide;
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => items[index]?.requestId ?? index,
  });
  useEffect(() => {
    if (rowHeight > 0) rows.measure();
  }, [rowHeight, rows.measure]);
  const at = items.findIndex((item) => item.requestId === selected);
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows.scrollToIndex]);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('moderator.queue')}
      {...(at >= 0 ? { 'aria-activedescendant': `queue-${selected}` } : {})}
    >
      <div className={styles.sizer} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            <Row
              key={item.requestId}
              item={item}
              top={row.start}
              position={row.index + 1}
              size={items.length}
              selected={item.requestId === selected}
              onSelect={onSelect}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly item: WorkItem;
  readonly top: number;
  readonly position: number;
  readonly size: number;
  readonly selected: boolean;
  readonly onSelect: (requestId: string) => void;
  readonly onOpen: (requestId: string) => void;
}

const Row = memo(function Row({ item, top, position, size, selected, onSelect, onOpen }: RowProps) {
  const { t } = useTexts();
  const names = useNames();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys, see ModeratorPage
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant carries the focus
    <div
      id={`queue-${item.requestId}`}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={size}
      className={`${styles.row} ${item.urgent ? styles.urgent : ''} ${selected ? styles.selected : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(item.requestId)}
      onDoubleClick={() => onOpen(item.requestId)}
      data-number={item.number}
    >
      <span className={styles.mark} aria-hidden />
      <span className={styles.text}>
        <div className={styles.summary}>{item.summary}</div>
        <div className={styles.about}>
          {item.urgent ? <span className={styles.urgentWord}>{t('moderator.urgent')}</span> : null}
          <span>{displayNumber(item.number)}</span>
          <span className={styles.subject}>{names.category(item.category)}</span>
          <Moment at={item.arrivedAt} />
        </div>
      </span>
      <Countdown clocks={item.clocks} />
    </div>
  );
});
