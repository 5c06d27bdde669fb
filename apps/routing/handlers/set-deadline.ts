import { allow, type DeadlineAsked, type Decision, deadlineClauseOf, decideDeadline } from '@reglament/domain/request';
import { isoOf, isoOrNull } from '@reglament/domain/time';
import type { Change, Scene } from './scene.ts';

/** The responsible agent sets the completion deadline, or changes it with a reason; every one stays in the trail (initiative 2.6). */
export function setDeadline(
  { work, next, regulation, by, now, calendar }: Scene,
  body: {
    readonly deadline: DeadlineAsked;
    readonly note?: string | undefined;
    readonly tell?: boolean | undefined;
  },
): Decision<Change> {
  const note = body.note ?? null;
  const told = (body.tell ?? false) && regulation.letters.has('deadline-set');
  const clause = deadlineClauseOf(regulation);
  const decided = decideDeadline(body.deadline, { previous: work.deadlineAt, note, now, calendar, clause });
  if (!decided.ok) return decided;
  const dueAt = isoOf(decided.value.dueAt);
  const previousDueAt = isoOrNull(work.deadlineAt);
  const set = { dueAt, previousDueAt, note, told };
  return allow({
    patch: { status: next, deadlineAt: decided.value.dueAt },
    detail: { ...set, clause },
    say: [{ type: 'work.deadline-set.v1', payload: { requestId: work.requestId, by, ...set } }],
  });
}
