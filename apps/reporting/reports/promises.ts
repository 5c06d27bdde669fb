import type { Regulation } from '@reglament/domain/regulation';
import type { PromiseCount } from '@reglament/domain/report';
import type { Names } from '../statistics/names.ts';
import { isPromised } from '../statistics/promised.ts';
import type { Statistics } from '../statistics/shapes.ts';

type Clock = Statistics['clocks'][number];
/** How many breaches of a rule fell into an hour of the tenant's day. */
export interface BrokenAt {
  readonly rule: string;
  readonly hour: number;
  readonly count: number;
}

/**
 * The promises of the support, as a report tells them: rules of one name under one clause together (a table of service levels is one
 * promise to its reader), in the order of the regulation. A clock that waits for somebody else, or has no target, promises nothing.
 */
export function promisesOf(
  regulation: Regulation,
  names: Names,
  clocks: readonly Clock[],
  brokenAt: readonly BrokenAt[] = [],
): (Clock & PromiseCount)[] {
  const { clocks: rules } = regulation;
  const placeOf = (rule: string) => rules.findIndex(({ id }) => id === rule);
  const kept = clocks.filter(({ rule }) => isPromised(regulation, rule));
  const families = Map.groupBy(
    kept.toSorted((a, b) => placeOf(a.rule) - placeOf(b.rule)),
    ({ rule, clause }) => `${clause} ${names.promise(rule)}`,
  );
  return [...families.values()].flatMap((family) => {
    const [first] = family;
    if (first === undefined) return [];
    const sum = (figure: 'kept' | 'broken' | 'cancelled' | 'warned' | 'running') =>
      family.reduce((total, one) => total + one[figure], 0);
    return {
      rule:
        rules.find(({ clause, id }) => clause === first.clause && names.promise(id) === names.promise(first.rule))
          ?.id ?? first.rule,
      clause: first.clause,
      name: names.promise(first.rule),
      promise: true,
      kept: sum('kept'),
      broken: sum('broken'),
      cancelled: sum('cancelled'),
      warned: sum('warned'),
      running: sum('running'),
      worstHour: worstHour(brokenAt.filter(({ rule }) => family.some((one) => one.rule === rule))),
    };
  });
}

function worstHour(brokenAt: readonly BrokenAt[]): { hour: number; count: number } | null {
  const hours = Map.groupBy(brokenAt, ({ hour }) => hour);
  const counted = [...hours].map(([hour, rows]) => ({ hour, count: rows.reduce((sum, { count }) => sum + count, 0) }));
  return counted.toSorted((a, b) => b.count - a.count || a.hour - b.hour)[0] ?? null;
}
