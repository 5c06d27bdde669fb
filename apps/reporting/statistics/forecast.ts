/** How many days ahead, and from how many days back. */
export const AHEAD = 7;
export const BACK = 70;
/** Fewer days than this say nothing of a weekday: no forecast is made. */
const LEAST = 28;

export interface Forecast {
  /** Open requests expected at the start of each of the coming days. */
  readonly days: readonly number[];
  /** By how many requests the same method was off, on the average, a week ahead, at each past week it can be tried on; null when it can be tried on none. */
  readonly error: number | null;
  /** On how many past weeks it was tried. */
  readonly tried: number;
}

/**
 * The backlog of the coming week, the plain way: the usual change of each weekday (the median of what that weekday did
 * to the backlog so far) is added to today's, day by day. The method is tried on the past weeks as well, with only what was
 * known then, and says how far off it was.
 * @param backlog open requests at the start of each day, one a day, the last is today's
 */
export function forecastOf(backlog: readonly number[]): Forecast | null {
  if (backlog.length < LEAST + 1) return null;
  const errors: number[] = [];
  for (let today = backlog.length - 1 - AHEAD; today >= LEAST; today -= AHEAD) {
    const expected = continued(backlog.slice(0, today + 1)).at(-1) ?? 0;
    errors.push(Math.abs(expected - (backlog[today + AHEAD] ?? 0)));
  }
  const error = errors.length === 0 ? null : errors.reduce((sum, one) => sum + one, 0) / errors.length;
  return { days: continued(backlog), error, tried: errors.length };
}

function continued(backlog: readonly number[]): number[] {
  const today = backlog.length - 1;
  const days: number[] = [];
  let open = backlog[today] ?? 0;
  for (let ahead = 1; ahead <= AHEAD; ahead += 1) {
    const changes: number[] = [];
    for (let day = today + ahead - AHEAD; day >= 1; day -= 7) {
      changes.push((backlog[day] ?? 0) - (backlog[day - 1] ?? 0));
    }
    open = Math.max(0, open + median(changes));
    days.push(open);
  }
  return days;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? 0;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + upper) / 2 : upper;
}
