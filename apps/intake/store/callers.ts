import type { Answers, Tries } from '@reglament/domain/callers';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** A profile as a call is compared with it. The hash is read here and nowhere else. */
export interface Profile {
  readonly callerId: string;
  /** All answers but the secret one. */
  readonly answers: Answers;
  readonly secretHash: string;
}

/** A profile as the manager sees it. */
export interface ListedCaller {
  readonly callerId: string;
  readonly answers: Answers;
  readonly numbers: readonly string[];
  readonly secretSetAt: Instant;
  readonly registeredAt: Instant;
  readonly registeredBy: string;
  /** Of its numbers, the one with the most wrong answers. */
  readonly tries: Tries | null;
}

export interface NewCaller extends Profile {
  readonly numbers: readonly string[];
}

/** The profiles with this number: more than one where people share a telephone. */
export const profilesByNumber = (tx: Tx, number: string): Promise<Profile[]> =>
  tx.sql<Profile>(
    `SELECT c.caller_id AS "callerId", c.answers, c.secret_hash AS "secretHash"
       FROM intake.caller_numbers n JOIN intake.callers c ON c.tenant = n.tenant AND c.caller_id = n.caller_id
      WHERE n.number = $1 ORDER BY c.registered_at LIMIT 20`,
    [number],
  );

/** The newest profiles first, at most 200; by words in the answers or a number. */
export async function listCallers(tx: Tx, words: string | null): Promise<ListedCaller[]> {
  const like = words === null ? null : `%${words.replaceAll(/[%_\\]/g, '\\$&')}%`;
  const rows = await tx.sql<Omit<ListedCaller, 'tries'> & { failed: number | null; lastAt: Instant | null }>(
    `SELECT c.caller_id AS "callerId", c.answers, c.secret_set_at AS "secretSetAt", c.registered_at AS "registeredAt",
            c.registered_by AS "registeredBy", n.numbers, t.failed, t.last_at AS "lastAt"
       FROM intake.callers c
       JOIN LATERAL (SELECT array_agg(number ORDER BY number) AS numbers FROM intake.caller_numbers
                      WHERE tenant = c.tenant AND caller_id = c.caller_id) n ON true
       LEFT JOIN LATERAL (SELECT failed, last_at FROM intake.caller_tries
                           WHERE tenant = c.tenant AND number = ANY (n.numbers) ORDER BY failed DESC LIMIT 1) t ON true
      WHERE $1::text IS NULL OR array_to_string(n.numbers, ' ') ILIKE $1
         OR EXISTS (SELECT 1 FROM jsonb_each_text(c.answers) AS said WHERE said.value ILIKE $1)
      ORDER BY c.registered_at DESC, c.caller_id LIMIT 200`,
    [like],
  );
  return rows.map(({ failed, lastAt, ...row }) => ({
    ...row,
    tries: failed === null || lastAt === null ? null : { failed, lastAt },
  }));
}

/** Writes profiles with their numbers. */
export async function addCallers(tx: Tx, callers: readonly NewCaller[], by: string, at: Instant): Promise<void> {
  await tx.sql(
    `INSERT INTO intake.callers (tenant, caller_id, answers, secret_hash, secret_set_at, registered_at, registered_by)
     SELECT current_setting('app.tenant'), caller_id, answers, hash, $4::timestamptz, $4::timestamptz, $5
       FROM unnest($1::uuid[], $2::jsonb[], $3::text[]) AS c (caller_id, answers, hash)`,
    [
      callers.map(({ callerId }) => callerId),
      callers.map(({ answers }) => JSON.stringify(answers)),
      callers.map(({ secretHash }) => secretHash),
      timestamp(at),
      by,
    ],
  );
  const numbers = callers.flatMap(({ callerId, numbers: own }) => [...new Set(own)].map((each) => [callerId, each]));
  await tx.sql(
    `INSERT INTO intake.caller_numbers (tenant, number, caller_id)
     SELECT current_setting('app.tenant'), number, caller_id FROM unnest($1::uuid[], $2::text[]) AS n (caller_id, number)`,
    [numbers.map(([callerId]) => callerId), numbers.map(([, number]) => number)],
  );
}

/** A new secret; wrong answers from the profile's numbers are forgotten with the old one. @returns false for nobody */
export async function replaceSecret(tx: Tx, callerId: string, hash: string, at: Instant): Promise<boolean> {
  const replaced = await tx.sql(
    'UPDATE intake.callers SET secret_hash = $2, secret_set_at = $3::timestamptz WHERE caller_id = $1::uuid RETURNING caller_id',
    [callerId, hash, timestamp(at)],
  );
  await tx.sql(
    `DELETE FROM intake.caller_tries
      WHERE number IN (SELECT number FROM intake.caller_numbers WHERE caller_id = $1::uuid)`,
    [callerId],
  );
  return replaced.length > 0;
}

/** @returns false for nobody */
export async function removeCaller(tx: Tx, callerId: string): Promise<boolean> {
  await tx.sql('DELETE FROM intake.caller_numbers WHERE caller_id = $1::uuid', [callerId]);
  const gone = await tx.sql('DELETE FROM intake.callers WHERE caller_id = $1::uuid RETURNING caller_id', [callerId]);
  return gone.length > 0;
}

export const triesOf = async (tx: Tx, number: string): Promise<Tries | null> =>
  (await tx.sql<Tries>('SELECT failed, last_at AS "lastAt" FROM intake.caller_tries WHERE number = $1', [number]))[0] ??
  null;

/** Locks a number's count until the transaction ends, so that answers given at once are counted one after the other. */
export async function lockTries(tx: Tx, number: string, at: Instant): Promise<Tries> {
  await tx.sql(
    `INSERT INTO intake.caller_tries (tenant, number, failed, last_at)
     VALUES (current_setting('app.tenant'), $1, 0, $2::timestamptz) ON CONFLICT (tenant, number) DO NOTHING`,
    [number, timestamp(at)],
  );
  const [tries] = await tx.sql<Tries>(
    'SELECT failed, last_at AS "lastAt" FROM intake.caller_tries WHERE number = $1 FOR UPDATE',
    [number],
  );
  return tries ?? { failed: 0, lastAt: at };
}

export async function saveTries(tx: Tx, number: string, tries: Tries): Promise<void> {
  await tx.sql('UPDATE intake.caller_tries SET failed = $2, last_at = $3::timestamptz WHERE number = $1', [
    number,
    tries.failed,
    timestamp(tries.lastAt),
  ]);
}

/** Whoever answered right has answered nothing wrong. */
export async function forgetTries(tx: Tx, number: string): Promise<void> {
  await tx.sql('DELETE FROM intake.caller_tries WHERE number = $1', [number]);
}
