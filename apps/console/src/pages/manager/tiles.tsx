import { Tooltip } from '@mantine/core';
import { useTexts } from '../../i18n/use-texts.ts';
import { percent } from '../../time/format.ts';
import type { Statistics, Totals } from './api.ts';
import { change } from './dates.ts';
import styles from './manager.module.css';
import { NumberLink } from './number-link.tsx';

const names = ['received', 'resolved', 'open', 'cancelled', 'declined'] as const;

interface Props {
  readonly statistics: Statistics;
  /** What the figures are compared with: the period before, or the same a year earlier. */
  readonly with: Totals & { readonly received: number };
}

/** The figures of the period beside those of another. Each says on hover and focus what it counts. */
export function Tiles({ statistics, with: other }: Props) {
  const { t } = useTexts();
  return (
    <div className={styles.tiles}>
      {names.map((name) => {
        const value = name === 'received' ? statistics.received.total : statistics[name];
        return (
          <div key={name} className={styles.tile}>
            <Tooltip label={statistics.definitions[name] ?? ''}>
              <button
                type="button"
                className={styles.tileName}
                aria-label={`${t(`metric.${name}`)}: ${statistics.definitions[name] ?? ''}`}
              >
                {t(`metric.${name}`)}
              </button>
            </Tooltip>
            <Figure value={value} name={name} />
            <Comparison now={value} before={other[name]} />
          </div>
        );
      })}
    </div>
  );
}

function Figure({ value, name }: { value: number; name: (typeof names)[number] }) {
  const { t } = useTexts();
  if (value > 0) return <NumberLink value={value} label={t(`metric.${name}`)} metric={name} />;
  return <div style={{ fontSize: '2.125rem', lineHeight: 1.3, fontWeight: 600, color: 'var(--muted)' }}>0</div>;
}

function Comparison({ now, before }: { now: number; before: number }) {
  const { t, language } = useTexts();
  const share = change(now, before);
  const text =
    share === null
      ? t('compare.before', { before })
      : share === 0
        ? t('compare.same')
        : t(share > 0 ? 'compare.more' : 'compare.less', { share: percent(Math.abs(share), language), before });
  return <div className="small muted">{text}</div>;
}
