import type { FactMatch } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import { elapsed, Run } from './run.ts';
import type { Clock, Fact, Fold } from './types.ts';

/**
 * The runs of one clock for one request. Facts are a set: repeated ones count once, and their order of arrival does not
 * matter. At one moment: whatever ends a running clock comes before what starts it anew, on a clock at rest the start comes
 * first, and what cancels comes last.
 *
 * - restart `keep`: a start while the clock runs is ignored; `anew`: the run ends (cancelled, or broken when it was already
 *   past due) and another begins.
 * - pauses belong to a run: what happened before its start does not hold it.
 * - a fact at exactly the due moment keeps the promise.
 */
export const fold: Fold = (facts, rule, calendar) => {
  const time = rule.time === 'working' ? calendar : elapsed;
  const done: Clock[] = [];
  let run: Run | undefined;
  const begin = (fact: Fact): void => {
    run = new Run(rule, done.length + 1, fact, time);
  };
  const end = (at: Instant, inTime: 'kept' | 'cancelled'): void => {
    if (run !== undefined) done.push(run.close(at, inTime));
    run = undefined;
  };

  const rolesOf = (fact: Fact) => ({
    fact,
    starts: matches(rule.startsOn, fact),
    stops: matches(rule.stopsOn, fact),
    cancels: matches(rule.cancelsOn, fact),
    pauses: rule.pauses.flatMap((pause, index) => (matches([pause.from], fact) ? [index] : [])),
    resumes: rule.pauses.flatMap((pause, index) => (matches(pause.until, fact) ? [index] : [])),
  });
  type Roles = ReturnType<typeof rolesOf>;

  /** The place of a fact among those of the same moment. */
  const rankOf = (roles: Roles, isRunning: boolean, isPaused: boolean): number => {
    if (roles.cancels) return 6;
    if (roles.stops && !roles.starts) return isRunning ? 0 : 5;
    if (roles.starts) return 1;
    if (roles.resumes.length > 0) return isPaused ? 2 : 4;
    return 3;
  };

  const apply = ({ fact, starts, stops, cancels, pauses, resumes }: Roles): void => {
    if (run !== undefined && stops) end(fact.at, 'kept');
    else if (run !== undefined && cancels) end(fact.at, 'cancelled');
    else if (run !== undefined && starts && rule.restart === 'anew') end(fact.at, 'cancelled');
    if (run === undefined && starts && !cancels) begin(fact);
    for (const index of resumes) run?.resume(index, fact.at);
    for (const index of pauses) run?.pause(index, fact.at, fact.kind);
  };

  for (const together of byMoment(facts)) {
    const isRunning = run !== undefined;
    const isPaused = run?.isPaused ?? false;
    together
      .map((fact) => ({ roles: rolesOf(fact), id: fact.id }))
      .map(({ roles, id }) => ({ roles, id, rank: rankOf(roles, isRunning, isPaused) }))
      .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
      .forEach(({ roles }) => {
        apply(roles);
      });
  }
  return run === undefined ? done : [...done, run.open()];
};

function matches(list: readonly FactMatch[], fact: Fact): boolean {
  return list.some(
    (match) =>
      match.fact === fact.kind && Object.entries(match.where).every(([field, value]) => fact.data[field] === value),
  );
}

/** Each fact once, grouped by its moment, in the order of time. */
function byMoment(facts: readonly Fact[]): Fact[][] {
  const once = new Map(facts.map((fact) => [fact.id, fact]));
  const groups: Fact[][] = [];
  for (const fact of [...once.values()].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    if (group?.[0]?.at === fact.at) group.push(fact);
    else groups.push([fact]);
  }
  return groups;
}
