import type { Weekday } from './types.ts';

export const DAY = 86_400_000;
export const MINUTE = 60_000;

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Days since 1970-01-01 of a local `YYYY-MM-DD`. Throws RangeError when there is no such date. */
export function dayNumber(date: string): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const millis = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(millis) || dateOf(millis / DAY) !== date) throw new RangeError(`not a date: ${date}`);
  return millis / DAY;
}

/** The `YYYY-MM-DD` of a day number. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): Weekday {
  const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7];
  if (weekday === undefined) throw new RangeError(`not a day number: ${day}`);
  return weekday;
}

/** First day number of a year. */
export function newYear(year: number): number {
  return Date.UTC(year, 0, 1) / DAY;
}
