import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** A promise that was moved while its clock was open. */
export interface FormerPromise {
  readonly requestId: string;
  readonly rule: string;
  readonly run: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly movedAt: Instant;
  /** The numbers of the changed days that moved it; none where the regulation itself did. */
  readonly days: readonly number[];
}

/** Remembers with one statement what was promised before. */
export async function appendFormerPromises(tx: Tx, promises: readonly FormerPromise[]): Promise<void> {
  if (promises.length === 0) return;
  const rows = promises.map(({ requestId, rule, run, from, to, movedAt, days }) => ({
    request_id: requestId,
    rule,
    run,
    due_from: timestamp(from),
    due_to: timestamp(to),
    moved_at: timestamp(movedAt),
    days,
  }));
  await tx.sql(APPEND, [tx.tenant, JSON.stringify(rows)]);
}

const APPEND = `
  INSERT INTO sla.former_promises (tenant, request_id, rule, run, due_from, due_to, moved_at, days)
  SELECT $1, request_id, rule, run, due_from, due_to, moved_at, days
    FROM jsonb_to_recordset($2::jsonb) AS former (request_id uuid, rule text, run integer, due_from timestamptz, due_to timestamptz,
      moved_at timestamptz, days integer[])`;

/** Every promise of a request that was moved, the earliest first. */
export async function formerPromisesOf(tx: Tx, requestId: string): Promise<readonly FormerPromise[]> {
  return tx.sql<FormerPromise>(
    `SELECT request_id AS "requestId", rule, run, due_from AS "from", due_to AS "to", moved_at AS "movedAt", days
       FROM sla.former_promises WHERE tenant = $1 AND request_id = $2::uuid ORDER BY id`,
    [tx.tenant, requestId],
  );
}
