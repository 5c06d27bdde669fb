import type { Tx } from '@reglament/platform/postgres';

/** Attempts within a quarter of an hour: by login, and by address (an office may share one). */
export const WINDOW_SECONDS = 900;
export const MOST_PER_LOGIN = 10;
export const MOST_PER_ADDRESS = 60;

/**
 * Counts an attempt before it is looked at, in PostgreSQL, so that several instances agree and a burst cannot slip through.
 * @returns 0 when it may be looked at, else after how many seconds to come back
 */
export async function countAttempt(tx: Tx, login: string, address: string): Promise<number> {
  await tx.sql(
    `DELETE FROM gateway.sign_in_attempts WHERE (tenant, subject) IN (
       SELECT tenant, subject FROM gateway.sign_in_attempts WHERE since < now() - make_interval(secs => $1) LIMIT 100 FOR UPDATE SKIP LOCKED)`,
    [WINDOW_SECONDS],
  );
  // In one fixed order, so that two attempts at once cannot wait for each other.
  const byAddress = await count(tx, `address:${address}`, MOST_PER_ADDRESS);
  const byLogin = await count(tx, `login:${login}`, MOST_PER_LOGIN);
  return Math.max(byAddress, byLogin);
}

async function count(tx: Tx, subject: string, most: number): Promise<number> {
  const [row] = await tx.sql<{ attempts: number; wait: number }>(
    `INSERT INTO gateway.sign_in_attempts AS known (tenant, subject, attempts, since) VALUES ($1, $2, 1, now())
     ON CONFLICT (tenant, subject) DO UPDATE SET
       attempts = CASE WHEN known.since < now() - make_interval(secs => $3) THEN 1 ELSE LEAST(known.attempts + 1, 1000000) END,
       since = CASE WHEN known.since < now() - make_interval(secs => $3) THEN now() ELSE known.since END
     RETURNING attempts, ceil(extract(epoch FROM since + make_interval(secs => $3) - now()))::int AS wait`,
    [tx.tenant, subject, WINDOW_SECONDS],
  );
  return row !== undefined && row.attempts > most ? Math.max(1, row.wait) : 0;
}

/** A good sign-in clears the login's count and takes its own attempt back from the address. */
export async function forgetAttempts(tx: Tx, login: string, address: string): Promise<void> {
  await tx.sql('UPDATE gateway.sign_in_attempts SET attempts = attempts - 1 WHERE subject = $1', [
    `address:${address}`,
  ]);
  await tx.sql('DELETE FROM gateway.sign_in_attempts WHERE subject = $1', [`login:${login}`]);
}
