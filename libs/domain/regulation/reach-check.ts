import type { Draft } from './draft.ts';
import type { Never } from './mistake-words/values.ts';
import { canDeclineBy, Reachable } from './reachable.ts';
import type { Path } from './source.ts';
import type { ClockRule, FactMatch, Reason, Regulation } from './types.ts';

/** The use that a reason must have to be the reason of a fact. */
const USE_IN: Readonly<Record<string, Reason['use']>> = {
  'work.cancelled': 'cancel',
  'work.declined': 'decline',
  'work.postponed': 'postpone',
};

/** What nothing leads to: a clock that waits for what cannot happen, a reason that nobody can ever choose. */
export function checkReach(draft: Draft, regulation: Regulation): void {
  const reachable = new Reachable(regulation);
  for (const rule of regulation.clocks) checkClock(draft, rule, reachable, regulation);
  checkReasons(draft, regulation);
}

function checkClock(draft: Draft, rule: ClockRule, reachable: Reachable, regulation: Regulation): void {
  const path: Path = ['clocks', rule.id.split('.')[0] ?? rule.id];
  const never = (list: readonly FactMatch[]): Never | undefined => {
    const why = list.map(({ fact }) => reachable.whyNeverHappens(fact));
    return why.includes(undefined) ? undefined : why[0];
  };
  const start = never(rule.startsOn);
  const stop = never(rule.stopsOn);
  if (start !== undefined) draft.mistake([...path, 'starts'], 'neverStarts', { never: start });
  else if (stop !== undefined) draft.mistake([...path, 'stops'], 'neverKept', { never: stop });
  for (const [index, pause] of rule.pauses.entries()) {
    const from = never([pause.from]);
    const until = never(pause.until);
    const at = [...path, 'pauses', index];
    if (from !== undefined) draft.mistake(at, 'pauseNeverBegins', { never: from });
    else if (until !== undefined) draft.mistake(at, 'pauseNeverEnds', { fact: pause.from.fact, never: until });
  }
  const parts = { starts: rule.startsOn, stops: rule.stopsOn, cancels: rule.cancelsOn };
  for (const [part, matches] of Object.entries(parts))
    for (const match of matches) checkReasonOf(draft, match, [...path, part], regulation);
  for (const { from, until } of rule.pauses)
    for (const match of [from, ...until]) checkReasonOf(draft, match, [...path, 'pauses'], regulation);
}

/** A fact by a reason that serves another use never happens. */
function checkReasonOf(draft: Draft, { fact, where }: FactMatch, path: Path, { reasons }: Regulation): void {
  const use = USE_IN[fact];
  const reason = reasons.find(({ id }) => id === where.reason);
  if (use === undefined || reason === undefined || reason.use === use) return;
  draft.mistake(path, 'reasonOfOtherUse', { fact, id: reason.id, use: reason.use });
}

function checkReasons(draft: Draft, regulation: Regulation): void {
  const chosen = chosenByRules(regulation);
  for (const reason of regulation.reasons) {
    const { id, use, chosenBy } = reason;
    const path = ['reasons', id];
    if (chosenBy === 'platform' && !chosen.has(id)) draft.mistake(path, 'reasonNeverChosen', { id });
    if (use === 'decline' && !canDeclineBy(reason, regulation)) draft.mistake(path, 'reasonNeverDeclines', { id });
  }
}

const chosenByRules = ({ calls, silence, clocks, conduct }: Regulation): ReadonlySet<string> =>
  new Set([
    ...[calls?.reason, silence?.reason].filter((reason) => reason !== undefined),
    ...clocks.flatMap(({ onExpiry }) => onExpiry.flatMap((action) => ('reason' in action ? [action.reason] : []))),
    ...(conduct?.procedures ?? []).flatMap(({ steps }) => steps.flatMap(({ reason }) => reason ?? [])),
  ]);
