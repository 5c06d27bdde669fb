import type { Statistics } from './shapes.ts';

/** A cell for a spreadsheet: quoted where needed; a text that a spreadsheet would run as a formula is shown as text. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const secondsOf = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

type Row = readonly [figure: string, key: string, name: string, value: number | null];

/** The figures of a period, one a line: figure, key, name, value. The same numbers as the page, in a table. */
export function csvOf(statistics: Statistics): string {
  const { received, times, clocks, employees, series } = statistics;
  const divided = (figure: string, rows: readonly { key: string; name: string; count: number }[]): Row[] =>
    rows.map(({ key, name, count }) => [figure, key, name, count]);
  const rows: Row[] = [
    ['received', '', '', received.total],
    ...(['resolved', 'open', 'cancelled', 'declined', 'withdrawn', 'reopened', 'handedOver'] as const).map(
      (figure): Row => [figure, '', '', statistics[figure]],
    ),
    ...divided('channel', received.byChannel),
    ...divided('category', received.byCategory),
    ...divided('entry-point', received.byEntryPoint),
    ...divided('product', received.byProduct),
    ...divided('language', received.byLanguage),
    ...received.byHour.map(({ hour, count }): Row => ['hour', String(hour), '', count]),
    ...(['placement', 'assignment', 'answer', 'resolution'] as const).flatMap((name): Row[] => [
      [`time-${name}.count`, '', '', times[name].count],
      [`time-${name}.p50.seconds`, '', '', secondsOf(times[name].p50)],
      [`time-${name}.p95.seconds`, '', '', secondsOf(times[name].p95)],
    ]),
    ...(['kept', 'broken', 'cancelled', 'warned', 'running'] as const).flatMap((figure) =>
      clocks.map(
        (clock): Row => [
          figure === 'cancelled' ? 'clock-cancelled' : figure,
          clock.rule,
          `${clock.clause} ${clock.name}`,
          clock[figure],
        ],
      ),
    ),
    ...(['assigned', 'replied', 'resolved', 'moderated', 'called', 'cancelled', 'declined'] as const).flatMap(
      (action) => employees.map((person): Row => [`employee-${action}`, person.id, person.name, person[action]]),
    ),
    ...series.flatMap(({ date, received: came, resolved }): Row[] => [
      ['received', date, '', came],
      ['resolved', date, '', resolved],
    ]),
  ];
  const lines = rows.map((row) => [statistics.from, statistics.to, ...row].map(cell).join(','));
  return `${['from,to,figure,key,name,value', ...lines].join('\r\n')}\r\n`;
}
