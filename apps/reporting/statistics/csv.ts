import type { Statistics } from './shapes.ts';

/** A cell for a spreadsheet: quoted where needed; a text that a spreadsheet would run as a formula is shown as text. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

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
    ...divided('received.channel', received.byChannel),
    ...divided('received.category', received.byCategory),
    ...divided('received.entryPoint', received.byEntryPoint),
    ...divided('received.product', received.byProduct),
    ...divided('received.language', received.byLanguage),
    ...received.byHour.map(({ hour, count }): Row => ['received.hour', String(hour), '', count]),
    ...(['placement', 'assignment', 'answer', 'resolution'] as const).flatMap((name): Row[] => [
      [`time.${name}.count`, '', '', times[name].count],
      [`time.${name}.p50.seconds`, '', '', times[name].p50],
      [`time.${name}.p95.seconds`, '', '', times[name].p95],
    ]),
    ...(['kept', 'broken', 'cancelled', 'warned', 'running'] as const).flatMap((figure) =>
      clocks.map((clock): Row => [`clock.${figure}`, clock.rule, `${clock.clause} ${clock.name}`, clock[figure]]),
    ),
    ...(['assigned', 'replied', 'resolved', 'moderated', 'called', 'cancelled', 'declined'] as const).flatMap(
      (action) => employees.map((person): Row => [`employee.${action}`, person.id, person.name, person[action]]),
    ),
    ...series.flatMap(({ date, received: came, resolved }): Row[] => [
      ['series.received', date, '', came],
      ['series.resolved', date, '', resolved],
    ]),
  ];
  const lines = rows.map((row) => [statistics.firstDate, statistics.endDate, ...row].map(cell).join(','));
  return `${['from_date,end_date,figure,key,name,value', ...lines].join('\r\n')}\r\n`;
}
