import { useCallback } from 'react';
import { fieldErrorsOf } from '../../api/client.ts';
import type { FileFacts } from '../../api/types.ts';
import { useHotline } from '../../app/hotline-context.ts';
import { useBringing } from '../../files/file-picker.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { useDraft } from '../../ui/use-draft.ts';
import type { useVerbs } from './use-verbs.ts';

export type AnswerFiles = ReturnType<typeof useAnswerFiles>;

const none: { readonly files: readonly FileFacts[] } = { files: [] };

/**
 * The files of the next message to the requester. They belong to the request and not to a tab of the composer: who turns an answer into a
 * question, or looks at the calls meanwhile, loses none, and neither does a file that is still on its way.
 */
export function useAnswerFiles(requestId: string, verbs: ReturnType<typeof useVerbs>) {
  const { t } = useTexts();
  const { attachments: rules } = useHotline();
  const [held, hold, forget] = useDraft(`answer-files.${requestId}`, none);
  const change = useCallback(
    (next: (before: readonly FileFacts[]) => readonly FileFacts[]) => hold((before) => ({ files: next(before.files) })),
    [hold],
  );
  const bringing = useBringing(`/intake/requests/${encodeURIComponent(requestId)}/files`, change);
  const files = rules === null ? none.files : held.files;
  const faults = fieldErrorsOf(verbs.error).flatMap(({ field, message }) => {
    const [of, place] = field.split('.');
    if (of !== 'attachments') return [];
    if (place === undefined) return [message];
    const { attachments } = (verbs.variables?.body ?? {}) as { readonly attachments?: readonly string[] };
    const file = files.find(({ fileId }) => fileId === attachments?.[Number(place)]);
    // One that was taken away since is no fault any more.
    return file === undefined ? [] : [t('files.fault', { name: file.name, message })];
  });
  return { files, change, bringing, forget, error: faults.length === 0 ? undefined : faults.join(' ') };
}
