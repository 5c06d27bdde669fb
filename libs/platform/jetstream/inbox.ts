import type { AnyEvent, Source } from '@reglament/contracts';
import type { Database, Tx } from '../postgres/index.ts';

/** Claims events for this transaction. @returns the ids whose effect is not in the schema yet; their effect must be in this transaction */
export async function claim(tx: Tx, schema: Source, events: readonly AnyEvent[]): Promise<ReadonlySet<string>> {
  // In the order of ids, so that two groups with events in common wait for each other instead of deadlocking.
  const unique = [...new Map(events.map((event) => [event.id, event])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = await tx.sql<{ id: string }>(
    `INSERT INTO ${schema}.inbox (event_id, tenant, type)
     SELECT id, $2, type FROM unnest($1::uuid[], $3::text[]) AS event (id, type)
         ON CONFLICT (event_id) DO NOTHING RETURNING event_id AS id`,
    [unique.map((event) => event.id), tx.tenant, unique.map((event) => event.type)],
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * Says which types the service handles, for the ledger: what it may expect in the inbox. A type handled from the first start on counts
 * from the beginning, one that a later version added counts from then.
 */
export async function registerTypes(database: Database, schema: Source, types: readonly string[]): Promise<void> {
  await database.system(async (tx) => {
    await tx.sql(`DELETE FROM ${schema}.consumed_types WHERE NOT (type = ANY ($1::text[]))`, [types]);
    await tx.sql(
      `INSERT INTO ${schema}.consumed_types (type, since)
       SELECT type, CASE WHEN EXISTS (SELECT FROM ${schema}.consumed_types) THEN clock_timestamp() ELSE '-infinity'::timestamptz END
         FROM unnest($1::text[]) AS handled (type)
           ON CONFLICT (type) DO NOTHING`,
      [types],
    );
  });
}
