import type { Draft } from './draft.ts';
import type { Regulation } from './types.ts';

/** Holes and contradictions in the procedures of work: what would let a request be forgotten, or a rule do nothing. */
export function checkProcedures(draft: Draft, regulation: Regulation): void {
  checkPostponing(draft, regulation);
}

function checkPostponing(draft: Draft, { reasons, clocks }: Regulation): void {
  const resumes = clocks.filter((rule) => rule.onExpiry.some((action) => action.do === 'resume'));
  for (const rule of resumes) {
    if (rule.dueBy?.fact === 'work.postponed') continue;
    draft.mistake(
      ['clocks', rule.id.split('.')[0] ?? rule.id],
      '`resume` takes postponed work up again: it belongs to a clock `within: set by work.postponed`.',
    );
  }
  const postpones = reasons.some(({ use }) => use === 'postpone');
  if (postpones && resumes.length === 0)
    draft.mistake(
      ['reasons'],
      'Requests can be postponed until a moment, and no clock takes them up again: one must be `within: set by work.postponed` and `resume` on expiry.',
    );
}
