import type { Calendar } from '../calendar/types.ts';
import type { ClockRule, Regulation } from '../regulation/types.ts';
import type { Instant } from '../time/index.ts';
import { chooseRules, traitsOf } from './choose.ts';
import { fold } from './fold.ts';
import type { Clock, Fact } from './types.ts';

/** What a request was submitted as. */
interface Submitted {
  readonly category: string;
  readonly channel: string;
  readonly clientCategory: string | null;
}

/** A stretch of a request's life under one classification; the first has always been. */
interface Period {
  readonly from: Instant;
  /** Null: it lasts. */
  readonly to: Instant | null;
  readonly rules: ReadonlySet<ClockRule>;
}

const RECLASSIFIED = 'work.reclassified';
/** Not a fact of anybody: ends the run of a rule that no longer applies. */
const AWAY = 'rule.left';

/**
 * Every clock of a request whose category or client category may have been changed on the way. A pure function of the facts, so
 * their order of arrival changes nothing:
 *
 * - The classification of the latest moment decides which rules apply; a rule that applies counts from where its facts say
 *   (a promise from the receipt), whatever the request was called then.
 * - A rule that no longer applies keeps the runs that ended while it did; its open run falls away at the change (broken, if it
 *   was past due).
 * - A run that ended under an earlier classification is judged by that one alone: the rules of a later one do not judge it again.
 */
export function foldRequest(
  regulation: Pick<Regulation, 'clocks' | 'categories' | 'clientCategories'>,
  submitted: Submitted,
  facts: readonly Fact[],
  calendar: Calendar,
): readonly Clock[] {
  const changes = facts
    .filter(({ kind }) => kind === RECLASSIFIED)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  if (changes.length === 0)
    return chooseRules(regulation, traitsOf(regulation, submitted)).flatMap((rule) => fold(facts, rule, calendar));
  const periods = periodsOf(regulation, submitted, changes);
  return regulation.clocks.flatMap((rule) => foldWithin(rule, periods, facts, calendar));
}

function periodsOf(
  regulation: Pick<Regulation, 'clocks' | 'categories' | 'clientCategories'>,
  submitted: Submitted,
  changes: readonly Fact[],
): readonly Period[] {
  const under = (category: string, clientCategory: string | null) =>
    new Set(chooseRules(regulation, traitsOf(regulation, { category, clientCategory, channel: submitted.channel })));
  const text = (value: Fact['data'][string] | undefined): string | null => (typeof value === 'string' ? value : null);
  const first = {
    from: Number.NEGATIVE_INFINITY as Instant,
    rules: under(submitted.category, submitted.clientCategory),
  };
  const later = changes.map(({ at, data }) => ({
    from: at,
    rules: under(text(data.category) ?? submitted.category, text(data.clientCategory)),
  }));
  return [first, ...later].map((period, index) => ({ ...period, to: changes[index]?.at ?? null }));
}

function foldWithin(
  rule: ClockRule,
  periods: readonly Period[],
  facts: readonly Fact[],
  calendar: Calendar,
): readonly Clock[] {
  const applying = periods.filter(({ rules }) => rules.has(rule));
  const last = applying.at(-1);
  if (last === undefined) return [];
  const endedWhileApplying = (at: Instant): boolean =>
    applying.some(({ from, to }) => at >= from && (to === null || at <= to));
  return runsUntil(rule, last.to, facts, calendar).filter(
    ({ state }) => state.state !== 'stopped' || endedWhileApplying(state.stoppedAt),
  );
}

/** The runs of a rule; where it stopped applying, from the facts until then, with the open run ended there. */
function runsUntil(rule: ClockRule, to: Instant | null, facts: readonly Fact[], calendar: Calendar): readonly Clock[] {
  if (to === null) return fold(facts, rule, calendar);
  const until = facts.filter(({ at }) => at <= to);
  const left: Fact = { id: AWAY, kind: AWAY, at: to, data: {} };
  const leaving = { ...rule, cancelsOn: [...rule.cancelsOn, { fact: AWAY, where: {} }] };
  return fold([...until, left], leaving, calendar).map((clock) => ({ ...clock, rule }));
}
