import { dayNumber, weekdayOf } from './dates.ts';
import type { CalendarSpec, LocalHours, ProductionCalendar } from './types.ts';

type Week = CalendarSpec['week'];
type Status = 'off' | 'short' | 'work';

export type ParsedProductionCalendar =
  | { readonly ok: true; readonly calendar: ProductionCalendar }
  | { readonly ok: false; readonly mistakes: readonly { readonly line: number; readonly sentence: string }[] };

/** What a short day is shorter by, in minutes. */
const SHORTER_BY = 60;
const COLUMNS = 'date,status,reason';

/**
 * Reads a production calendar: lines `# key: value` (`source` and `complete-through` are required), the heading
 * `date,status,reason`, then one line per date in order. A reason that holds a comma is quoted.
 * @param id the name that regulations know it by: `ru`
 */
export function parseProductionCalendar(id: string, csv: string): ParsedProductionCalendar {
  const about = new Map<string, string>();
  const days = new Map<string, { status: Status; reason: string }>();
  const mistakes: { line: number; sentence: string }[] = [];
  let previous = '';
  for (const [index, text] of csv.replaceAll('\r', '').split('\n').entries()) {
    const mistake = (sentence: string) => mistakes.push({ line: index + 1, sentence });
    const [, key, value] = /^# ([a-z-]+): (.+)$/.exec(text) ?? [];
    if (key !== undefined && value !== undefined) about.set(key, value);
    if (text === '' || text === COLUMNS || text.startsWith('#')) continue;
    const day = readDay(text);
    if (typeof day === 'string') mistake(day);
    else if (day.date <= previous)
      mistake(`${day.date} does not come after ${previous}; each date stands once, in order`);
    else {
      previous = day.date;
      days.set(day.date, { status: day.status, reason: day.reason });
    }
  }
  const source = about.get('source');
  const completeThrough = Number(about.get('complete-through'));
  if (source === undefined) mistakes.push({ line: 1, sentence: 'the source of the dates is missing: `# source: …`' });
  if (!Number.isInteger(completeThrough)) {
    mistakes.push({ line: 1, sentence: 'the last decreed year is missing: `# complete-through: 2026`' });
  }
  if (mistakes.length > 0 || source === undefined) return { ok: false, mistakes };
  return { ok: true, calendar: { id, source, completeThrough, days } };
}

function readDay(text: string): { date: string; status: Status; reason: string } | string {
  const [, date, status, quoted, plain] = /^([^,]*),([^,]*),(?:"((?:[^"]|"")*)"|([^",]*))$/.exec(text) ?? [];
  if (date === undefined) return `expected ${COLUMNS}, found \`${text}\``;
  try {
    dayNumber(date);
  } catch {
    return `there is no date \`${date}\`; expected YYYY-MM-DD`;
  }
  if (status !== 'off' && status !== 'short' && status !== 'work') {
    return `the status of ${date} is \`${status}\`; expected off, short or work`;
  }
  const reason = (quoted?.replaceAll('""', '"') ?? plain ?? '').trim();
  return reason === '' ? `${date} has no reason` : { date, status, reason };
}

/**
 * The exceptions that a country's calendar makes in a tenant's week. Their hours are complete (breaks already taken out).
 * A working day on a weekend has the hours of the tenant's first ordinary day, Monday as a rule.
 */
export function exceptionsFrom(
  production: ProductionCalendar,
  week: Week,
  breaks: Week = {},
): Map<string, { readonly hours: readonly LocalHours[]; readonly reason: string }> {
  const ordinary = (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).find(
    (day) => (week[day] ?? []).length > 0,
  );
  const exceptions = new Map<string, { hours: readonly LocalHours[]; reason: string }>();
  for (const [date, { status, reason }] of production.days) {
    const own = weekdayOf(dayNumber(date));
    const like = (week[own] ?? []).length > 0 ? own : ordinary;
    const full = like === undefined ? [] : without(week[like] ?? [], breaks[like] ?? []);
    const hours = status === 'off' ? [] : status === 'short' ? shorter(full) : full;
    exceptions.set(date, { hours, reason });
  }
  return exceptions;
}

function without(hours: readonly LocalHours[], breaks: readonly LocalHours[]): LocalHours[] {
  return breaks.reduce<LocalHours[]>(
    (left, pause) =>
      left.flatMap(({ fromMinute, toMinute }) =>
        [
          { fromMinute, toMinute: Math.min(toMinute, pause.fromMinute) },
          { fromMinute: Math.max(fromMinute, pause.toMinute), toMinute },
        ].filter((part) => part.fromMinute < part.toMinute),
      ),
    [...hours],
  );
}

function shorter(hours: readonly LocalHours[]): LocalHours[] {
  const left = [...hours].sort((a, b) => a.fromMinute - b.fromMinute);
  let cut = SHORTER_BY;
  for (let last = left.pop(); last !== undefined; last = left.pop()) {
    const toMinute = last.toMinute - cut;
    if (toMinute > last.fromMinute) return [...left, { fromMinute: last.fromMinute, toMinute }];
    cut -= last.toMinute - last.fromMinute;
    if (cut === 0) return left;
  }
  return left;
}
