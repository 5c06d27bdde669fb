import { allow, type Decision } from '@reglament/domain/request';
import { newId } from '@reglament/platform/ids';
import { type Change, closing, type Scene } from './scene.ts';

/** Closes as resolved, with a last word to the requester or without. */
export function resolve(
  { work, next, by, now }: Scene,
  body: { readonly text?: string | undefined },
): Decision<Change> {
  const text = body.text ?? null;
  const messageId = text === null ? null : newId();
  return allow({
    patch: { status: next, ...closing(now) },
    detail: { messageId },
    say: [{ type: 'work.resolved.v1', payload: { requestId: work.requestId, by, messageId, text } }],
  });
}
