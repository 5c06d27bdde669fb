import { Tooltip } from '@mantine/core';
import { useTexts } from '../../i18n/use-texts.ts';
import { duration, percent } from '../../time/format.ts';
import { ClauseMark } from '../../ui/clause.tsx';
import type { Counted, Statistics } from './api.ts';
import styles from './manager.module.css';
import { NumberLink } from './number-link.tsx';

/** A breakdown: names, counts that lead to their requests, shares as bars. */
export function Breakdown({ title, rows, metric }: { title: string; rows: readonly Counted[]; metric: string }) {
  const { t } = useTexts();
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  const sorted = [...rows].sort((a, b) => b.count - a.count);
  return (
    <section className={styles.panel}>
      <h2>{title}</h2>
      {total === 0 ? (
        <p className="muted">{t('manager.none')}</p>
      ) : (
        <table className={styles.table} aria-label={title}>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.key}>
                <td style={{ width: '100%' }}>
                  {row.name}
                  <span className={styles.bar} style={{ width: `${(100 * row.count) / total}%` }} aria-hidden />
                </td>
                <td>
                  <NumberLink value={row.count} label={row.name} metric={metric} of={row.key} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Kept and broken promises, rule by rule. */
export function ClockTable({ clocks }: { clocks: Statistics['clocks'] }) {
  const { t, language } = useTexts();
  return (
    <section className={`${styles.panel} ${styles.whole}`}>
      <h2>{t('manager.clocks')}</h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('manager.promise')}</th>
              <th scope="col">{t('metric.kept')}</th>
              <th scope="col">{t('metric.broken')}</th>
              <th scope="col">{t('metric.keptShare')}</th>
              <th scope="col">{t('metric.warned')}</th>
              <th scope="col">{t('metric.running')}</th>
            </tr>
          </thead>
          <tbody>
            {clocks.map((clock) => {
              const ended = clock.kept + clock.broken;
              return (
                <tr key={clock.rule}>
                  <td>
                    {clock.name} <ClauseMark number={clock.clause} />
                  </td>
                  <td>
                    <NumberLink
                      value={clock.kept}
                      label={`${clock.name}, ${t('metric.kept')}`}
                      metric="kept"
                      of={clock.rule}
                    />
                  </td>
                  <td>
                    <NumberLink
                      value={clock.broken}
                      label={`${clock.name}, ${t('metric.broken')}`}
                      metric="broken"
                      of={clock.rule}
                      className={styles.broken}
                    />
                  </td>
                  <td>{ended === 0 ? '—' : percent(clock.kept / ended, language)}</td>
                  <td>
                    <NumberLink
                      value={clock.warned}
                      label={`${clock.name}, ${t('metric.warned')}`}
                      metric="warned"
                      of={clock.rule}
                    />
                  </td>
                  <td>
                    <NumberLink
                      value={clock.running}
                      label={`${clock.name}, ${t('metric.running')}`}
                      metric="running"
                      of={clock.rule}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const spans = ['placement', 'assignment', 'answer', 'resolution'] as const;

/** How long things took: half of the requests were faster than the median, nineteen of twenty than the 95th percentile. */
export function TimesTable({ statistics }: { statistics: Statistics }) {
  const { t, language } = useTexts();
  const time = (ms: number | null) => (ms === null ? '—' : duration(ms, language));
  return (
    <section className={styles.panel}>
      <h2>{t('manager.times')}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('manager.span')}</th>
            <th scope="col">{t('metric.median')}</th>
            <th scope="col">{t('metric.p95')}</th>
            <th scope="col">{t('metric.counted')}</th>
          </tr>
        </thead>
        <tbody>
          {spans.map((name) => (
            <tr key={name}>
              <td>
                <Tooltip label={statistics.definitions[`time-${name}`] ?? ''}>
                  <button
                    type="button"
                    className={styles.tileName}
                    style={{ color: 'var(--ink)', fontSize: 'inherit', textAlign: 'start' }}
                  >
                    {t(`metric.${name}`)}
                  </button>
                </Tooltip>
              </td>
              <td>{time(statistics.times[name].p50)}</td>
              <td>{time(statistics.times[name].p95)}</td>
              <td>
                <NumberLink value={statistics.times[name].count} label={t(`metric.${name}`)} metric={`time-${name}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const done = ['assigned', 'moderated', 'replied', 'called', 'resolved'] as const;

/** What each employee did in the period. */
export function EmployeeTable({ employees }: { employees: Statistics['employees'] }) {
  const { t } = useTexts();
  return (
    <section className={styles.panel}>
      <h2>{t('manager.employees')}</h2>
      {employees.length === 0 ? (
        <p className="muted">{t('manager.none')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('manager.employee')}</th>
              {done.map((name) => (
                <th key={name} scope="col">
                  {t(`metric.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {employees.map((one) => (
              <tr key={one.id}>
                <td>{one.name}</td>
                {done.map((name) => (
                  <td key={name}>
                    <NumberLink
                      value={one[name]}
                      label={`${one.name}, ${t(`metric.${name}`)}`}
                      metric={`employee-${name}`}
                      of={one.id}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The breakdowns of what was received, with the regulation's names. */
export function Breakdowns({ statistics }: { statistics: Statistics }) {
  const { t } = useTexts();
  const { received } = statistics;
  return (
    <>
      <Breakdown title={t('manager.byCategory')} rows={received.byCategory} metric="category" />
      <Breakdown title={t('manager.byEntryPoint')} rows={received.byEntryPoint} metric="entry-point" />
      <Breakdown title={t('manager.byChannel')} rows={received.byChannel} metric="channel" />
    </>
  );
}
