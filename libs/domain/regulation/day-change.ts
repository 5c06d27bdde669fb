import type { CalendarSpec } from '../calendar/types.ts';
import type { Instant } from '../time/index.ts';
import { parseHours } from './values.ts';

/** One day of the tenant's calendar changed while the hotline runs, whichever edition a request is under. */
export interface DayChange {
  /** The tenant's changes apply in the order of these numbers. */
  readonly number: number;
  /** Local, `YYYY-MM-DD`. */
  readonly date: string;
  /** As a regulation writes hours; null gives the day back to the calendar. */
  readonly hours: string | null;
  readonly reason: string;
  /** When it was published. */
  readonly at: Instant;
}

/** Whether these hours can be those of one day: what the calendar of a regulation would take. */
export const areHours = (text: string): boolean => typeof parseHours(text) !== 'string';

/** The calendar with single days changed, the latest change of a day winning. Hours that cannot be read change nothing. */
export function withDayChanges(calendar: CalendarSpec, changes: readonly DayChange[]): CalendarSpec {
  if (changes.length === 0) return calendar;
  const exceptions = new Map(calendar.exceptions);
  for (const [date, { hours, reason }] of latestByDate(changes)) {
    const own = calendar.exceptions.get(date);
    const read = hours === null ? 'none' : parseHours(hours);
    if (typeof read !== 'string') exceptions.set(date, { hours: read, reason });
    else if (hours === null && own !== undefined) exceptions.set(date, own);
    else if (hours === null) exceptions.delete(date);
  }
  return { ...calendar, exceptions };
}

const latestByDate = (changes: readonly DayChange[]): ReadonlyMap<string, DayChange> =>
  new Map([...changes].sort((a, b) => a.number - b.number).map((change) => [change.date, change]));
