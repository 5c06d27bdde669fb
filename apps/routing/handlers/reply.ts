import { allow, type Decision } from '@reglament/domain/request';
import { newId } from '@reglament/platform/ids';
import type { Change, Scene } from './scene.ts';

/** Writes an answer to the requester; where it leads to an article of the help centre, it says to which (edoc 14). */
export function reply(
  { work, next, by }: Scene,
  { text, articleId }: { readonly text: string; readonly articleId?: string | undefined },
): Decision<Change> {
  const article = articleId === undefined ? {} : { articleId };
  const messageId = newId();
  return allow({
    patch: { status: next, unreadSince: null },
    detail: { messageId, ...article },
    say: [{ type: 'work.replied.v1', payload: { requestId: work.requestId, messageId, by, text, ...article } }],
  });
}
