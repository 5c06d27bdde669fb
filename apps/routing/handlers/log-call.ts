import type { Text } from '@reglament/domain/regulation';
import {
  allow,
  type CallOutcome,
  closedStatuses,
  type Decision,
  decideCall,
  decideReason,
  inLanguage,
  transitionOf,
} from '@reglament/domain/request';
import { newId } from '@reglament/platform/ids';
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
  const { attempt, cancelFor, ask } = decideCall(await readSeries(tx, work), body.outcome, regulation.calls);
  await addCall(tx, work, { attempt, at: now, by, outcome: body.outcome, note });
  const called: Saying = {
    type: 'work.call-attempted.v1',
    payload: { requestId: work.requestId, by, attempt, outcome: body.outcome, note },
  };
  const detail = { attempt, outcome: body.outcome, note };
  if (ask !== null) return allow(askForNumber(scene, ask, called, detail));
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

/** The number is somebody else's: the requester is asked for another, work waits, and calls are counted anew. */
function askForNumber({ work, next, regulation, by, now }: Scene, ask: Text, called: Saying, detail: object): Change {
  const messageId = newId();
  const text = inLanguage(ask, work.language, regulation.languages[0]);
  return {
    patch: {
      ...{
        status: transitionOf(work.status, 'ask')?.to ?? next,
        waitingSince: now,
        unreadSince: null,
        cancelOffer: null,
      },
      callSeries: work.callSeries + 1,
    },
    detail: { ...detail, asked: messageId, clause: regulation.calls?.wrongNumber?.clause ?? null },
    say: [
      called,
      { type: 'work.information-requested.v1', payload: { requestId: work.requestId, messageId, by, text } },
    ],
  };
}
