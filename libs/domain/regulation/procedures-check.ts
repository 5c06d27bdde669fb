import type { Draft } from './draft.ts';
import type { Regulation } from './types.ts';

/** Holes and contradictions in the procedures of work: what would let a request be forgotten, or a rule do nothing. */
export function checkProcedures(draft: Draft, regulation: Regulation): void {
  checkPostponing(draft, regulation);
  checkSessions(draft);
  checkDiagnosis(draft, regulation);
}

function checkPostponing(draft: Draft, { reasons, clocks }: Regulation): void {
  const resumes = clocks.filter((rule) => rule.onExpiry.some((action) => action.do === 'resume'));
  for (const rule of resumes) {
    if (rule.dueBy?.fact === 'work.postponed') continue;
    draft.mistake(['clocks', rule.id.split('.')[0] ?? rule.id], 'resumesOther');
  }
  const postpones = reasons.some(({ use }) => use === 'postpone');
  if (postpones && resumes.length === 0) draft.mistake(['reasons'], 'postponedForEver');
}

function checkSessions(draft: Draft): void {
  const { remoteSessions, kinds } = draft.file;
  for (const kind of remoteSessions?.kinds ?? []) draft.refer(kind, kinds, 'kind', ['remoteSessions', 'kinds']);
  for (const part of ['tools', 'consents'] as const)
    if (remoteSessions !== undefined && Object.keys(remoteSessions[part]).length === 0)
      draft.mistake(['remoteSessions', part], 'nothingToChoose', { id: part });
}

function checkDiagnosis(draft: Draft, { diagnosis, kinds }: Regulation): void {
  if (diagnosis === null) return;
  const steps = draft.file.diagnosis?.steps;
  for (const [kind, required] of diagnosis.requires) {
    const path = ['diagnosis', 'requires', kind];
    if (!kinds.some(({ id }) => id === kind)) draft.refer(kind, draft.file.kinds, 'kind', path);
    for (const step of required) draft.refer(step, steps, 'step', path);
  }
  const used = new Set([...diagnosis.requires.values()].flat());
  for (const { id, choices } of diagnosis.steps) {
    const path = ['diagnosis', 'steps', id];
    if (!used.has(id)) draft.mistake(path, 'stepUnused', { id });
    if (choices.length === 1) draft.mistake(path, 'stepOfOneChoice');
  }
}
