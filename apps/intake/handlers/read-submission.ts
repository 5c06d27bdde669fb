import { createHash } from 'node:crypto';
import { type Submission, withDefaults } from '@reglament/domain/admission';
import { maskSecrets } from '@reglament/domain/conduct';
import type { Regulation } from '@reglament/domain/regulation';
import { accept, type Outcome, refuse } from '@reglament/platform/outcome';
import { readPhone } from './read-phone.ts';
import { refusalOf } from './refusals.ts';

/** What is filed as a regulation reads it: numbers of its country, its defaults, without secrets. */
export function readSubmission(regulation: Regulation, filed: Submission): Outcome<Submission> {
  const read = readContacts(filed, regulation);
  return read.ok ? accept(withoutSecrets(regulation, withDefaults(regulation, read.value))) : read;
}

/** Secrets are masked before anything is stored or read, where the regulation says so (kz-portal 30-11). */
function withoutSecrets(regulation: Regulation, submission: Submission): Submission {
  if (regulation.messages.secrets === null) return submission;
  const fields = Object.entries(submission.fields).map(([id, value]) => [id, maskSecrets(value)]);
  return { ...submission, text: maskSecrets(submission.text), fields: Object.fromEntries(fields) };
}

/** Numbers are kept in international form so that the same person is recognised however the number was typed. */
function readContacts(submission: Submission, regulation: Regulation): Outcome<Submission> {
  const written = submission.requester.phone;
  if (written === null) return accept(submission);
  const phone = readPhone(written, regulation.country);
  if (phone === null) return refuse(refusalOf('unreadable-phone', submission.language));
  return accept({ ...submission, requester: { ...submission.requester, phone } });
}

/** By which a repeated Idempotency-Key is known to come with the same. */
export function digestOf(submission: Submission): string {
  return createHash('sha256').update(JSON.stringify(submission)).digest('base64url');
}
