import type { IncidentStep } from '@reglament/domain/conduct';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** A breach of conduct as stored. */
export interface IncidentRow {
  readonly incidentId: string;
  readonly requestId: string | null;
  readonly number: string | null;
  readonly procedure: string;
  readonly clause: string;
  readonly note: string;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly openedByName: string;
  readonly closedAt: Instant | null;
  readonly steps: readonly IncidentStep[];
}

const columns = `
  incident_id AS "incidentId", request_id AS "requestId", number, procedure, clause, note, opened_at AS "openedAt",
  opened_by AS "openedBy", opened_by_name AS "openedByName", closed_at AS "closedAt", steps`;

const addText = `
  INSERT INTO routing.incidents (tenant, incident_id, request_id, number, procedure, clause, note, opened_at, opened_by,
    opened_by_name, steps)
  VALUES (current_setting('app.tenant'), $1::uuid, $2::uuid, $3, $4, $5, $6, $7::timestamptz, $8, $9, $10::jsonb)`;

export async function addIncident(tx: Tx, row: IncidentRow): Promise<void> {
  await tx.sql(addText, [
    row.incidentId,
    row.requestId,
    row.number,
    row.procedure,
    row.clause,
    row.note,
    timestamp(row.openedAt),
    row.openedBy,
    row.openedByName,
    JSON.stringify(row.steps),
  ]);
}

/** The row, locked: two who record the same step at once are put in a line. */
export const lockIncident = async (tx: Tx, incidentId: string): Promise<IncidentRow | null> =>
  (
    await tx.sql<IncidentRow>(`SELECT ${columns} FROM routing.incidents WHERE incident_id = $1::uuid FOR UPDATE`, [
      incidentId,
    ])
  )[0] ?? null;

export async function saveIncident(tx: Tx, row: IncidentRow): Promise<void> {
  await tx.sql(
    'UPDATE routing.incidents SET steps = $2::jsonb, closed_at = $3::timestamptz WHERE incident_id = $1::uuid',
    [row.incidentId, JSON.stringify(row.steps), row.closedAt === null ? null : timestamp(row.closedAt)],
  );
}

/** Newest first, at most 200: all of the tenant, or those of one request. */
export const readIncidents = (tx: Tx, requestId: string | null): Promise<IncidentRow[]> =>
  tx.sql<IncidentRow>(
    `SELECT ${columns} FROM routing.incidents WHERE $1::uuid IS NULL OR request_id = $1::uuid
      ORDER BY opened_at DESC, incident_id LIMIT 200`,
    [requestId],
  );
