import { useTexts } from '../../i18n/use-texts.ts';
import { weekdayName } from '../../time/format.ts';
import type { Details } from './details-api.ts';
import own from './heat-map.module.css';
import styles from './manager.module.css';
import { NumberLink } from './number-link.tsx';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** What came in, by weekday and hour: a table whose cells are the darker the more there was. Each number leads to its requests. */
export function HeatMap({ heat }: { heat: Details['heat'] }) {
  const { t, language } = useTexts();
  const cells = new Map(heat.map((cell) => [cell.key, cell]));
  const most = Math.max(1, ...heat.map(({ count }) => count));
  const title = t('figures.heat');
  return (
    <section className={`${styles.panel} ${styles.whole}`}>
      <h2>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={title}>
        <table className={own.heat} aria-label={title}>
          <thead>
            <tr>
              <td />
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((weekday, index) => (
              <tr key={weekday}>
                <th scope="row">{weekdayName(weekday, language, 'short')}</th>
                {hours.map((hour) => {
                  const cell = cells.get(`${index + 1}-${String(hour).padStart(2, '0')}`);
                  const share = Math.round((60 * (cell?.count ?? 0)) / most);
                  return (
                    <td key={hour} style={{ background: `color-mix(in srgb, var(--counted) ${share}%, transparent)` }}>
                      {cell === undefined || cell.count === 0 ? null : (
                        <NumberLink
                          value={cell.count}
                          label={`${weekdayName(weekday, language, 'long')}, ${hour}:00`}
                          metric="weekday-hour"
                          of={cell.key}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
