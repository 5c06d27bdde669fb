import { allow, type Decision, decideProvided, decideStep } from '@reglament/domain/request';
import { addStep } from '../store/diagnosis.ts';
import { notProvided } from './record-session.ts';
import type { Change, Scene } from './scene.ts';

/** Records a step of the diagnosis: cause, priority, search for a solution, action (edoc 13). */
export async function diagnose(
  { work, next, regulation, by, now, tx }: Scene,
  body: { readonly step: string; readonly choice?: string | undefined; readonly text?: string | undefined },
): Promise<Decision<Change>> {
  const rule = regulation.diagnosis;
  if (rule === null) return notProvided(decideProvided(regulation, work.category, 'diagnose'));
  const decided = decideStep(rule, { step: body.step, choice: body.choice ?? null, text: body.text ?? null });
  if (!decided.ok) return decided;
  await addStep(tx, work.requestId, { ...decided.value, at: now, by });
  return allow({
    patch: { status: next },
    detail: { ...decided.value, clause: rule.clause },
    say: [{ type: 'work.diagnosed.v1', payload: { requestId: work.requestId, by, ...decided.value } }],
  });
}
