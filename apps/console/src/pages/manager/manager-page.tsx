import { ActionIcon, SegmentedControl, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useHotline } from '../../app/hotline-context.ts';
import layout from '../../app/layout.module.css';
import { useTexts } from '../../i18n/use-texts.ts';
import { localDate, plainDate } from '../../time/format.ts';
import { platformNow } from '../../time/platform-clock.ts';
import { PageHeading } from '../../ui/page.tsx';
import { Fault, Loading } from '../../ui/states.tsx';
import { csvAddress, type Period, type Statistics, statisticsQuery } from './api.ts';
import { Behind } from './behind.tsx';
import { isDate, shiftDate } from './dates.ts';
import styles from './manager.module.css';
import { Breakdowns, ClockTable, EmployeeTable, TimesTable } from './tables.tsx';
import { Tiles } from './tiles.tsx';

const Charts = lazy(() => import('./charts.tsx'));
const route = getRouteApi('/staff/manager');
const periods: readonly Period[] = ['day', 'week', 'month'];

/** How the hotline does: a day, a week or a month, beside the one before. */
export function ManagerPage() {
  const { t, language } = useTexts();
  const { timeZone } = useHotline();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const period = periods.find((one) => one === search.period) ?? 'day';
  const date = isDate(search.date) ? search.date : localDate(platformNow(), timeZone);
  const statistics = useQuery({ ...statisticsQuery(period, date, language), placeholderData: keepPreviousData });
  const show = (next: { period?: Period; date?: string }) =>
    void navigate({ search: { period: next.period ?? period, date: next.date ?? date } });
  return (
    <main id="main" className={layout.main}>
      <PageHeading title={t('manager.title')} />
      <div className={styles.controls}>
        <SegmentedControl
          aria-label={t('manager.period')}
          value={period}
          onChange={(next) => show({ period: periods.find((one) => one === next) ?? 'day' })}
          data={periods.map((one) => ({ value: one, label: t(`manager.${one}`) }))}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('manager.earlier')}
          onClick={() => show({ date: shiftDate(date, period, -1) })}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <TextInput
          type="date"
          aria-label={t('manager.date')}
          value={date}
          onChange={(event) => isDate(event.currentTarget.value) && show({ date: event.currentTarget.value })}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('manager.later')}
          onClick={() => show({ date: shiftDate(date, period, 1) })}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <div className={styles.end}>
          <a href={csvAddress(period, date)} download>
            {t('manager.csv')}
          </a>
          <Link to="/manager/what-if">{t('whatIf.title')}</Link>
          <Link to="/manager/report" search={{ month: date.slice(0, 7) }}>
            {t('manager.report')}
          </Link>
          <Link to="/manager/reports">{t('reports.link')}</Link>
        </div>
      </div>
      {statistics.isPending ? (
        <div style={{ marginTop: 24 }}>
          <Loading rows={4} height={110} />
        </div>
      ) : null}
      {statistics.isError && statistics.data === undefined ? (
        <div style={{ marginTop: 24 }}>
          <Fault error={statistics.error} onRetry={() => void statistics.refetch()} />
        </div>
      ) : null}
      {statistics.data === undefined ? null : <Figures statistics={statistics.data} />}
      <Behind
        asked={search.metric === undefined ? null : { metric: search.metric, key: search.key, period, date }}
        onClose={() => void navigate({ search: { period, date }, resetScroll: false })}
      />
    </main>
  );
}

function Figures({ statistics }: { statistics: Statistics }) {
  const { language } = useTexts();
  const { from, to } = statistics;
  return (
    <>
      <p className={styles.range}>
        {from === to ? plainDate(from, language) : `${plainDate(from, language)} – ${plainDate(to, language)}`}
      </p>
      <Tiles statistics={statistics} />
      <div className={styles.grid}>
        <ClockTable clocks={statistics.clocks} />
        <Suspense fallback={<Loading rows={1} height={320} />}>
          <Charts statistics={statistics} />
        </Suspense>
        <Breakdowns statistics={statistics} />
        <TimesTable statistics={statistics} />
        <EmployeeTable employees={statistics.employees} />
      </div>
    </>
  );
}
