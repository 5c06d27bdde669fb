import { allow, type Decision } from '@reglament/domain/request';
import { newId } from '@reglament/platform/ids';
import type { Change, Scene } from './scene.ts';

/** Writes an answer to the requester. */
export function reply({ work, next, by }: Scene, body: { readonly text: string }): Decision<Change> {
  const messageId = newId();
  return allow({
    patch: { status: next, unreadSince: null },
    detail: { messageId },
    say: [{ type: 'work.replied.v1', payload: { requestId: work.requestId, messageId, by, text: body.text } }],
  });
}
