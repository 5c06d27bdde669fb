import type { Instant } from '../time/index.ts';
import { DAY, dayNumber, MINUTE, newYear, weekdayOf } from './dates.ts';
import type { CalendarSpec, Interval, LocalHours } from './types.ts';
import type { Zone } from './zone.ts';

/** Hours may run into the next day and no further: 22:00–46:00 is a whole day from ten in the evening. */
export const MAX_MINUTE = 2 * 1440;

interface Stretch {
  from: number;
  to: number;
}

/** A calendar's exceptions by day number, checked once, so that expanding a year is a look-up per day. */
export function exceptionsByDay(spec: CalendarSpec): ReadonlyMap<number, readonly LocalHours[]> {
  return new Map([...spec.exceptions].map(([date, exception]) => [dayNumber(date), exception.hours]));
}

/** Refuses hours that cannot be meant. Throws RangeError naming the calendar: the loader checks first, so this is a bug. */
export function checkHours(spec: CalendarSpec): void {
  const all = [
    ...Object.values(spec.week),
    ...Object.values(spec.breaks ?? {}),
    ...[...spec.exceptions.values()].map((exception) => exception.hours),
  ].flat();
  for (const { fromMinute, toMinute } of all) {
    const isSane = Number.isInteger(fromMinute) && Number.isInteger(toMinute) && fromMinute >= 0 && fromMinute < 1440;
    if (!isSane || toMinute <= fromMinute || toMinute > MAX_MINUTE) {
      throw new RangeError(`calendar ${spec.id}: impossible hours ${fromMinute}–${toMinute} (minutes from midnight)`);
    }
  }
}

/**
 * The open intervals of whole local years on the UTC time line: in order, apart from each other, clipped to
 * `[1 January of fromYear, 1 January after toYear)`. Hours belong to the day they begin on, so work past midnight
 * into a day off stays; breaks belong to the ordinary week and do not touch the dates that have hours of their own.
 */
export function expandYears(
  spec: CalendarSpec,
  exceptions: ReadonlyMap<number, readonly LocalHours[]>,
  zone: Zone,
  fromYear: number,
  toYear: number,
): { intervals: Interval[]; from: Instant; to: Instant } {
  const firstDay = newYear(fromYear);
  const endDay = newYear(toYear + 1);
  const open: Stretch[] = [];
  const breaks: Stretch[] = [];
  for (let day = firstDay - 2; day < endDay; day += 1) {
    const weekday = weekdayOf(day);
    const own = exceptions.get(day);
    place(open, own ?? spec.week[weekday] ?? [], day, zone);
    if (own === undefined) place(breaks, spec.breaks?.[weekday] ?? [], day, zone);
  }
  const from = zone.toInstant(firstDay * DAY);
  const to = zone.toInstant(endDay * DAY);
  return { intervals: without(union(open), union(breaks), from, to), from, to };
}

function place(stretches: Stretch[], hours: readonly LocalHours[], day: number, zone: Zone): void {
  for (const { fromMinute, toMinute } of hours) {
    const from = zone.toInstant(day * DAY + fromMinute * MINUTE);
    const to = zone.toInstant(day * DAY + toMinute * MINUTE);
    // Hours that lie wholly inside the hour skipped in spring do not happen that day.
    if (from < to) stretches.push({ from, to });
  }
}

function union(stretches: Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to);
    else merged.push(stretch);
  }
  return merged;
}

function without(open: readonly Stretch[], breaks: readonly Stretch[], from: number, to: number): Interval[] {
  const left: Interval[] = [];
  let next = 0;
  const keep = (start: number, end: number): void => {
    const clipped = { from: Math.max(start, from) as Instant, to: Math.min(end, to) as Instant };
    if (clipped.from < clipped.to) left.push(clipped);
  };
  for (const stretch of open) {
    let start = stretch.from;
    while ((breaks[next]?.to ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    for (let at = next; ; at += 1) {
      const pause = breaks[at];
      if (pause === undefined || pause.from >= stretch.to) break;
      keep(start, pause.from);
      start = pause.to;
    }
    keep(start, stretch.to);
  }
  return left;
}
