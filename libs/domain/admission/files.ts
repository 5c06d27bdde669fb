import type { Language, Regulation } from '../regulation/types.ts';
import type { Millis } from '../time/index.ts';
import { type AdmissionRule, sentence } from './sentences.ts';
import type { Fault } from './types.ts';

/** How long a file may wait for the message that names it. */
export const KEPT_UNSENT: Millis = 24 * 3_600_000;

const fault = (field: string, rule: AdmissionRule, language: Language): Fault => ({
  field,
  rule,
  message: sentence(rule, language),
});

/** How many files a message may carry; whether they are there is for their keeper to say. */
export function attachmentFaults(regulation: Regulation, fileIds: readonly string[], language: Language): Fault[] {
  const rule = ruleAgainst(regulation, fileIds);
  return rule === null ? [] : [fault('attachments', rule, language)];
}

/** The rule that these files break as a whole; null for none. */
export function ruleAgainst(regulation: Regulation, fileIds: readonly string[]): AdmissionRule | null {
  if (fileIds.length === 0) return null;
  if (regulation.attachments === null) return 'noAttachments';
  return fileIds.length > regulation.attachments.most ? 'tooManyFiles' : null;
}

/** May a file of this size and type be taken? `type` is what its bytes say; null for what cannot be told. */
export function admitFile(
  regulation: Regulation,
  file: { readonly bytes: number; readonly type: string | null },
  language: Language,
): Fault[] {
  const rules = regulation.attachments;
  if (rules === null) return [fault('file', 'noAttachments', language)];
  if (file.bytes === 0) return [fault('file', 'emptyFile', language)];
  if (file.bytes > rules.maxBytes) return [fault('file', 'fileTooLarge', language)];
  if (file.type === null || !rules.types.includes(file.type)) return [fault('file', 'fileTypeNotTaken', language)];
  return [];
}
