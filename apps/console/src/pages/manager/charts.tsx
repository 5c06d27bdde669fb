import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { useTexts } from '../../i18n/use-texts.ts';
import { plainDate } from '../../time/format.ts';
import type { Statistics } from './api.ts';
import styles from './manager.module.css';

/** Received and resolved by day, and received by the hour of the day. Loaded after the figures: numbers come first. */
export default function Charts({ statistics }: { statistics: Statistics }) {
  const { t, language } = useTexts();
  const received = t('metric.received');
  const resolved = t('metric.resolved');
  const days = statistics.series.map((day) => ({
    day: plainDate(day.date, language, 'short').replace(/[\s,]*\d{4}.*$/, ''),
    [received]: day.received,
    [resolved]: day.resolved,
  }));
  const byHour = new Map(statistics.received.byHour.map(({ hour, count }) => [hour, count]));
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour: `${hour}:00`, [received]: byHour.get(hour) ?? 0 }));
  return (
    <>
      {days.length > 1 ? (
        <section className={styles.panel} aria-label={t('manager.byDay')}>
          <h2>{t('manager.byDay')}</h2>
          <BarChart
            h={260}
            data={days}
            dataKey="day"
            withLegend
            series={[
              { name: received, color: 'petrol.7' },
              { name: resolved, color: 'petrol.3' },
            ]}
          />
        </section>
      ) : null}
      <section className={`${styles.panel} ${days.length > 1 ? '' : styles.whole}`} aria-label={t('manager.byHour')}>
        <h2>{t('manager.byHour')}</h2>
        <BarChart h={260} data={hours} dataKey="hour" series={[{ name: received, color: 'petrol.7' }]} />
      </section>
    </>
  );
}
