import { allow, type Decision } from '@reglament/domain/request';
import { newId } from '@reglament/platform/ids';
import { type Change, carrying, type Scene } from './scene.ts';

/** Asks the requester for information, with files or without; the work waits for the answer. */
export function ask(
  { work, next, by, now }: Scene,
  body: { readonly text: string; readonly attachments?: readonly string[] | undefined },
): Decision<Change> {
  const { text } = body;
  const messageId = newId();
  const files = carrying(body.attachments);
  return allow({
    patch: { status: next, waitingSince: now, unreadSince: null, cancelOffer: null },
    detail: { messageId, ...files },
    say: [
      { type: 'work.information-requested.v1', payload: { requestId: work.requestId, messageId, by, text, ...files } },
    ],
  });
}
