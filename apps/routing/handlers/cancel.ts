import type { Reason } from '@reglament/domain/regulation';
import { allow, type Decision, decideReason } from '@reglament/domain/request';
import { type Change, closing, type Scene } from './scene.ts';

/** Cancels with a reason of the regulation. A reason that a clock has offered may be chosen too, though it is the platform's. */
export function cancel(
  scene: Scene,
  body: { readonly reason: string; readonly note?: string | undefined },
): Decision<Change> {
  const offered = scene.work.cancelOffer === body.reason;
  const reason = decideReason(scene.regulation, 'cancel', body.reason, offered ? 'platform' : 'staff');
  return reason.ok ? allow(cancellation(scene, reason.value, body.note ?? null)) : reason;
}

/** The change that every cancellation comes to, whoever or whatever cancels. */
export function cancellation(
  { work, next, by, now }: Pick<Scene, 'work' | 'next' | 'by' | 'now' | 'regulation'>,
  reason: Reason,
  note: string | null,
): Change {
  const { id, clause } = reason;
  return {
    patch: { status: next, ...closing(now) },
    detail: { reason: id, clause, note },
    say: [{ type: 'work.cancelled.v1', payload: { requestId: work.requestId, by, reason: id, clause, note } }],
  };
}
