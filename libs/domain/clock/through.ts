import type { Calendar } from '../calendar/types.ts';
import type { DayChange } from '../regulation/day-change.ts';
import type { Regulation } from '../regulation/types.ts';
import { type Instant, localDate } from '../time/index.ts';
import { foldRequest } from './classified.ts';
import type { Clock, Fact } from './types.ts';

/** Rules and calendar as they were known at some moment. */
export interface Version {
  readonly regulation: Pick<Regulation, 'clocks' | 'categories' | 'clientCategories'>;
  readonly calendar: Calendar;
}

/**
 * Every clock of a request whose calendar may have been changed while it ran. What has stopped is counted by the calendar as it was
 * known when it stopped, what is open by today's: so it makes no difference whether the change or the stop is heard of first.
 * @param versionAt the rules as they were known at a moment; null: as they are now. The same version is the same object.
 */
export function foldThrough<V extends Version>(
  versionAt: (at: Instant | null) => V,
  submitted: Parameters<typeof foldRequest>[1],
  facts: readonly Fact[],
): readonly { readonly clock: Clock; readonly version: V }[] {
  const folded = new Map<V, readonly Clock[]>();
  const under = (version: V): readonly Clock[] => {
    const known = folded.get(version);
    if (known !== undefined) return known;
    const clocks = foldRequest(version.regulation, submitted, facts, version.calendar);
    folded.set(version, clocks);
    return clocks;
  };
  const today = versionAt(null);
  return under(today).map((clock) => {
    const then = clock.state.state === 'stopped' ? versionAt(clock.state.stoppedAt) : today;
    // Runs begin and end by facts alone, so every version has the same ones.
    const own = under(then).find(({ rule, run }) => rule.id === clock.rule.id && run === clock.run);
    return own === undefined ? { clock, version: today } : { clock: own, version: then };
  });
}

/** An open clock's due moment before and after its calendar was changed. */
export interface MovedPromise {
  readonly startedAt: Instant;
  readonly from: Instant;
  readonly to: Instant;
}

/** Which of the changes moved it: those of days that it counts or counted, in the zone of the hotline. */
export function causesOf(moved: MovedPromise, changes: readonly DayChange[], timeZone: string): readonly DayChange[] {
  const first = localDate(moved.startedAt, timeZone);
  const last = localDate(Math.max(moved.from, moved.to) as Instant, timeZone);
  return changes.filter(({ date }) => date >= first && date <= last);
}
