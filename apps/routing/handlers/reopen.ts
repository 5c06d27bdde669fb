import { allow, type Decision } from '@reglament/domain/request';
import { type Change, queuedAgain, type Scene } from './scene.ts';

/** Takes a closed request up again: with its agent, or in the queue where there is none. Calls are counted anew. */
export function reopen({ work, next, by, now }: Scene, body: { readonly because: string }): Decision<Change> {
  const again = next === 'queued';
  return allow({
    patch: {
      status: next,
      closedAt: null,
      callSeries: work.callSeries + 1,
      deadlineAt: null,
      ...(again ? { queuedAt: now } : {}),
    },
    detail: { because: body.because, from: work.status },
    say: [
      { type: 'work.reopened.v1', payload: { requestId: work.requestId, by, because: body.because } },
      ...(again ? [queuedAgain(work)] : []),
    ],
  });
}
