import { ActionIcon, Drawer, TextInput, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { displayNumber } from '@reglament/domain/request';
import { IconKeyboard } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { count } from '../../time/format.ts';
import { useNow } from '../../time/platform-clock.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { AssignDialog } from '../../work/assign-dialog.tsx';
import { CloseDialog } from '../../work/close-dialog.tsx';
import { LiveMark } from '../../work/live-mark.tsx';
import { matching } from '../../work/queue.ts';
import { SolveDialog } from '../../work/solve-dialog.tsx';
import type { WorkItem } from '../../work/types.ts';
import { Detail } from './detail.tsx';
import { HelpDialog } from './help-dialog.tsx';
import styles from './moderator.module.css';
import { QueueList } from './queue-list.tsx';
import { useKeys } from './use-keys.ts';
import { type Undo, useModeration } from './use-moderation.ts';
import { useQueue } from './use-queue.ts';

type Dialog = 'assign' | 'solve' | 'close' | 'help' | 'detail' | null;
const nothing: readonly WorkItem[] = [];
/** About a screenful: the selection goes with the view, which a scrolling alone would leave behind. */
const PAGE_ROWS = 10;

/** The moderator's screen: what waits, what presses, and one key for everything that can be done about it. */
export function ModeratorPage() {
  const { t } = useTexts();
  const queue = useQueue();
  const [words, setWords] = useState('');
  const all = queue.data?.items ?? nothing;
  const items = useMemo(() => matching(all, words), [all, words]);
  const { selected, select } = useSelection(items);
  const [dialog, setDialog] = useState<Dialog>(null);
  const [acting, setActing] = useState<WorkItem | null>(null);
  const [undoable, setUndoable] = useState<Undo | null>(null);
  const { step, undo } = useModeration(setUndoable);
  const narrow = useMediaQuery('(max-width: 1000px)') ?? false;
  const search = useRef<HTMLInputElement>(null);
  const close = () => setDialog(null);

  const begin = (next: Dialog) => {
    if (selected === undefined) return;
    setActing(selected);
    setDialog(next);
  };
  const take = () => {
    if (selected === undefined) return;
    step.mutate({
      item: selected,
      verb: 'take',
      body: { version: selected.version },
      done: t('moderator.taken', { number: displayNumber(selected.number) }),
    });
  };
  const move = (by: number) => {
    const at = items.findIndex((item) => item.requestId === selected?.requestId);
    select(items[Math.min(items.length - 1, Math.max(0, at + by))]?.requestId);
  };
  const actions = { assign: () => begin('assign'), take, solve: () => begin('solve'), close: () => begin('close') };
  useKeys(
    {
      KeyJ: () => move(1),
      KeyK: () => move(-1),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      PageDown: () => move(PAGE_ROWS),
      PageUp: () => move(-PAGE_ROWS),
      Home: () => select(items[0]?.requestId),
      End: () => select(items[items.length - 1]?.requestId),
      Enter: () => begin('detail'),
      KeyA: actions.assign,
      KeyT: actions.take,
      KeyS: actions.solve,
      KeyC: actions.close,
      KeyU: () => undoable !== null && undo.mutate(undoable),
      Slash: () => search.current?.focus(),
      '?': () => setDialog('help'),
    },
    dialog === null || dialog === 'detail',
  );

  return (
    <main id="main" className={styles.page} data-fill>
      <div className={styles.head}>
        <PageHeading title={t('moderator.queue')} />
        <Counts items={all} total={queue.data?.total ?? 0} />
        <LiveMark />
        <div className={styles.tools}>
          <TextInput
            ref={search}
            type="search"
            aria-label={t('moderator.find')}
            placeholder={t('moderator.find')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
            style={{ flex: 1, minWidth: 180 }}
          />
          <Tooltip label={t('keys.title')}>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('keys.title')}
              onClick={() => setDialog('help')}
              className={styles.wideOnly}
            >
              <IconKeyboard size={20} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      {queue.isPending ? <Loading rows={8} height={64} /> : null}
      {queue.isError && queue.data === undefined ? (
        <Fault error={queue.error} onRetry={() => void queue.refetch()} />
      ) : null}
      {queue.data === undefined ? null : (
        <div className={styles.panes}>
          {items.length === 0 ? (
            <Empty title={words === '' ? t('moderator.empty') : t('moderator.noMatch')}>
              <p>{words === '' ? t('moderator.emptyMeans') : null}</p>
            </Empty>
          ) : (
            <QueueList
              items={items}
              selected={selected?.requestId}
              onSelect={(id) => {
                select(id);
                if (narrow) begin('detail');
              }}
              onOpen={() => begin('detail')}
            />
          )}
          {narrow ? null : (
            <section className={styles.detail} aria-label={t('moderator.selected')}>
              {selected === undefined ? (
                <p className={styles.nothing}>{t('moderator.nothingSelected')}</p>
              ) : (
                <Detail item={selected} actions={actions} />
              )}
            </section>
          )}
        </div>
      )}
      <Drawer
        opened={dialog === 'detail'}
        onClose={close}
        position="right"
        size="min(640px, 100%)"
        title={t('moderator.selected')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        {selected === undefined ? null : <Detail item={selected} actions={actions} />}
      </Drawer>
      <AssignDialog
        requestId={dialog === 'assign' ? (acting?.requestId ?? null) : null}
        onClose={close}
        onChosen={(_id, agent) => {
          close();
          if (acting === null) return;
          const done = t('moderator.assigned', { number: displayNumber(acting.number), agent: agent.name });
          step.mutate({
            item: acting,
            verb: 'assign',
            body: { agentId: agent.staffId, version: acting.version },
            done,
          });
        }}
      />
      <SolveDialog
        requestId={dialog === 'solve' ? (acting?.requestId ?? null) : null}
        summary={acting?.summary ?? ''}
        busy={step.isPending}
        onClose={close}
        onConfirm={(_id, text, forget) => {
          if (acting === null) return;
          const done = t('moderator.solved', { number: displayNumber(acting.number) });
          step.mutate(
            { item: acting, verb: 'resolve', body: { text }, done },
            {
              onSuccess: () => {
                forget();
                close();
              },
            },
          );
        }}
      />
      <CloseDialog
        opened={dialog === 'close'}
        allowed={['cancel', 'decline']}
        busy={step.isPending}
        onClose={close}
        onConfirm={(verb, body) => {
          if (acting === null) return;
          const done = t('moderator.closed', { number: displayNumber(acting.number) });
          step.mutate({ item: acting, verb, body, done }, { onSuccess: close });
        }}
      />
      <HelpDialog opened={dialog === 'help'} onClose={close} />
    </main>
  );
}

/** The selected request. When it leaves the queue, the one that takes its place is selected: work goes on downwards. */
function useSelection(items: readonly WorkItem[]) {
  const [at, setAt] = useState<{ id: string; index: number } | null>(null);
  const index = at === null ? -1 : items.findIndex((item) => item.requestId === at.id);
  const selected = at === null ? items[0] : (items[index] ?? items[Math.min(at.index, items.length - 1)]);
  const select = useCallback(
    (id: string | undefined) => {
      if (id === undefined) return;
      setAt({ id, index: items.findIndex((item) => item.requestId === id) });
    },
    [items],
  );
  return { selected, select };
}

function Counts({ items, total }: { items: readonly WorkItem[]; total: number }) {
  const { t, language } = useTexts();
  const now = useNow();
  const late = useMemo(
    () =>
      items.filter((item) =>
        item.clocks.some(
          (clock) => clock.state === 'running' && clock.dueAt !== null && Date.parse(clock.dueAt) <= now,
        ),
      ).length,
    [items, now],
  );
  return (
    <span className={styles.counts}>
      <span data-testid="waiting" role="status">
        {t('moderator.waiting', { count: total, number: count(total, language) })}
      </span>
      {late > 0 ? (
        <span className={styles.late}>{t('moderator.late', { count: late, number: count(late, language) })}</span>
      ) : null}
    </span>
  );
}
