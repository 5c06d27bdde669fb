import { summaryOf } from '@reglament/domain/letters';
import type { Reason } from '@reglament/domain/regulation';
import { allow, type Decision, decideReason } from '@reglament/domain/request';
import { readDone } from '../store/work.ts';
import { type Change, closing, type Scene } from './scene.ts';

/** Cancels with a reason of the regulation. A reason that a clock has offered may be chosen too, though it is the platform's. */
export async function cancel(
  scene: Scene,
  body: { readonly reason: string; readonly note?: string | undefined },
): Promise<Decision<Change>> {
  const offered = scene.work.cancelOffer === body.reason;
  const reason = decideReason(scene.regulation, 'cancel', body.reason, offered ? 'platform' : 'staff');
  if (!reason.ok) return reason;
  return allow(cancellation(scene, reason.value, await noteFor(scene, reason.value, body.note ?? null)));
}

type Where = Pick<Scene, 'work' | 'next' | 'by' | 'now'>;

/** The change that every cancellation comes to, whoever or whatever cancels. */
export function cancellation({ work, next, by, now }: Where, reason: Reason, note: string | null): Change {
  const { id, clause } = reason;
  return {
    patch: { status: next, ...closing(now) },
    detail: { reason: id, clause, note },
    say: [{ type: 'work.cancelled.v1', payload: { requestId: work.requestId, by, reason: id, clause, note } }],
  };
}

/**
 * The note that the requester is told: where they were silent, the platform itself writes what has been done, and the words
 * of staff come after it (edoc 15).
 */
export async function noteFor(
  { tx, regulation, work }: Pick<Scene, 'tx' | 'regulation' | 'work'>,
  reason: Reason,
  words: string | null,
): Promise<string | null> {
  if (reason.id !== regulation.silence?.reason) return words;
  const summary = summaryOf(regulation, work.language, await readDone(tx, work.requestId));
  return words === null || words.trim() === '' ? summary : `${summary}\n\n${words}`;
}
