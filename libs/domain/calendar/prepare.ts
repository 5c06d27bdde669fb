import type { Instant, Millis } from '../time/index.ts';
import { DAY } from './dates.ts';
import { checkHours, exceptionsByDay, expandYears } from './expand.ts';
import type { Calendar, CalendarSpec, Interval, LocalHours } from './types.ts';
import { type Zone, zoneOf } from './zone.ts';

/** The years a calendar can be asked about. Outside them every question throws RangeError. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2100;

/**
 * Prepares a calendar. Years are expanded when they are first asked about and kept: at most 131 of them, some 10 KB each
 * for an office's week. `range` expands the given years at once.
 * Throws RangeError for an unknown time zone or impossible hours.
 */
export function prepare(spec: CalendarSpec, range?: { readonly fromYear: number; readonly toYear: number }): Calendar {
  return new PreparedCalendar(spec, range);
}

/**
 * Working time is a function W(t): milliseconds worked before t. It is kept as sorted interval bounds with their prefix
 * sums and, for each UTC day, the first interval that has not ended. Measuring is W(to) − W(from); adding is W's inverse.
 */
class PreparedCalendar implements Calendar {
  readonly id: string;
  readonly timeZone: string;
  private readonly spec: CalendarSpec;
  private readonly zone: Zone;
  private readonly exceptions: ReadonlyMap<number, readonly LocalHours[]>;
  private fromYear = Number.POSITIVE_INFINITY;
  private toYear = Number.NEGATIVE_INFINITY;
  private from = Number.POSITIVE_INFINITY;
  private to = Number.NEGATIVE_INFINITY;
  private count = 0;
  private starts = new Float64Array(0);
  private ends = new Float64Array(0);
  private before = new Float64Array(1);
  private firstOfDay = new Int32Array(1);

  constructor(spec: CalendarSpec, range?: { readonly fromYear: number; readonly toYear: number }) {
    checkHours(spec);
    this.spec = spec;
    this.id = spec.id;
    this.timeZone = spec.timeZone;
    this.zone = zoneOf(spec.timeZone);
    this.exceptions = exceptionsByDay(spec);
    if (range !== undefined) this.expand(range.fromYear, range.toYear);
  }

  isOpen(at: Instant): boolean {
    const index = this.indexAt(at);
    return index < this.count && number(this.starts, index) <= at;
  }

  nextOpen(at: Instant): Instant {
    for (;;) {
      const index = this.indexAt(at);
      if (index < this.count) return Math.max(at, number(this.starts, index)) as Instant;
      this.growLater(at);
    }
  }

  nextClose(at: Instant): Instant {
    for (;;) {
      const index = this.indexAt(at);
      // An interval that ends where the prepared years end may go on in the next one.
      const end = index < this.count ? number(this.ends, index) : this.to;
      if (end < this.to || (index < this.count && this.toYear === LAST_YEAR)) return end as Instant;
      this.growLater(at);
    }
  }

  add(from: Instant, span: Millis): Instant {
    if (span === 0) return from;
    return span > 0 ? this.later(from, span) : this.earlier(from, span);
  }

  between(from: Instant, to: Instant): Millis {
    // The first look-up may expand years and so move the origin of W: only then is it asked again.
    const first = this.worked(from, this.indexAt(from));
    const origin = this.from;
    const last = this.worked(to, this.indexAt(to));
    return origin === this.from ? last - first : last - this.worked(from, this.indexAt(from));
  }

  openIntervals(from: Instant, to: Instant): readonly Interval[] {
    const found: Interval[] = [];
    if (from >= to) return found;
    this.indexAt(to);
    for (let index = this.indexAt(from); index < this.count; index += 1) {
      const start = number(this.starts, index);
      if (start >= to) break;
      found.push({
        from: Math.max(start, from) as Instant,
        to: Math.min(number(this.ends, index), to) as Instant,
      });
    }
    return found;
  }

  reasonOf(localDate: string): string | undefined {
    return this.spec.exceptions.get(localDate)?.reason;
  }

