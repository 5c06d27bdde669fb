import type { Actor } from '@reglament/contracts';
import type { CallOutcome } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';
import type { WorkRow } from './work.ts';

const seriesText = `
  SELECT outcome FROM routing.call_attempts WHERE request_id = $1::uuid AND series = $2 ORDER BY attempt LIMIT 200`;

/** Outcomes of the current series, in order. */
export const readSeries = async (tx: Tx, work: WorkRow): Promise<CallOutcome[]> =>
  (await tx.sql<{ outcome: CallOutcome }>(seriesText, [work.requestId, work.callSeries])).map((row) => row.outcome);

export interface Call {
  readonly attempt: number;
  readonly at: Instant;
  readonly by: Actor;
  readonly outcome: CallOutcome;
  readonly note: string | null;
}

const addText = `
  INSERT INTO routing.call_attempts (tenant, request_id, series, attempt, at, by_id, by_name, outcome, note)
  VALUES (current_setting('app.tenant'), $1::uuid, $2, $3, $4::timestamptz, $5, $6, $7, $8)`;

export async function addCall(tx: Tx, work: WorkRow, call: Call): Promise<void> {
  await tx.sql(addText, [
    work.requestId,
    work.callSeries,
    call.attempt,
    timestamp(call.at),
    call.by.id,
    call.by.name,
    call.outcome,
    call.note,
  ]);
}
