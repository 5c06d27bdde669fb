import { allow, type Decision } from '@reglament/domain/request';
import { newId } from '@reglament/platform/ids';
import { type Change, carrying, type Scene } from './scene.ts';

/** Writes an answer to the requester, with files or without; where it leads to an article of the help centre, it says to which (edoc 14). */
export function reply(
  { work, next, by }: Scene,
  body: {
    readonly text: string;
    readonly articleId?: string | undefined;
    readonly attachments?: readonly string[] | undefined;
  },
): Decision<Change> {
  const { text, articleId } = body;
  const beside = { ...(articleId === undefined ? {} : { articleId }), ...carrying(body.attachments) };
  const messageId = newId();
  return allow({
    patch: { status: next, unreadSince: null },
    detail: { messageId, ...beside },
    say: [{ type: 'work.replied.v1', payload: { requestId: work.requestId, messageId, by, text, ...beside } }],
  });
}
