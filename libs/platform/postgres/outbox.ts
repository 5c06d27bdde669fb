import type { Source } from '@reglament/contracts';
import type pg from 'pg';
import { query } from './session.ts';

/** An event on its way into `<schema>.outbox`. */
export interface OutboxRow {
  readonly id: string;
  readonly tenant: string;
  readonly type: string;
  readonly subjectId: string;
  /** ISO 8601 in UTC. */
  readonly occurredAt: string;
  /** JSON text. */
  readonly payload: string;
  readonly traceparent: string | null;
}

/** Writes all events of a transaction with one statement, in the order they were appended. */
export async function insertOutbox(client: pg.ClientBase, schema: Source, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  await query(client, insertText(schema), [
    rows.map((row) => row.id),
    rows.map((row) => row.tenant),
    rows.map((row) => row.type),
    rows.map((row) => row.subjectId),
    rows.map((row) => row.occurredAt),
    rows.map((row) => row.payload),
    rows.map((row) => row.traceparent),
  ]);
}

const insertText = (schema: Source): string => `
  INSERT INTO ${schema}.outbox (event_id, tenant, type, subject_id, occurred_at, payload, traceparent)
  SELECT event_id, tenant, type, subject_id, occurred_at, payload, traceparent
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::jsonb[], $7::text[])
         WITH ORDINALITY AS event (event_id, tenant, type, subject_id, occurred_at, payload, traceparent, place)
   ORDER BY place`;
