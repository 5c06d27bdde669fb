import type { Calendar } from '../calendar/types.ts';
import type { PlaceRule } from '../regulation/requester-types.ts';
import type { Instant, Millis } from '../time/index.ts';

/** One request that has been answered: since when it waited, and when the answer came. */
export interface Served {
  readonly since: Instant;
  readonly answeredAt: Instant;
}

/** Between which moments an answer may be expected at the pace of the last `answers`. An estimate, never a deadline. */
export interface Estimate {
  readonly from: Instant;
  readonly to: Instant;
  /** Working time from now until then. */
  readonly fromWork: Millis;
  readonly toWork: Millis;
  readonly answers: number;
}

const rounding: Millis = 5 * 60_000;

/**
 * An honest guess at when the request at `place` (1 is the next) is answered, first in, first out (kz-portal 30-9). The
 * service of one request is the working time from the answer before it, or from its own arrival if nobody stood before it,
 * until its answer: so idle hours do not count, and several agents at once simply answer faster. `place` such services make
 * the expectation, their spread the range, both rounded outwards to five minutes.
 * @param served in any order
 * @returns null where fewer answers are known than the rule asks for
 */
export function estimateAnswer(
  place: number,
  served: readonly Served[],
  now: Instant,
  calendar: Calendar,
  rule: PlaceRule,
): Estimate | null {
  const services = servicesOf(served, calendar).slice(-rule.pace);
  if (services.length < rule.atLeast) return null;
  const mean = services.reduce((sum, each) => sum + each, 0) / services.length;
  const variance = services.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (services.length - 1);
  const spread = Math.sqrt(variance * place);
  const fromWork = Math.max(0, Math.floor((mean * place - spread) / rounding)) * rounding;
  const toWork = Math.max(1, Math.ceil((mean * place + spread) / rounding)) * rounding;
  const opens = calendar.nextOpen(now);
  return {
    from: calendar.add(opens, fromWork),
    to: calendar.add(opens, toWork),
    ...{ fromWork, toWork, answers: services.length },
  };
}

/** Working time that each answer took once it was the turn of its request; the first known one has no answer before it. */
function servicesOf(served: readonly Served[], calendar: Calendar): Millis[] {
  const inOrder = [...served].sort((a, b) => a.answeredAt - b.answeredAt);
  return inOrder.slice(1).map((each, i) => {
    const turn = Math.max(inOrder[i]?.answeredAt ?? each.since, each.since) as Instant;
    return calendar.between(turn, each.answeredAt);
  });
}
