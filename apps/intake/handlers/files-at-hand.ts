import { attachmentFaults, KEPT_UNSENT, sentence } from '@reglament/domain/admission';
import type { Language, Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { Refusal } from '@reglament/platform/outcome';
import type { Tx } from '@reglament/platform/postgres';
import { filesThere } from '../store/files.ts';
import { refusalOfFaults } from './refusals.ts';

/** What stands against sending these files: more than the regulation takes, or some that are no longer there; null for nothing. */
export async function refusalOfFiles(
  tx: Tx,
  regulation: Regulation,
  sent: { readonly fileIds: readonly string[]; readonly at: Instant; readonly language: Language },
): Promise<Refusal | null> {
  const { fileIds, at, language } = sent;
  if (fileIds.length === 0) return null;
  const faults = attachmentFaults(regulation, fileIds, language);
  if (faults.length > 0) return refusalOfFaults(faults, language);
  const there = await filesThere(tx, fileIds, (at - KEPT_UNSENT) as Instant);
  const missing = fileIds.flatMap((id, place) => (there.has(id) ? [] : [`attachments.${place}`]));
  if (missing.length === 0) return null;
  const message = sentence('unknownFile', language);
  return refusalOfFaults(
    missing.map((field) => ({ field, rule: 'unknownFile', message })),
    language,
  );
}
