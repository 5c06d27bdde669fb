import { allow, type Decision, decideDiagnosed, kindOf } from '@reglament/domain/request';
import { newId } from '@reglament/platform/ids';
import { readSteps } from '../store/diagnosis.ts';
import { type Change, carrying, closing, type Scene } from './scene.ts';

/** Closes as resolved, with a last word to the requester or without; not before its diagnosis is whole, where it needs one (edoc 13). */
export async function resolve(
  { work, next, by, now, regulation, tx }: Scene,
  body: { readonly text?: string | undefined; readonly attachments?: readonly string[] | undefined },
): Promise<Decision<Change>> {
  const kind = kindOf(regulation, work.category);
  if (regulation.diagnosis?.requires.has(kind)) {
    const diagnosed = decideDiagnosed(regulation, kind, await readSteps(tx, work.requestId));
    if (!diagnosed.ok) return diagnosed;
  }
  const text = body.text ?? null;
  const messageId = text === null ? null : newId();
  const files = carrying(body.attachments);
  return allow({
    patch: { status: next, ...closing(now) },
    detail: { messageId, ...files },
    say: [{ type: 'work.resolved.v1', payload: { requestId: work.requestId, by, messageId, text, ...files } }],
  });
}
