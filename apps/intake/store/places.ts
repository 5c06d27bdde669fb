import type { Served } from '@reglament/domain/routing';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** The place of a request among those of the tenant that wait, 1 for the next, and how many wait in all. */
export async function placeOf(
  tx: Tx,
  of: { readonly waitsSince: Instant; readonly number: string },
): Promise<{ place: number; waiting: number }> {
  const [row] = await tx.sql<{ place: number; waiting: number }>(
    `SELECT count(*) FILTER (WHERE (waits_since, number) <= ($1::timestamptz, $2))::int AS place, count(*)::int AS waiting
       FROM intake.requests WHERE waits_since IS NOT NULL AND served_at IS NULL`,
    [timestamp(of.waitsSince), of.number],
  );
  return row ?? { place: 1, waiting: 1 };
}

/** The last answers that ended a wait, at most `limit`, newest first. */
export function lastServed(tx: Tx, limit: number): Promise<Served[]> {
  return tx.sql<{ since: Instant; answeredAt: Instant }>(
    `SELECT waits_since AS since, served_at AS "answeredAt" FROM intake.requests
      WHERE served_at IS NOT NULL AND waits_since IS NOT NULL ORDER BY served_at DESC LIMIT $1`,
    [limit],
  );
}
