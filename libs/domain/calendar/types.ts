import type { Instant, Millis } from '../time/index.ts';

/** `[from, to)` on the UTC time line. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Local wall-clock interval in minutes from midnight; `to` may pass 1440 for work past midnight; 1440 is midnight itself. */
export interface LocalHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** What a calendar is made of, before it is prepared. Dates are local `YYYY-MM-DD`. */
export interface CalendarSpec {
  readonly id: string;
  readonly timeZone: string;
  readonly week: Readonly<Partial<Record<Weekday, readonly LocalHours[]>>>;
  /** Dates that differ from the week: no intervals at all on a day off, the given ones on a working Saturday or a short day. */
  readonly exceptions: ReadonlyMap<string, { readonly hours: readonly LocalHours[]; readonly reason: string }>;
  readonly breaks?: Readonly<Partial<Record<Weekday, readonly LocalHours[]>>>;
}

/** A country's published calendar of days that differ from the ordinary week. Dates are local `YYYY-MM-DD`. */
export interface ProductionCalendar {
  readonly id: string;
  /** Where the dates come from. */
  readonly source: string;
  /** The last year whose days are decreed; later ones follow from the general law alone. */
  readonly completeThrough: number;
  /** off: no work; short: the day ends an hour earlier; work: a working day whatever its weekday. */
  readonly days: ReadonlyMap<string, { readonly status: 'off' | 'short' | 'work'; readonly reason: string }>;
}

/**
 * A prepared working calendar. Adding and measuring are inverse and monotonic; both are a binary search over prepared
 * intervals. Conventions (docs/decisions): a span that ends exactly at closing ends at closing; the closing moment is
 * closed; zero time from a closed moment stays where it is; reversed intervals measure negative.
 */
export interface Calendar {
  readonly id: string;
  readonly timeZone: string;
  isOpen(at: Instant): boolean;
  /** The first open moment at or after `at`. */
  nextOpen(at: Instant): Instant;
  /** The end of the open interval that contains `at`, or of the next one. */
  nextClose(at: Instant): Instant;
  /** The moment when `span` milliseconds of working time after `from` have passed. Negative spans go back. */
  add(from: Instant, span: Millis): Instant;
  /** Working milliseconds between two moments. */
  between(from: Instant, to: Instant): Millis;
  /** The open intervals inside `[from, to)`, clipped: what `explain` shows. */
  openIntervals(from: Instant, to: Instant): readonly Interval[];
  /** Why a local date differs from the ordinary week, for `explain`. */
  reasonOf(localDate: string): string | undefined;
}
