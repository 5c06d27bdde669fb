import { allow, type Decision } from '@reglament/domain/request';
import { newId } from '@reglament/platform/ids';
import type { Change, Scene } from './scene.ts';

/** Asks the requester for information; the work waits for the answer. */
export function ask({ work, next, by, now }: Scene, body: { readonly text: string }): Decision<Change> {
  const messageId = newId();
  return allow({
    patch: { status: next, waitingSince: now, unreadSince: null, cancelOffer: null },
    detail: { messageId },
    say: [
      { type: 'work.information-requested.v1', payload: { requestId: work.requestId, messageId, by, text: body.text } },
    ],
  });
}
