import type { ClockItem } from './types.ts';

/** The clock that matters first: of those that run, the one due soonest; else a paused one; else none. */
export function pressingClock<Clock extends Pick<ClockItem, 'state' | 'dueAt'>>(
  clocks: readonly Clock[],
): Clock | undefined {
  let soonest: Clock | undefined;
  for (const clock of clocks) {
    if (clock.state !== 'running' || clock.dueAt === null) continue;
    if (soonest?.dueAt === undefined || soonest.dueAt === null || clock.dueAt < soonest.dueAt) soonest = clock;
  }
  return soonest ?? clocks.find((clock) => clock.state === 'paused');
}