  /** The earliest moment with `span` more worked than at `from`. */
  private later(from: Instant, span: Millis): Instant {
    for (;;) {
      const index = this.indexAt(from);
      const target = this.worked(from, index) + span;
      if (target <= number(this.before, this.count)) {
        // Most spans end in the same or the next interval: gallop from here, then halve.
        let step = 1;
        let low = index;
        while (low + step < this.count && number(this.before, low + step) < target) {
          low += step;
          step *= 2;
        }
        let high = Math.min(low + step, this.count);
        while (low + 1 < high) {
          const middle = (low + high) >>> 1;
          if (number(this.before, middle) < target) low = middle;
          else high = middle;
        }
        return (number(this.starts, low) + target - number(this.before, low)) as Instant;
      }
      this.growLater(from);
    }
  }

  /** The latest moment with `-span` less worked than at `from`. */
  private earlier(from: Instant, span: Millis): Instant {
    for (;;) {
      const index = this.indexAt(from);
      const target = this.worked(from, index) + span;
      if (target >= 0) {
        let low = 0;
        let high = Math.min(index + 1, this.count);
        while (low + 1 < high) {
          const middle = (low + high) >>> 1;
          if (number(this.before, middle) <= target) low = middle;
          else high = middle;
        }
        return (number(this.starts, low) + target - number(this.before, low)) as Instant;
      }
      this.growEarlier(from);
    }
  }

  /** W(at), given the first interval that ends after `at`. */
  private worked(at: number, index: number): Millis {
    if (index >= this.count) return number(this.before, this.count);
    const start = number(this.starts, index);
    return number(this.before, index) + (at > start ? at - start : 0);
  }

  /** The first interval that ends after `at`, or `count`; expands the years around `at` when they are not yet there. */
  private indexAt(at: number): number {
    if (!(at >= this.from && at < this.to)) this.cover(at);
    let index = this.firstOfDay[Math.floor((at - this.from) / DAY)] ?? this.count;
    while (index < this.count && number(this.ends, index) <= at) index += 1;
    return index;
  }

  private cover(at: number): void {
    const year = new Date(at).getUTCFullYear();
    // The neighbours come along: a local year begins up to 14 hours before or after the UTC year.
    this.expand(Math.min(this.fromYear, year - 1), Math.max(this.toYear, year + 1));
    if (!(at >= this.from && at < this.to)) {
      throw new RangeError(`calendar ${this.id} covers ${FIRST_YEAR}–${LAST_YEAR}, asked about ${at}`);
    }
  }

  private growLater(at: Instant): void {
    if (this.toYear >= LAST_YEAR) {
      throw new RangeError(`calendar ${this.id}: not enough working time after ${at} until the end of ${LAST_YEAR}`);
    }
    this.expand(this.fromYear, this.toYear + (this.toYear - this.fromYear + 1));
  }

  private growEarlier(at: Instant): void {
    if (this.fromYear <= FIRST_YEAR) {
      throw new RangeError(`calendar ${this.id}: not enough working time before ${at} since ${FIRST_YEAR}`);
    }
    this.expand(this.fromYear - (this.toYear - this.fromYear + 1), this.toYear);
  }

  private expand(fromYear: number, toYear: number): void {
    this.fromYear = Math.max(FIRST_YEAR, Math.min(fromYear, LAST_YEAR));
    this.toYear = Math.min(LAST_YEAR, Math.max(toYear, FIRST_YEAR));
    const years = expandYears(this.spec, this.exceptions, this.zone, this.fromYear, this.toYear);
    this.from = years.from;
    this.to = years.to;
    this.count = years.intervals.length;
    this.starts = Float64Array.from(years.intervals, (interval) => interval.from);
    this.ends = Float64Array.from(years.intervals, (interval) => interval.to);
    this.before = new Float64Array(this.count + 1);
    for (const [index, { from, to }] of years.intervals.entries()) {
      this.before[index + 1] = number(this.before, index) + to - from;
    }
    this.firstOfDay = new Int32Array(Math.ceil((this.to - this.from) / DAY) + 1);
    let index = 0;
    for (let day = 0; day < this.firstOfDay.length; day += 1) {
      while (index < this.count && number(this.ends, index) <= this.from + day * DAY) index += 1;
      this.firstOfDay[day] = index;
    }
  }
}

/** An element that the caller knows to exist; NaN otherwise, which no comparison accepts. */
function number(values: Float64Array, index: number): number {
  const value = values[index];
  return value === undefined ? Number.NaN : value;
}
