import type { ComposedLetter } from '@reglament/domain/letters';
import type { Language } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import { newId } from '@reglament/platform/ids';
import { type Tx, timestamp } from '@reglament/platform/postgres';
import { LetterEntity } from './entities.ts';

/** A letter that is not about one request; `about` is what it is about: an account, a block, a sign-in. */
export interface OwnLetter {
  readonly kind: string;
  readonly about: string;
  readonly recipient: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly at: Instant;
}

/** Written with the transaction that caused it; a sweep sends it. */
export function addOwnLetter(tx: Tx, { about, at, ...letter }: OwnLetter): void {
  const sending = { createdAt: at, status: 'pending', attempts: 0, nextAttemptAt: at };
  tx.em.create(
    LetterEntity,
    { ...letter, ...sending, letterId: newId(), tenant: tx.tenant ?? '', requestId: about },
    { persist: true },
  );
}

/** A letter ready to be stored; a sweep sends it. */
export interface NewLetter extends ComposedLetter {
  readonly letterId: string;
  readonly recipient: string;
}

/** A letter about a request, written at a moment and due at once. */
export interface Due {
  readonly requestId: string;
  readonly at: Instant;
  readonly letter: NewLetter;
}

/** Stores letters with the transaction that caused them, all with one statement; a sweep sends them. */
export async function addLetters(tx: Tx, due: readonly Due[]): Promise<void> {
  if (due.length === 0) return;
  const rows = due.map(({ requestId, at, letter }) => ({
    tenant: tx.tenant,
    letter_id: letter.letterId,
    request_id: requestId,
    kind: letter.kind,
    recipient: letter.recipient,
    language: letter.language,
    subject: letter.subject,
    body: letter.body,
    created_at: timestamp(at),
    status: 'pending',
    attempts: 0,
    next_attempt_at: timestamp(at),
  }));
  await tx.sql('INSERT INTO intake.letters SELECT * FROM jsonb_populate_recordset(NULL::intake.letters, $1::jsonb)', [
    JSON.stringify(rows),
  ]);
}
