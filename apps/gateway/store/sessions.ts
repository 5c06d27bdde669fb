import type { Role } from '@reglament/platform/auth';
import type { Tx } from '@reglament/platform/postgres';

/** Half an hour without a request ends a session, and twelve hours end it in any case. */
export const IDLE_MINUTES = 30;
export const ABSOLUTE_HOURS = 12;
/** Sessions of one person at once; the oldest make way. */
const MOST_SESSIONS = 20;

export interface SignedInStaff {
  readonly staffId: string;
  readonly name: string;
  readonly roles: Role[];
}

/** Keeps the hash of a new session's token, and forgets what has run out. */
export async function startSession(tx: Tx, staffId: string, tokenHash: Buffer): Promise<void> {
  await tx.sql(
    `DELETE FROM gateway.sessions WHERE (tenant, token_hash) IN (
       SELECT tenant, token_hash FROM gateway.sessions
        WHERE seen_at < now() - make_interval(mins => $1) OR created_at < now() - make_interval(hours => $2) LIMIT 100)`,
    [IDLE_MINUTES, ABSOLUTE_HOURS],
  );
  await tx.sql(
    `DELETE FROM gateway.sessions WHERE staff_id = $1 AND token_hash IN (
       SELECT token_hash FROM gateway.sessions WHERE staff_id = $1 ORDER BY seen_at DESC OFFSET $2)`,
    [staffId, MOST_SESSIONS - 1],
  );
  await tx.sql('INSERT INTO gateway.sessions (tenant, token_hash, staff_id) VALUES ($1, $2, $3)', [
    tx.tenant,
    tokenHash,
    staffId,
  ]);
}

/** Who a session belongs to, or null when it has ended, or its owner may no longer sign in. Notes that it was used, at most once a minute. */
export async function findSession(tx: Tx, tokenHash: Buffer): Promise<SignedInStaff | null> {
  const [found] = await tx.sql<SignedInStaff & { stale: boolean }>(
    `SELECT staff.staff_id AS "staffId", staff.name, staff.roles, session.seen_at < now() - interval '1 minute' AS stale
       FROM gateway.sessions session JOIN gateway.staff USING (tenant, staff_id)
      WHERE session.token_hash = $1 AND staff.active
        AND session.seen_at > now() - make_interval(mins => $2)
        AND session.created_at > now() - make_interval(hours => $3)`,
    [tokenHash, IDLE_MINUTES, ABSOLUTE_HOURS],
  );
  if (found === undefined) return null;
  if (found.stale) await tx.sql('UPDATE gateway.sessions SET seen_at = now() WHERE token_hash = $1', [tokenHash]);
  return { staffId: found.staffId, name: found.name, roles: found.roles };
}

export async function endSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.sql('DELETE FROM gateway.sessions WHERE token_hash = $1', [tokenHash]);
}

/** Ends every session of a person: their password, roles or standing changed. */
export async function endSessionsOf(tx: Tx, staffId: string): Promise<void> {
  await tx.sql('DELETE FROM gateway.sessions WHERE staff_id = $1', [staffId]);
}
