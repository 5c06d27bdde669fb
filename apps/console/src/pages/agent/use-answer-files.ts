import { useCallback } from 'react';
import { fieldErrorsOf } from '../../api/client.ts';
import type { FileFacts } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { useBringing } from '../../files/file-picker.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import type { useVerbs } from './use-verbs.ts';

export type AnswerFiles = ReturnType<typeof useAnswerFiles>;

const none: { readonly files: readonly FileFacts[] } = { files: [] };

/**
 * The files of the next message to the requester. They belong to the request and not to a tab of the composer: who turns an answer into a
 * question, or looks at the calls meanwhile, loses none, and neither does a file that is still on its way.
 */
export function useAnswerFiles(requestId: string, verbs: ReturnType<typeof useVerbs>) {
  const { attachments: rules } = useHotline();
  const [held, hold] = useDraft(`answer-files.${requestId}`, none);
  const change = useCallback(
    (next: (before: readonly FileFacts[]) => readonly FileFacts[]) => hold((before) => ({ files: next(before.files) })),
    [hold],
  );
  const bringing = useBringing(`/intake/requests/${encodeURIComponent(requestId)}/files`, change);
  const files = rules === null ? none.files : held.files;
  const { attachments = [] } = (verbs.variables?.body ?? {}) as { readonly attachments?: readonly string[] };
  const refused = fieldErrorsOf(verbs.error).filter(({ field }) => /^attachments\b/.test(field));
  const error = refused.find(({ field }) => field === 'attachments')?.message;
  const faults = new Map(refused.map(({ field, message }) => [attachments[Number(field.split('.')[1])], message]));
  /** Takes away what has been sent, and what was refused on its way here. A file chosen while the message went out stays for the next. */
  const sent = (fileIds: readonly string[]) => {
    hold((before) => {
      const left = before.files.filter(({ fileId }) => !fileIds.includes(fileId));
      return left.length === 0 ? none : { files: left };
    });
    for (const { key } of bringing.underway) bringing.drop(key);
  };
  return { files, change, bringing, sent, error, faults };
}
