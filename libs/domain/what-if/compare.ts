import type { Instant } from '../time/index.ts';
import type { Compared, Moved, Outcome, Promised, Standing } from './types.ts';

/** How many requests are named behind one number: enough to look into, few enough to send. */
export const NAMED = 100;

/** Puts the promises of one request side by side, run by run. */
export function compare(before: readonly Promised[], after: readonly Promised[]): readonly Compared[] {
  const keyOf = ({ rule, run }: Promised) => `${rule}:${run}`;
  const left = new Map(after.map((promise) => [keyOf(promise), promise]));
  const both = before.map((promise): Compared => {
    const counterpart = left.get(keyOf(promise)) ?? null;
    left.delete(keyOf(promise));
    return { rule: promise.rule, run: promise.run, before: promise, after: counterpart };
  });
  const onlyAfter = [...left.values()].map(({ rule, run, ...rest }) => ({
    rule,
    run,
    before: null,
    after: { rule, run, ...rest },
  }));
  return [...both, ...onlyAfter];
}

/** Counts what was compared, by rule and by how it stood and would stand. The order of requests decides only who is named first. */
export class Tally<At = Instant> {
  readonly #outcomes = new Map<
    string,
    { rule: string; before: Standing; after: Standing; count: number; moved: Moved<At>[] }
  >();

  add(
    this: Tally,
    request: { readonly requestId: string; readonly number: string | null },
    compared: readonly Compared[],
  ): void {
    for (const one of compared) {
      const before = one.before?.verdict ?? 'none';
      const after = one.after?.verdict ?? 'none';
      const outcome = this.#outcomeOf(one.rule, before, after);
      outcome.count += 1;
      if (before === after || outcome.moved.length >= NAMED) continue;
      const due = { dueBefore: one.before?.dueAt ?? null, dueAfter: one.after?.dueAt ?? null };
      outcome.moved.push({ ...request, run: one.run, ...due });
    }
  }

  /** Adds what another part of the history came to. */
  merge(outcomes: readonly Outcome<At>[]): void {
    for (const { rule, before, after, count, moved } of outcomes) {
      const outcome = this.#outcomeOf(rule, before, after);
      outcome.count += count;
      outcome.moved.push(...moved.slice(0, NAMED - outcome.moved.length));
    }
  }

  outcomes(): readonly Outcome<At>[] {
    return [...this.#outcomes.values()];
  }

  #outcomeOf(rule: string, before: Standing, after: Standing) {
    const key = `${rule} ${before} ${after}`;
    const known = this.#outcomes.get(key);
    if (known !== undefined) return known;
    const outcome = { rule, before, after, count: 0, moved: [] };
    this.#outcomes.set(key, outcome);
    return outcome;
  }
}

/** The promises of one rule: how many stood and would stand each way. */
export interface RuleSummary<At = Instant> {
  readonly rule: string;
  readonly before: Readonly<Record<Standing, number>>;
  readonly after: Readonly<Record<Standing, number>>;
  /** What would end otherwise, the most frequent first. */
  readonly changes: readonly Outcome<At>[];
}

/** Outcomes by rule, in the order given. */
export function summarise<At>(outcomes: readonly Outcome<At>[], rules: readonly string[]): readonly RuleSummary<At>[] {
  const order = [...rules, ...outcomes.map(({ rule }) => rule)];
  return [...new Set(order)].flatMap((rule) => {
    const own = outcomes.filter((outcome) => outcome.rule === rule);
    if (own.length === 0) return [];
    const before = { kept: 0, broken: 0, cancelled: 0, open: 0, none: 0 };
    const after = { ...before };
    for (const outcome of own) {
      before[outcome.before] += outcome.count;
      after[outcome.after] += outcome.count;
    }
    const changes = own.filter((one) => one.before !== one.after).sort((a, b) => b.count - a.count);
    return [{ rule, before, after, changes }];
  });
}
