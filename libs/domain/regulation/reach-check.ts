import type { Draft } from './draft.ts';
import type { ClockRule, FactMatch, Regulation } from './types.ts';

/** What must be set out so that a fact can happen at all; a fact in no line can always happen. */
const LEADS_TO: Readonly<Record<string, (regulation: Regulation) => boolean>> = {
  'work.postponed': postpones,
  'work.postponement-ended': postpones,
  'work.handed-over': ({ vendors }) => vendors.length > 0,
  'work.remote-session-recorded': ({ remoteSessions }) => remoteSessions !== null,
  'work.diagnosed': ({ diagnosis }) => diagnosis !== null,
  'work.guest-invited': ({ guests }) => guests !== null,
  'work.guest-wrote': ({ guests }) => guests !== null,
  'work.guest-access-ended': ({ guests }) => guests !== null,
  'work.service-ended': ({ documents }) => documents !== null,
  'work.documents-dispatched': ({ documents }) => documents !== null,
};

function postpones({ reasons }: Regulation): boolean {
  return reasons.some(({ use, chosenBy }) => use === 'postpone' && chosenBy === 'staff');
}

/** States that nothing leads to: a clock that waits for what cannot happen, a reason that nobody can ever choose. */
export function checkReach(draft: Draft, regulation: Regulation): void {
  for (const rule of regulation.clocks) checkClock(draft, rule, regulation);
  const chosen = chosenByRules(regulation);
  for (const { id, chosenBy } of regulation.reasons) {
    if (chosenBy === 'platform' && !chosen.has(id))
      draft.mistake(['reasons', id], `The reason \`${id}\` is the platform's, and no rule ever chooses it.`);
  }
}

function checkClock(draft: Draft, rule: ClockRule, regulation: Regulation): void {
  const path = ['clocks', rule.id.split('.')[0] ?? rule.id];
  const never = (list: readonly FactMatch[]): string | undefined =>
    list.length > 0 && list.every(({ fact }) => !(LEADS_TO[fact]?.(regulation) ?? true)) ? list[0]?.fact : undefined;
  const start = never(rule.startsOn);
  const stop = never(rule.stopsOn);
  if (start !== undefined)
    draft.mistake([...path, 'starts'], `This clock can never start: nothing here leads to \`${start}\`.`);
  else if (stop !== undefined)
    draft.mistake([...path, 'stops'], `This clock can never be kept: nothing here leads to \`${stop}\`.`);
}

const chosenByRules = ({ calls, silence, clocks, conduct }: Regulation): ReadonlySet<string> =>
  new Set([
    ...[calls?.reason, silence?.reason].filter((reason) => reason !== undefined),
    ...clocks.flatMap(({ onExpiry }) => onExpiry.flatMap((action) => ('reason' in action ? [action.reason] : []))),
    ...(conduct?.procedures ?? []).flatMap(({ steps }) => steps.flatMap(({ reason }) => reason ?? [])),
  ]);
