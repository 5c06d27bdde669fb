import { randomInt } from 'node:crypto';
import type { Tx } from '@reglament/platform/postgres';
import { digestOfSecret, randomSecret } from '@reglament/platform/secrets';

/** Real time, whatever the platform's clock shows: a mailbox is not simulated. */
export const CODE_MINUTES = 15;
export const SESSION_DAYS = 7;
/** Codes for one address within an hour: enough for lost letters, too few to guess one of 100,000,000. */
const CODES_PER_HOUR = 5;
const MOST_ATTEMPTS = 5;
/** Sessions of one person at once; the oldest make way. */
const MOST_SESSIONS = 10;

/**
 * Makes a code. The browser keeps `token`, the letter carries `code`, and PostgreSQL has the hash of both together: neither
 * the letter nor the table alone lets anybody in.
 * @returns null when too many codes were asked for with this address, known or not
 */
export async function newCode(tx: Tx, email: string): Promise<{ token: string; code: string } | null> {
  await tx.sql(
    `DELETE FROM intake.sign_in_codes WHERE (tenant, token_hash) IN (
       SELECT tenant, token_hash FROM intake.sign_in_codes WHERE created_at < now() - interval '1 day' LIMIT 100)`,
  );
  const [row] = await tx.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM intake.sign_in_codes WHERE email = $1 AND created_at > now() - interval '1 hour'`,
    [email],
  );
  if ((row?.n ?? 0) >= CODES_PER_HOUR) return null;
  const token = randomSecret();
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  await tx.sql('INSERT INTO intake.sign_in_codes (tenant, token_hash, code_hash, email) VALUES ($1, $2, $3, $4)', [
    tx.tenant,
    digestOfSecret(token),
    digestOfSecret(`${token}:${code}`),
    email,
  ]);
  return { token, code };
}

/** Counts the attempt first, so that a burst cannot slip through. @returns the address that the code was sent to, once */
export async function takeCode(tx: Tx, token: string, code: string): Promise<string | null> {
  const [row] = await tx.sql<{ email: string; code_hash: Buffer }>(
    `UPDATE intake.sign_in_codes SET attempts = attempts + 1
      WHERE token_hash = $1 AND NOT used AND attempts < $2 AND created_at > now() - make_interval(mins => $3)
      RETURNING email, code_hash`,
    [digestOfSecret(token), MOST_ATTEMPTS, CODE_MINUTES],
  );
  if (row === undefined || !row.code_hash.equals(digestOfSecret(`${token}:${code}`))) return null;
  await tx.sql('UPDATE intake.sign_in_codes SET used = true WHERE token_hash = $1', [digestOfSecret(token)]);
  return row.email;
}

/** @returns the session's token, for the cookie alone */
export async function startSession(tx: Tx, email: string): Promise<string> {
  await tx.sql(
    `DELETE FROM intake.requester_sessions WHERE email = $1 AND (created_at < now() - make_interval(days => $2)
       OR token_hash IN (SELECT token_hash FROM intake.requester_sessions WHERE email = $1
                          ORDER BY created_at DESC OFFSET $3))`,
    [email, SESSION_DAYS, MOST_SESSIONS - 1],
  );
  const token = randomSecret();
  await tx.sql('INSERT INTO intake.requester_sessions (tenant, token_hash, email) VALUES ($1, $2, $3)', [
    tx.tenant,
    digestOfSecret(token),
    email,
  ]);
  return token;
}

/** Whose session it is; undefined when it has ended or was never one. */
export async function sessionEmail(tx: Tx, token: string): Promise<string | undefined> {
  const [row] = await tx.sql<{ email: string }>(
    `SELECT email FROM intake.requester_sessions WHERE token_hash = $1 AND created_at > now() - make_interval(days => $2)`,
    [digestOfSecret(token), SESSION_DAYS],
  );
  return row?.email;
}

export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.sql('DELETE FROM intake.requester_sessions WHERE token_hash = $1', [digestOfSecret(token)]);
}
