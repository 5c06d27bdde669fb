import {
  allow,
  type CallOutcome,
  closedStatuses,
  type Decision,
  decideCall,
  decideReason,
} from '@reglament/domain/request';
import { addCall, readSeries } from '../store/calls.ts';
import { platformActor } from '../store/work.ts';
import { cancellation } from './cancel.ts';
import type { Change, Saying, Scene } from './scene.ts';

/** Records a call to the requester. The last unanswered one that the regulation grants cancels the request (ovk 2.9). */
export async function logCall(
  scene: Scene,
  body: { readonly outcome: CallOutcome; readonly note?: string | undefined },
): Promise<Decision<Change>> {
  const { work, next, regulation, by, now, tx } = scene;
  const note = body.note ?? null;
  const { attempt, cancelFor } = decideCall(await readSeries(tx, work), body.outcome, regulation.calls);
  await addCall(tx, work, { attempt, at: now, by, outcome: body.outcome, note });
  const called: Saying = {
    type: 'work.call-attempted.v1',
    payload: { requestId: work.requestId, by, attempt, outcome: body.outcome, note },
  };
  const detail = { attempt, outcome: body.outcome, note };
  if (cancelFor === null || closedStatuses.includes(work.status)) {
    const series = body.outcome === 'answered' ? { callSeries: work.callSeries + 1 } : {};
    return allow({ patch: { status: next, ...series }, detail, say: [called] });
  }
  const reason = decideReason(regulation, 'cancel', cancelFor, 'platform');
  if (!reason.ok) return reason;
  const cancelled = cancellation({ ...scene, next: 'cancelled', by: platformActor }, reason.value, null);
  return allow({
    patch: cancelled.patch,
    detail: { ...detail, cancelled: cancelled.detail },
    say: [called, ...cancelled.say],
  });
}
