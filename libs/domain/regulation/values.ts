import type { LocalHours, Weekday } from '../calendar/types.ts';
import type { Millis } from '../time/index.ts';

export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const DAY_MINUTES = 1440;

/** How long, as written: a span of time, a number of the tenant's working days, or no target at all. */
export type Duration =
  | { readonly unit: 'ms'; readonly ms: Millis }
  | { readonly unit: 'working-days'; readonly days: number }
  | { readonly unit: 'none' }
  /** The fact that starts the clock says until when. */
  | { readonly unit: 'set-by'; readonly fact: string };

const UNITS: Readonly<Record<string, number>> = { s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads `45 s`, `30 min`, `8 h`, `2 d`, `1 h 30 min`, `5 working days`, `none` or `set by work.deadline-set`; undefined for
 * anything else.
 */
export function parseDuration(text: string): Duration | undefined {
  const trimmed = text.trim();
  if (trimmed === 'none') return { unit: 'none' };
  const setBy = /^set by ([a-z]+(?:[.-][a-z]+)*)$/.exec(trimmed);
  if (setBy?.[1] !== undefined) return { unit: 'set-by', fact: setBy[1] };
  const days = /^([1-9]\d{0,3}) working days?$/.exec(trimmed);
  if (days) return { unit: 'working-days', days: Number(days[1]) };
  if (!/^(\d{1,6} ?(s|min|h|d))( \d{1,6} ?(s|min|h|d))*$/.test(trimmed)) return undefined;
  let ms = 0;
  for (const [, amount, unit] of trimmed.matchAll(/(\d+) ?(s|min|h|d)/g))
    ms += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  return ms > 0 ? { unit: 'ms', ms } : undefined;
}

/** Reads `5 MB` or `500 KB` as bytes, a megabyte being 1,048,576; undefined for anything else. */
export function parseSize(text: string): number | undefined {
  const match = /^([1-9]\d{0,4}) ?(KB|MB)$/.exec(text.trim());
  return match ? Number(match[1]) * (match[2] === 'MB' ? 1024 * 1024 : 1024) : undefined;
}

/** Reads `09:00` to `24:00` as minutes from midnight. */
export function parseTimeOfDay(text: string): number | undefined {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minute <= DAY_MINUTES ? minute : undefined;
}

export type HoursFault = 'unreadable' | 'order' | 'overlap';

/**
 * Reads `09:00-13:00, 14:00-18:00`, `22:00-06:00` (past midnight: the end belongs to the next day), `24/7` or `closed`.
 * Intervals must stand in order and not overlap; only the last may pass midnight.
 */
export function parseHours(text: string): readonly LocalHours[] | HoursFault {
  const trimmed = text.trim();
  if (trimmed === 'closed') return [];
  if (trimmed === '24/7' || trimmed === '24 h') return [{ fromMinute: 0, toMinute: DAY_MINUTES }];
  const intervals: LocalHours[] = [];
  const parts = trimmed.split(/\s*,\s*/);
  for (const [index, part] of parts.entries()) {
    const [from, to] = part.split(/\s*[-–]\s*/).map(parseTimeOfDay);
    if (from === undefined || to === undefined || part.split(/[-–]/).length !== 2) return 'unreadable';
    const pastMidnight = to <= from;
    if (from === to) return 'order';
    if (pastMidnight && index < parts.length - 1) return 'order';
    const previous = intervals.at(-1);
    if (previous && from < previous.toMinute) return from < previous.fromMinute ? 'order' : 'overlap';
    intervals.push({ fromMinute: from, toMinute: pastMidnight ? to + DAY_MINUTES : to });
  }
  return intervals;
}

/** Reads `mon`, `mon-fri`, `mon, wed, fri` or `every day`; undefined for anything else. */
export function parseWeekdays(text: string): readonly Weekday[] | undefined {
  if (text.trim() === 'every day') return WEEKDAYS;
  const found: Weekday[] = [];
  for (const part of text.trim().split(/\s*,\s*/)) {
    const [first, last] = part.split(/\s*[-–]\s*/);
    const from = WEEKDAYS.indexOf(first as Weekday);
    const to = last === undefined ? from : WEEKDAYS.indexOf(last as Weekday);
    if (from < 0 || to < from) return undefined;
    found.push(...WEEKDAYS.slice(from, to + 1));
  }
  return new Set(found).size === found.length ? found : undefined;
}

/** Reads `80 %` or `0.8` as a part between 0 and 1, ends not included. */
export function parsePart(text: string): number | undefined {
  const match = /^(\d{1,2}(?:\.\d+)?) ?%$/.exec(text.trim());
  const part = match ? Number(match[1]) / 100 : Number(text);
  return Number.isFinite(part) && part > 0 && part < 1 ? part : undefined;
}

/** True for a date that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

/** True for a zone of the IANA data base that this machine knows. Offsets and abbreviations are not zones. */
export function isTimeZone(text: string): boolean {
  if (!/^(UTC|[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
