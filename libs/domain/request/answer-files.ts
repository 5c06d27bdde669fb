import { type AdmissionRule, ruleAgainst, sentencesOf } from '../admission/index.ts';
import type { Regulation } from '../regulation/types.ts';
import { allow, type Decision, type FieldFault, refuse } from './outcome.ts';

/** What a message to the requester carries beside its words. */
export interface Carried {
  readonly fileIds: readonly string[];
  /** Those of them that staff brought for this very request, that no message has carried yet, and that are not forgotten. */
  readonly there: ReadonlySet<string>;
  readonly hasWords: boolean;
}

const fault = (field: string, rule: AdmissionRule): FieldFault => ({ field, rule, sentence: sentencesOf(rule) });

/** May a message carry these files? As many as the regulation lets a requester send (edoc 12), and only with words. */
export function decideFiles(regulation: Regulation, { fileIds, there, hasWords }: Carried): Decision<null> {
  if (fileIds.length === 0) return allow(null);
  const rule = ruleAgainst(regulation, fileIds);
  if (rule !== null) return notTaken(regulation, [fault('attachments', rule)]);
  const faults = fileIds.flatMap((id, place) => (there.has(id) ? [] : [fault(`attachments.${place}`, 'unknownFile')]));
  if (!hasWords) faults.push(fault('text', 'filesNeedWords'));
  return faults.length === 0 ? allow(null) : notTaken(regulation, faults);
}

const notTaken = ({ attachments }: Regulation, faults: readonly FieldFault[]) =>
  refuse(
    'files-not-taken',
    {
      ru: 'Сообщение не отправлено из-за приложенных файлов.',
      uk: 'Повідомлення не надіслано через додані файли.',
      kk: 'Тіркелген файлдарға байланысты хабарлама жіберілмеді.',
      en: 'The message was not sent because of its files.',
    },
    { clause: attachments?.clause ?? null, faults },
  );
