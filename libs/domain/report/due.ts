import { type Calendar, dateOf } from '../calendar/index.ts';
import type { Instant } from '../time/index.ts';
import type { ReportKind } from './figures.ts';

/** A period that is over, and the moment from which its report is due: the opening of the first working day after it. */
export interface DuePeriod {
  readonly kind: ReportKind;
  /** First and last day on the tenant's calendar. */
  readonly from: string;
  readonly to: string;
  readonly dueAt: Instant;
}

const DAY_NUMBER = 86_400_000;
/** A day's letter looks back over a long holiday; three weeks without a working day is no hotline. */
const LONGEST_REST = 21;

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_NUMBER;
/** The Monday of the week: 1970-01-01, day 0, was a Thursday. */
const mondayOf = (day: number): number => day - ((day + 3) % 7);

/**
 * The periods of the kinds asked for whose reports are due at `now`: the last full month, the last full week, the last working day.
 * `today` is the tenant's date at `now`; `startOf` gives the moment at which a date begins in the tenant's zone.
 */
export function duePeriods(
  kinds: readonly ReportKind[],
  now: Instant,
  today: string,
  calendar: Calendar,
  startOf: (date: string) => Instant,
): readonly DuePeriod[] {
  const day = dayOf(today);
  return kinds.flatMap((kind) => {
    const found = PERIODS[kind](day, calendar, startOf);
    if (found === undefined) return [];
    const [from, to, next] = found;
    const dueAt = calendar.nextOpen(startOf(dateOf(next)));
    return dueAt <= now ? [{ kind, from: dateOf(from), to: dateOf(to), dueAt }] : [];
  });
}

type Found = readonly [from: number, to: number, next: number] | undefined;
type Find = (day: number, calendar: Calendar, startOf: (date: string) => Instant) => Found;

const PERIODS: Readonly<Record<ReportKind, Find>> = {
  month(day) {
    const first = dayOf(`${dateOf(day).slice(0, 7)}-01`);
    const last = first - 1;
    return [dayOf(`${dateOf(last).slice(0, 7)}-01`), last, first];
  },
  week(day) {
    const monday = mondayOf(day);
    return [monday - 7, monday - 1, monday];
  },
  /** The last day before today on which the hotline was open. */
  day(day, calendar, startOf) {
    for (let back = 1; back <= LONGEST_REST; back += 1) {
      const start = startOf(dateOf(day - back));
      const end = startOf(dateOf(day - back + 1));
      if (calendar.nextOpen(start) < end) return [day - back, day - back, day - back + 1];
    }
    return undefined;
  },
};
