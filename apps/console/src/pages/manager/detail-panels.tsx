import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { count, duration, plainDate } from '../../time/format.ts';
import type { Details, NamedCount } from './details-api.ts';
import { HeatMap } from './heat-map.tsx';
import styles from './manager.module.css';
import { NumberLink } from './number-link.tsx';

/** The finer figures: heat map, times by two clocks, backlog and its forecast, reasons, calls, what went wrong. */
export function DetailPanels({ details }: { details: Details }) {
  const { t } = useTexts();
  return (
    <>
      <HeatMap heat={details.heat} />
      <Times times={details.times} />
      <Backlog backlog={details.backlog} forecast={details.forecast} />
      <Counts title={t('figures.cancelReasons')} rows={details.cancelReasons} metric="cancel-reason" />
      <Counts title={t('figures.declineReasons')} rows={details.declineReasons} metric="decline-reason" />
      <Counts title={t('figures.calls')} rows={details.calls} metric="call-outcome" />
      <Counts title={t('figures.postponed')} rows={details.postponeReasons} metric="postpone-reason" />
      <Counts
        title={t('figures.trouble')}
        rows={(['escalated', 'incidents', 'complaints'] as const).map((key) => ({
          key,
          name: t(`figures.${key}`),
          count: details[key],
        }))}
      />
    </>
  );
}

/** Named counts that lead to their requests; without a metric each key is a metric of its own. */
function Counts({ title, rows, metric }: { title: string; rows: readonly NamedCount[]; metric?: string }) {
  const { t } = useTexts();
  return (
    <section className={styles.panel}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="muted">{t('manager.none')}</p>
      ) : (
        <table className={styles.table} aria-label={title}>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <td>{row.name}</td>
                <td>
                  <NumberLink
                    value={row.count}
                    label={row.name}
                    metric={metric ?? row.key}
                    of={metric === undefined ? undefined : row.key}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const spans = ['placement', 'assignment', 'answer', 'resolution'] as const;

/** How long things took, on the wall clock or in the hotline’s working time. */
function Times({ times }: { times: Details['times'] }) {
  const { t, language } = useTexts();
  const [clock, setClock] = useState<'elapsed' | 'working'>('elapsed');
  const time = (ms: number | null) => (ms === null ? '—' : duration(ms, language));
  return (
    <section className={`${styles.panel} ${styles.whole}`}>
      <div className={styles.heading}>
        <h2>{t('manager.times')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('figures.clock')}
          value={clock}
          onChange={(next) => setClock(next === 'working' ? 'working' : 'elapsed')}
          data={(['elapsed', 'working'] as const).map((value) => ({ value, label: t(`figures.${value}`) }))}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('manager.times')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('manager.span')}</th>
              <th scope="col">{t('metric.median')}</th>
              <th scope="col">{t('figures.p90')}</th>
              <th scope="col">{t('metric.p95')}</th>
              <th scope="col">{t('metric.counted')}</th>
            </tr>
          </thead>
          <tbody>
            {spans.map((name) => (
              <tr key={name}>
                <td>{t(`metric.${name}`)}</td>
                {(['p50', 'p90', 'p95'] as const).map((level) => (
                  <td key={level}>{time(times[name][clock][level])}</td>
                ))}
                <td>
                  <NumberLink value={times[name].count} label={t(`metric.${name}`)} metric={`time-${name}`} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** What was open as each day began, how old it was, and what is to be expected. */
function Backlog({ backlog, forecast }: Pick<Details, 'backlog' | 'forecast'>) {
  const { t, language } = useTexts();
  const age = (ms: number | null) => (ms === null ? '—' : duration(ms, language));
  const title = t('figures.backlog');
  return (
    <section className={`${styles.panel} ${styles.whole}`}>
      <h2>{title}</h2>
      {backlog.length === 0 ? <p className="muted">{t('manager.none')}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard */}
      <section className={`${styles.scroll} ${styles.long}`} tabIndex={0} aria-label={title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('figures.day')}</th>
              <th scope="col">{t('metric.open')}</th>
              <th scope="col">{t('figures.medianAge')}</th>
              <th scope="col">{t('figures.oldest')}</th>
            </tr>
          </thead>
          <tbody>
            {backlog.map((day) => (
              <tr key={day.date}>
                <td>{plainDate(day.date, language, 'short')}</td>
                <td>
                  <NumberLink value={day.open} label={plainDate(day.date, language)} metric="open" until={day.at} />
                </td>
                <td>{age(day.p50)}</td>
                <td>{age(day.oldest)}</td>
              </tr>
            ))}
            {forecast?.days.map((day) => (
              <tr key={day.date} className="muted">
                <td>
                  {plainDate(day.date, language, 'short')}, {t('figures.expected')}
                </td>
                <td>≈ {count(Math.round(day.open), language)}</td>
                <td>—</td>
                <td>—</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="small muted">
        {forecast === null
          ? t('figures.noForecast')
          : forecast.error === null
            ? t('figures.method')
            : t('figures.methodError', { error: count(Math.round(forecast.error), language), weeks: forecast.tried })}
      </p>
    </section>
  );
}
