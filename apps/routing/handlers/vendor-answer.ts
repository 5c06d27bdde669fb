import { allow, type Decision } from '@reglament/domain/request';
import { type Change, queuedAgain, type Scene } from './scene.ts';

/** Enters the developer's answer: work goes on with the agent, or in the queue where there is none. */
export function vendorAnswer({ work, next, now }: Scene, body: { readonly text: string }): Decision<Change> {
  const again = next === 'queued';
  return allow({
    patch: { status: next, ...(again ? { queuedAt: now } : {}) },
    detail: { vendor: work.vendor, text: body.text },
    say: [
      { type: 'work.resumed.v1', payload: { requestId: work.requestId, because: 'vendor-answered' } },
      ...(again ? [queuedAgain(work)] : []),
    ],
  });
}
