import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { useTexts } from '../../i18n/use-texts.ts';
import { count, duration, localDate, monthName, percent } from '../../time/format.ts';
import { platformNow } from '../../time/platform-clock.ts';
import { Fault, Loading } from '../../ui/states.tsx';
import { type MonthlyReport, reportQuery } from './api.ts';
import { isMonth } from './dates.ts';
import styles from './report.module.css';

const route = getRouteApi('/staff/manager/report');

/** The report on a month of the hotline's work: conclusions on the first page, tables after it. Made to be printed. */
export function ReportPage() {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const month = isMonth(search.month) ? search.month : localDate(platformNow(), timeZone).slice(0, 7);
  const report = useQuery(reportQuery(month, language));
  return (
    <main id="main" className={layout.main}>
      <div className={styles.controls}>
        <Link to="/manager" search={{ period: 'month', date: `${month}-01` }}>
          {t('report.back')}
        </Link>
        <Link to="/manager/reports">{t('reports.link')}</Link>
        <div style={{ display: 'flex', gap: 12 }}>
          <TextInput
            type="month"
            aria-label={t('report.month')}
            value={month}
            onChange={(event) =>
              isMonth(event.currentTarget.value) && void navigate({ search: { month: event.currentTarget.value } })
            }
          />
          <Button onClick={() => window.print()}>{t('report.print')}</Button>
        </div>
      </div>
      {report.isPending ? <Loading rows={4} height={120} /> : null}
      {report.isError ? <Fault error={report.error} onRetry={() => void report.refetch()} /> : null}
      {report.data === undefined ? null : <Report report={report.data} month={month} />}
    </main>
  );
}

function Report({ report, month }: { report: MonthlyReport; month: string }) {
  const { t, language, say, word } = useTexts();
  const hotline = useHotline();
  const number = (value: number) => count(value, language);
  const time = (ms: number | null) => (ms === null ? '—' : duration(ms, language));
  const ended = (clock: MonthlyReport['clocks'][number]) => clock.kept + clock.broken;
  return (
    <article className={styles.report}>
      <title>{`${t('report.title', { month: monthName(month, language) })} · Reglament`}</title>
      <p className={styles.of}>
        {say(hotline.organisation)} — {say(hotline.name)}
      </p>
      <h1>{t('report.title', { month: monthName(month, language) })}</h1>
      <section className={styles.conclusions} aria-label={t('report.conclusions')}>
        <h2>{t('report.conclusions')}</h2>
        {(['changed', 'why', 'todo'] as const)
          .filter((part) => report.conclusions[part].length > 0)
          .map((part) => (
            <div key={part}>
              <h3>{t(`report.${part}`)}</h3>
              <ul>
                {report.conclusions[part].map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          ))}
      </section>
      <Tabled
        title={t('report.totals')}
        head={[t('report.figure'), t('report.thisMonth'), t('report.monthBefore')]}
        rows={[
          [t('metric.received'), number(report.received.total), number(report.previous.received)],
          [t('metric.resolved'), number(report.resolved), number(report.previous.resolved)],
          [t('metric.cancelled'), number(report.cancelled), number(report.previous.cancelled)],
          [t('metric.declined'), number(report.declined), number(report.previous.declined)],
          [t('metric.open'), number(report.open), number(report.previous.open)],
        ]}
      />
      <Tabled
        title={t('manager.clocks')}
        head={[t('manager.promise'), t('metric.kept'), t('metric.broken'), t('metric.keptShare')]}
        rows={report.clocks.map((clock) => [
          `${clock.name} (${t('clause', { number: clock.clause })})`,
          number(clock.kept),
          number(clock.broken),
          ended(clock) === 0 ? '—' : percent(clock.kept / ended(clock), language),
        ])}
      />
      <Tabled
        title={t('manager.times')}
        head={[t('manager.span'), t('metric.median'), t('metric.p95')]}
        rows={(['placement', 'assignment', 'answer', 'resolution'] as const).map((name) => [
          t(`metric.${name}`),
          time(report.times[name].p50),
          time(report.times[name].p95),
        ])}
      />
      <Frequent report={report} month={month} />
      <Tabled
        title={t('manager.byCategory')}
        head={[t('column.category'), t('metric.received')]}
        rows={report.received.byCategory.map((row) => [row.name, number(row.count)])}
      />
      <Tabled
        title={t('manager.employees')}
        head={[t('manager.employee'), t('metric.assigned'), t('metric.replied'), t('metric.resolved')]}
        rows={report.employees.map((one) => [
          one.name,
          number(one.assigned),
          number(one.replied),
          number(one.resolved),
        ])}
      />
      <p className={styles.foot}>
        {t('foot.edition', { edition: report.edition })} · {t('report.zone', { zone: word('zone', report.timeZone) })}
      </p>
    </article>
  );
}

function Tabled({
  title,
  head,
  rows,
}: {
  title: string;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}) {
  const { t } = useTexts();
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className={styles.of}>{t('manager.none')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
        <section className={styles.scroll} aria-label={title} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={String(row[0])}>
                  {row.map((cell, at) => (
                    <td key={head[at]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

/** The questions asked most, each leading to the requests that ask it. */
function Frequent({ report, month }: { report: MonthlyReport; month: string }) {
  const { t, language } = useTexts();
  return (
    <Tabled
      title={t('report.frequent')}
      head={[t('report.question'), t('metric.received'), t('report.share'), t('report.monthBefore')]}
      rows={report.mostFrequent.map((one) => [
        one.question,
        <Link
          key={one.key}
          to="/manager"
          search={{ period: 'month', date: `${month}-01`, metric: 'question', key: one.key }}
        >
          {count(one.count, language)}
        </Link>,
        percent(one.share, language),
        count(one.before, language),
      ])}
    />
  );
}
