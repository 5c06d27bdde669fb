import type { Instant } from '@reglament/domain/time';

export type PeriodKind = 'day' | 'week' | 'month';

/** The longest stretch of days that statistics are made of at once. */
export const LONGEST_DAYS = 400;

/** A stretch of whole days in a time zone: `[from, to)`. */
export interface Period<Kind extends PeriodKind | 'range' = PeriodKind | 'range'> {
  /** `range`: from any day to any other. */
  readonly kind: Kind;
  readonly from: Instant;
  readonly to: Instant;
  /** The first and the last day, in the zone. */
  readonly firstDate: string;
  readonly lastDate: string;
  readonly timeZone: string;
}

const instantOf = (date: Temporal.PlainDate, timeZone: string): Instant =>
  date.toZonedDateTime(timeZone).epochMilliseconds as Instant;

const STEP: Readonly<Record<PeriodKind, Temporal.DurationLike>> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
};

/** The day, the week (Monday first) or the month of `date` (`YYYY-MM-DD`) as the tenant's wall calendar has it. */
export function periodOf(kind: PeriodKind, date: string, timeZone: string): Period<PeriodKind> {
  const day = Temporal.PlainDate.from(date);
  const first =
    kind === 'day' ? day : kind === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });
  const end = first.add(STEP[kind]);
  return {
    kind,
    timeZone,
    firstDate: first.toString(),
    lastDate: end.subtract({ days: 1 }).toString(),
    from: instantOf(first, timeZone),
    to: instantOf(end, timeZone),
  };
}

/** The days from `firstDate` to `lastDate`, both included; `firstDate` is not the later. */
export function rangeOf(firstDate: string, lastDate: string, timeZone: string): Period {
  return {
    kind: 'range',
    timeZone,
    firstDate,
    lastDate,
    from: instantOf(Temporal.PlainDate.from(firstDate), timeZone),
    to: instantOf(Temporal.PlainDate.from(lastDate).add({ days: 1 }), timeZone),
  };
}

/** How many days a stretch has, both ends included. */
export const daysBetween = (firstDate: string, lastDate: string): number =>
  Temporal.PlainDate.from(firstDate).until(lastDate, { largestUnit: 'days' }).days + 1;

/** The period of the same kind, of a range one of as many days, that ends where this one begins. */
export function periodBefore(period: Period): Period {
  const { kind, firstDate, lastDate, timeZone } = period;
  const end = Temporal.PlainDate.from(firstDate).subtract({ days: 1 });
  if (kind !== 'range') return periodOf(kind, end.toString(), timeZone);
  const days = daysBetween(firstDate, lastDate);
  return rangeOf(end.subtract({ days: days - 1 }).toString(), end.toString(), timeZone);
}

/** The same a year earlier: the same dates, of a week the one 52 weeks earlier, so that weekdays meet weekdays. */
export function yearBefore(period: Period): Period {
  const { kind, timeZone } = period;
  const first = Temporal.PlainDate.from(period.firstDate);
  if (kind === 'week') return periodOf(kind, first.subtract({ weeks: 52 }).toString(), timeZone);
  if (kind !== 'range') return periodOf(kind, first.subtract({ years: 1 }).toString(), timeZone);
  const last = Temporal.PlainDate.from(period.lastDate).subtract({ years: 1 });
  return rangeOf(first.subtract({ years: 1 }).toString(), last.toString(), timeZone);
}

/** The moment at which a date begins in the zone. */
export const startOf = (date: string, timeZone: string): Instant => instantOf(Temporal.PlainDate.from(date), timeZone);

/** Every date of the period, `YYYY-MM-DD`, in order; at most 31, of a range `LONGEST_DAYS`. */
export function datesOf(period: Period): string[] {
  const dates: string[] = [];
  const last = Temporal.PlainDate.from(period.lastDate);
  for (
    let date = Temporal.PlainDate.from(period.firstDate);
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    dates.push(date.toString());
  }
  return dates;
}
