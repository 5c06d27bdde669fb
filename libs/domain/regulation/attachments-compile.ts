import { FILE_KINDS } from './attachments-shape.ts';
import type { Draft } from './draft.ts';
import type { AttachmentRules } from './types.ts';
import { parseSize } from './values.ts';

/** More would make filing wait for the files, and a page of them unreadable. */
const MOST_FILES = 20;
/** What the platform lets through at all, in bytes. */
export const LARGEST_BYTES = 10 * 1024 * 1024;

/** Null where the regulation takes no files. */
export function compileAttachments(draft: Draft): AttachmentRules | null {
  const entry = draft.file.attachments;
  if (entry === undefined) return null;
  const most = Number(entry.most);
  const maxBytes = parseSize(entry.each) ?? 0;
  if (most < 1 || most > MOST_FILES) draft.mistake(['attachments', 'most'], 'filesOutOfRange', { most: MOST_FILES });
  if (maxBytes > LARGEST_BYTES) draft.mistake(['attachments', 'each'], 'fileTooLarge');
  return {
    clause: entry.clause,
    most,
    maxBytes,
    types: entry.kinds.flatMap((kind): readonly string[] => FILE_KINDS[kind]),
  };
}
