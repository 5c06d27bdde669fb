import type { Instant, Millis } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';
import { signInLetter } from './entities.ts';

/** A letter on its way to the mail server. */
export interface Outgoing {
  readonly tenant: string;
  readonly letterId: string;
  readonly requestId: string;
  readonly kind: string;
  readonly recipient: string;
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  /** Tries, this one included. */
  readonly attempts: number;
}

/** How the mail server took a letter: sent, or refused for good with what it said. */
export interface Delivery {
  readonly letterId: string;
  readonly failure: string | null;
}

/** Between two attempts, in units of the first wait. */
const LONGEST_WAIT = 60;

/** When letters are due: nothing is put off longer than this, so what seems to be was dated by a clock that has been set back, and is due. */
export const dueAt = (now: Instant, unit: Millis) => ({
  now: timestamp(now),
  farther: timestamp((now + (LONGEST_WAIT + 1) * unit) as Instant),
});

/** Letters of all tenants that are due, the longest waiting first. For the system role, in a statement of its own. */
export const dueText = `
  (SELECT tenant, letter_id AS "letterId" FROM intake.letters WHERE status = 'pending' AND next_attempt_at <= $1
    ORDER BY next_attempt_at LIMIT $3)
  UNION ALL
  (SELECT tenant, letter_id FROM intake.letters WHERE status = 'pending' AND next_attempt_at > $2 LIMIT $3)
  LIMIT $3`;

const leaseText = `
  UPDATE intake.letters AS letter
     SET attempts = attempts + 1,
         next_attempt_at = $3::timestamptz + least(2 ^ attempts, ${LONGEST_WAIT}) * $4 * interval '1 millisecond'
   WHERE tenant = $1 AND letter_id IN (
     SELECT letter_id FROM intake.letters
      WHERE tenant = $1 AND letter_id = ANY ($2::uuid[]) AND status = 'pending'
        AND (next_attempt_at <= $3::timestamptz OR next_attempt_at > $5::timestamptz)
      FOR UPDATE SKIP LOCKED)
  RETURNING tenant, letter_id AS "letterId", request_id AS "requestId", kind, recipient, language, subject, body, attempts`;

/** Moves the next attempt ahead, by 1, 2, 4 … 60 times `unit`, and takes the letters in hand; one that another instance holds is passed over. */
export function leaseLetters(tx: Tx, letterIds: readonly string[], at: Instant, unit: Millis): Promise<Outgoing[]> {
  const { now, farther } = dueAt(at, unit);
  return tx.sql<Outgoing>(leaseText, [tx.tenant, letterIds, now, unit, farther]);
}

// A code that was sent is a secret that nobody needs any more.
const markText = `
  UPDATE intake.letters AS letter
     SET status = CASE WHEN taken.failure IS NULL THEN 'sent' ELSE 'failed' END,
         sent_at = CASE WHEN taken.failure IS NULL THEN $4::timestamptz ELSE sent_at END,
         failure = coalesce(taken.failure, letter.failure),
         body = CASE WHEN kind = '${signInLetter}' THEN '' ELSE body END,
         next_attempt_at = NULL
    FROM unnest($2::uuid[], $3::text[]) AS taken (letter_id, failure)
   WHERE tenant = $1 AND letter.letter_id = taken.letter_id AND status = 'pending'
  RETURNING letter.letter_id AS "letterId", request_id AS "requestId", kind, taken.failure`;

/** Records what became of letters. @returns those that were still open: each is told of once */
export const markLetters = (
  tx: Tx,
  deliveries: readonly Delivery[],
  at: Instant,
): Promise<(Delivery & { readonly requestId: string; readonly kind: string })[]> =>
  tx.sql(markText, [
    tx.tenant,
    deliveries.map(({ letterId }) => letterId),
    deliveries.map(({ failure }) => failure),
    timestamp(at),
  ]);
