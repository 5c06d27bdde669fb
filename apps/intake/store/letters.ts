import type { Language } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import { newId } from '@reglament/platform/ids';
import type { Tx } from '@reglament/platform/postgres';
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
