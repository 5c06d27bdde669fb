import { ownMarks } from '@reglament/domain/conduct';
import type { Regulation } from '@reglament/domain/regulation';
import { fingerprintsOf, newSalt } from '@reglament/platform/secrets';

/** What leaves intake of a requester's own data: enough to tell it from other people's in an answer (kuty 2.6). */
export interface Marked {
  readonly salt: string;
  readonly marks: readonly string[];
}

type Contacts = Parameters<typeof ownMarks>[0];
const none: Contacts = { name: '', email: null, phone: null };

/** @returns null where the regulation does not look for personal data, or there is none */
export function markRequester(
  regulation: Regulation,
  contacts: Contacts | null,
  words: readonly string[],
): Marked | null {
  if (regulation.messages.personalData === null) return null;
  const marks = ownMarks(contacts ?? none, words);
  const salt = newSalt();
  return marks.length === 0 ? null : { salt, marks: fingerprintsOf(salt, marks) };
}
