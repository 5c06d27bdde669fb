import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { useSession } from '../../app/session-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { localDate, plainDate } from '../../time/format.ts';
import { platformNow } from '../../time/platform-clock.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Empty, Fault, Loading } from '../../ui/states.tsx';
import { type Days, exportAddress, type Statistics, statisticsQuery } from './api.ts';
import { Behind } from './behind.tsx';
import { isDate } from './dates.ts';
import { Definitions } from './definitions.tsx';
import { DetailPanels } from './detail-panels.tsx';
import { type Details, detailsQuery } from './details-api.ts';
import styles from './manager.module.css';
import { PeriodControls } from './period-controls.tsx';
import { Breakdowns, ClockTable, EmployeeTable } from './tables.tsx';
import { Tiles } from './tiles.tsx';

const Charts = lazy(() => import('./charts.tsx'));
const route = getRouteApi('/staff/manager');
const periods = ['day', 'week', 'month'] as const;

/** How the hotline does in a day, a week, a month or any days, beside the period before or the year before. */
export function ManagerPage() {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  const { roles } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const days = daysOf(search, localDate(platformNow(), timeZone));
  const statistics = useQuery({ ...statisticsQuery(days, language), placeholderData: keepPreviousData });
  const details = useQuery({ ...detailsQuery(days, language), placeholderData: keepPreviousData });
  const shown = statistics.data;
  const date = days.period === 'range' ? days.to : days.date;
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('manager.title')} />
      <div className={styles.controls}>
        <PeriodControls days={days} onChange={(next) => void navigate({ search: next })} />
        <div className={styles.end}>
          <Definitions />
          <a href={exportAddress('xlsx', days)} download>
            {t('figures.xlsx')}
          </a>
          <a href={exportAddress('csv', days)} download>
            {t('manager.csv')}
          </a>
          <button type="button" className={styles.plain} onClick={() => window.print()}>
            {t('report.print')}
          </button>
          <Link to="/manager/regulation">{t('regulation.title')}</Link>
          <Link to="/manager/what-if">{t('whatIf.title')}</Link>
          <Link to="/manager/report" search={{ month: date.slice(0, 7) }}>
            {t('manager.report')}
          </Link>
          <Link to="/manager/reports">{t('reports.link')}</Link>
          {roles.includes('manager') ? <Link to="/manager/erasures">{t('erasures.link')}</Link> : null}
        </div>
      </div>
      {statistics.isPending ? (
        <div style={{ marginTop: 24 }}>
          <Loading rows={4} height={110} />
        </div>
      ) : null}
      {statistics.isError && (shown === undefined || statistics.isPlaceholderData) ? (
        <div style={{ marginTop: 24 }}>
          <Fault error={statistics.error} onRetry={() => void statistics.refetch()} />
        </div>
      ) : null}
      {shown === undefined ? null : <Figures statistics={shown} details={details.data} />}
      {details.isError && details.data === undefined && !statistics.isError ? (
        <div style={{ marginTop: 24 }}>
          <Fault error={details.error} onRetry={() => void details.refetch()} />
        </div>
      ) : null}
      <Behind
        asked={
          search.metric === undefined || shown === undefined || statistics.isPlaceholderData
            ? null
            : { metric: search.metric, key: search.key, from: shown.fromAt, to: search.until ?? shown.toAt }
        }
        onClose={() => void navigate({ search: days, resetScroll: false })}
      />
    </main>
  );
}

type Search = Readonly<Partial<Record<'period' | 'date' | 'from' | 'to', string>>>;

/** The days that the address names; today where it names none. */
function daysOf({ period, date, from, to }: Search, today: string): Days {
  if (period === 'range' && isDate(from) && isDate(to)) return { period, from, to };
  return { period: periods.find((one) => one === period) ?? 'day', date: isDate(date) ? date : today };
}

function Figures({ statistics, details }: { statistics: Statistics; details: Details | undefined }) {
  const { t, language } = useTexts();
  const [other, setOther] = useState<'before' | 'year'>('before');
  const { from, to } = statistics;
  const isEmpty =
    statistics.received.total + statistics.open + statistics.resolved + statistics.previous.received === 0;
  return (
    <>
      <div className={styles.controls}>
        <p className={styles.range}>
          {from === to ? plainDate(from, language) : `${plainDate(from, language)} – ${plainDate(to, language)}`}
        </p>
        <SegmentedControl
          className={styles.compare}
          size="xs"
          aria-label={t('figures.compare')}
          value={other}
          onChange={(next) => setOther(next === 'year' ? 'year' : 'before')}
          data={[
            { value: 'before', label: t('figures.before') },
            { value: 'year', label: t('figures.year'), disabled: details === undefined },
          ]}
        />
      </div>
      {isEmpty ? (
        <Empty title={t('figures.empty')}>
          <p>{t('figures.emptyHint')}</p>
        </Empty>
      ) : null}
      <Tiles
        statistics={statistics}
        with={other === 'year' && details !== undefined ? details.lastYear : statistics.previous}
      />
      <div className={styles.grid}>
        <ClockTable clocks={statistics.clocks} />
        <Suspense fallback={<Loading rows={1} height={320} />}>
          <Charts statistics={statistics} />
        </Suspense>
        {details === undefined ? <Loading rows={2} height={220} /> : <DetailPanels details={details} />}
        <Breakdowns statistics={statistics} />
        <EmployeeTable employees={statistics.employees} holding={details?.holding ?? []} />
      </div>
    </>
  );
}
