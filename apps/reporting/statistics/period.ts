import type { Instant } from '@reglament/domain/time';

export type PeriodKind = 'day' | 'week' | 'month';

/** A stretch of whole days in a time zone: `[from, to)`. */
export interface Period {
  readonly kind: PeriodKind;
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
export function periodOf(kind: PeriodKind, date: string, timeZone: string): Period {
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

/** The period of the same kind that ends where this one begins. */
export const periodBefore = (period: Period): Period =>
  periodOf(period.kind, Temporal.PlainDate.from(period.firstDate).subtract({ days: 1 }).toString(), period.timeZone);

/** Every date of the period, `YYYY-MM-DD`, in order; at most 31. */
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

/** Today's date in the zone. */
export const dateAt = (now: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
