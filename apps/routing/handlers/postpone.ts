import { allow, type Decision, decidePostponement } from '@reglament/domain/request';
import { type Instant, isoOf, isoOrNull } from '@reglament/domain/time';
import type { WorkPatch } from '../store/work.ts';
import { type Change, queuedAgain, type Saying, type Scene } from './scene.ts';

/** Puts work off for a reason of the regulation, until a moment or until the requester writes (edoc 9). */
export function postpone(
  { work, next, regulation, by, now }: Scene,
  body: {
    readonly reason: string;
    readonly until?: Instant | undefined;
    readonly untilReply?: boolean | undefined;
    readonly note?: string | undefined;
  },
): Decision<Change> {
  const asked = { reason: body.reason, until: body.until ?? null, untilReply: body.untilReply ?? false };
  const decided = decidePostponement(regulation, asked, now);
  if (!decided.ok) return decided;
  const { reason, untilReply } = decided.value;
  const until = isoOrNull(decided.value.until);
  const told = { reason: reason.id, clause: reason.clause, until, untilReply, note: body.note ?? null };
  return allow({
    patch: { status: next, postponement: { reason: reason.id, at: isoOf(now), until, untilReply }, unreadSince: null },
    detail: told,
    say: [{ type: 'work.postponed.v1', payload: { requestId: work.requestId, by, ...told } }],
  });
}

/** Staff take postponed work up again. */
export function resume(scene: Scene): Decision<Change> {
  return allow(resumption(scene, 'staff'));
}

/** The change that every end of a postponement comes to: work goes on with its agent, or in the queue where there is none. */
export function resumption(
  { work, next, by, now }: Pick<Scene, 'work' | 'next' | 'by' | 'now'>,
  because: 'time' | 'requester-wrote' | 'staff',
): Change {
  const again = next === 'queued';
  const patch: WorkPatch = { status: next, postponement: null, ...(again ? { queuedAt: now } : {}) };
  const ended: Saying = {
    type: 'work.postponement-ended.v1',
    payload: { requestId: work.requestId, by, because },
  };
  return { patch, detail: { because }, say: [ended, ...(again ? [queuedAgain(work)] : [])] };
}
