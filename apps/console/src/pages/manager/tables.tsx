import { useTexts } from '../../i18n/use-texts.ts';
import { percent } from '../../time/format.ts';
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('manager.clocks')}>
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
                  <td>{ended === 0 || !clock.promise ? '—' : percent(clock.kept / ended, language)}</td>
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
      </section>
    </section>
  );
}

const done = ['registered', 'moderated', 'assigned', 'replied', 'called', 'resolved'] as const;

interface Employees {
  readonly employees: Statistics['employees'];
  /** How many open requests each holds at the end of the period. */
  readonly holding: readonly { readonly key: string; readonly count: number }[];
}

/** What each employee did in the period, and what they still hold. */
export function EmployeeTable({ employees, holding }: Employees) {
  const { t } = useTexts();
  const held = new Map(holding.map(({ key, count }) => [key, count]));
  return (
    <section className={`${styles.panel} ${styles.whole}`}>
      <h2>{t('manager.employees')}</h2>
      {employees.length === 0 ? (
        <p className="muted">{t('manager.none')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard
        <section className={styles.scroll} tabIndex={0} aria-label={t('manager.employees')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('manager.employee')}</th>
                {done.map((name) => (
                  <th key={name} scope="col">
                    {t(`metric.${name}`)}
                  </th>
                ))}
                <th scope="col">{t('figures.holding')}</th>
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
                  <td>
                    <NumberLink
                      value={held.get(one.id) ?? 0}
                      label={`${one.name}, ${t('figures.holding')}`}
                      metric="holding"
                      of={one.id}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
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
