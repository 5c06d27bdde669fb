import type { AnyEvent } from '@reglament/contracts';
import type { Tx } from '@reglament/platform/postgres';

const keepText = `
  INSERT INTO routing.early_facts (event_id, tenant, request_id, type, occurred_at, payload)
  VALUES ($1::uuid, current_setting('app.tenant'), $2::uuid, $3, $4::timestamptz, $5::jsonb)
  ON CONFLICT (event_id) DO NOTHING`;

/** Keeps a fact about a request that has not been heard of yet. */
export async function keepEarlyFact(tx: Tx, event: AnyEvent, requestId: string): Promise<void> {
  await tx.sql(keepText, [event.id, requestId, event.type, event.occurredAt, JSON.stringify(event)]);
}

const takeText = `
  WITH taken AS (
    DELETE FROM routing.early_facts WHERE tenant = current_setting('app.tenant') AND request_id = ANY ($1::uuid[])
    RETURNING occurred_at, event_id, payload)
  SELECT payload FROM taken ORDER BY occurred_at, event_id`;

/** Takes out what was kept for these requests, in order of when it happened. */
export const takeEarlyFacts = async (tx: Tx, requestIds: readonly string[]): Promise<AnyEvent[]> =>
  (await tx.sql<{ payload: AnyEvent }>(takeText, [requestIds])).map((row) => row.payload);

const overdueText = `
  SELECT tenant, array_agg(DISTINCT request_id)::text[] AS "requestIds" FROM (
    SELECT tenant, request_id FROM routing.early_facts
     WHERE EXISTS (SELECT FROM routing.works
                    WHERE works.tenant = early_facts.tenant AND works.request_id = early_facts.request_id)
     LIMIT $1) AS overdue
   GROUP BY tenant`;

/** Facts that still wait although their request is there, by tenant. For the system role. */
export const findOverdueFacts = (tx: Tx, limit: number): Promise<{ tenant: string; requestIds: string[] }[]> =>
  tx.sql(overdueText, [limit]);
