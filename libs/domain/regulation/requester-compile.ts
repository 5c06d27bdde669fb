import type { Draft } from './draft.ts';
import type { AccountRule, PlaceRule, RequesterRules } from './requester-types.ts';
import type { Regulation } from './types.ts';

/** What the regulation says of requesters; all null where it says nothing. */
export function compileRequesters(draft: Draft): { readonly requesters: RequesterRules } {
  const { acceptance } = draft.file.requesters ?? {};
  return {
    requesters: { place: compilePlace(draft), acceptance: acceptance ?? null, accounts: compileAccounts(draft) },
  };
}

function compileAccounts(draft: Draft): AccountRule | null {
  const entry = draft.file.requesters?.accounts;
  if (entry === undefined) return null;
  const path = ['requesters', 'accounts', 'leaving', 'kept'];
  const { clause, leaving } = entry;
  return { clause, leaving: leaving ? { clause: leaving.clause, kept: draft.text(leaving.kept, path) } : null };
}

/** A pace worth telling: enough answers to even out one hard question, few enough to be of today. */
const PACE = 20;
const AT_LEAST = 5;
const MOST = 200;

function compilePlace(draft: Draft): PlaceRule | null {
  const entry = draft.file.requesters?.place;
  if (entry === undefined) return null;
  const rule = { clause: entry.clause, pace: Number(entry.pace ?? PACE), atLeast: Number(entry.atLeast ?? AT_LEAST) };
  const path = ['requesters', 'place'];
  if (rule.pace > MOST) draft.mistake([...path, 'pace'], 'paceTooLong', { most: MOST });
  if (rule.atLeast < 2) draft.mistake([...path, 'atLeast'], 'paceOfOne');
  if (rule.atLeast > rule.pace) draft.mistake(path, 'estimateTooLong', { atLeast: rule.atLeast, pace: rule.pace });
  return rule;
}

/** Contradictions between these rules and the rest. */
export function checkRequesters(draft: Draft, regulation: Regulation): void {
  checkPlace(draft, regulation);
  const { requesters, texts } = regulation;
  if (requesters.acceptance !== null && texts.conduct === null)
    draft.mistake(['requesters', 'acceptance'], 'nothingToAccept');
}

function checkPlace(draft: Draft, { requesters, queueOrder, clocks }: Regulation): void {
  if (requesters.place === null) return;
  const path = ['requesters', 'place'];
  if (queueOrder !== 'arrival') draft.mistake(path, 'placeWithoutOrder');
  if (!clocks.some((rule) => rule.within === null && rule.dueBy === null)) draft.mistake(path, 'placeWithDeadlines');
}
