/** When each deed of a plan is done, in real time: order within a case, a bound on how much is under way. */
import type { Case } from './plan.ts';

/** Milliseconds of real time from the beginning until an offset of the plan; 0 when nothing is waited for. */
export type Pace = (offset: number) => number;

export const paceOf = (speed: number | 'max'): Pace => (speed === 'max' ? () => 0 : (offset) => offset / speed);

/** At most so many deeds are under way at once; the rest waits its turn. */
export class Places {
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(count: number) {
    this.free = count;
  }

  async take(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  give(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}

export interface Turn {
  readonly at: number;
  readonly one: Case;
  /** -1: the filing; otherwise the step's place. */
  readonly step: number;
}

/** All deeds of all cases in the order of their time; a case's own order is kept. */
export function turnsOf(cases: readonly Case[]): readonly Turn[] {
  return cases
    .flatMap((one): Turn[] => [
      { at: one.at, one, step: -1 },
      ...one.steps.map(({ at }, step): Turn => ({ at: Math.max(at, one.at), one, step })),
    ])
    .sort((a, b) => a.at - b.at || a.step - b.step);
}

/** How many turns may be begun or waiting for their case at once: enough to keep the places busy, and still near in time. */
const AHEAD = 256;

/**
 * Runs `act` for every turn at its time. Turns of one case follow each other; those of different cases run side by side,
 * as many as there are places. The first failure ends it.
 */
export async function inOrder(
  turns: readonly Turn[],
  pace: Pace,
  places: Places,
  act: (turn: Turn) => Promise<void>,
): Promise<void> {
  const begun = performance.now();
  const last = new Map<Case, Promise<void>>();
  const failures: unknown[] = [];
  const ahead = new Places(AHEAD);
  const one = async (turn: Turn, before: Promise<void> | undefined): Promise<void> => {
    await before;
    await places.take();
    try {
      if (failures.length === 0) await act(turn);
    } catch (error) {
      failures.push(error);
    } finally {
      places.give();
      ahead.give();
    }
  };
  for (const turn of turns) {
    const left = begun + pace(turn.at) - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    await ahead.take();
    if (failures.length > 0) break;
    last.set(turn.one, one(turn, last.get(turn.one)));
  }
  await Promise.all(last.values());
  if (failures.length > 0) throw failures[0];
}
