import type { Actor } from '@reglament/contracts';
import type { DiagnosisStep } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

const addText = `
  INSERT INTO routing.diagnosis_steps (tenant, request_id, step, choice, text, at, by_id, by_name)
  VALUES (current_setting('app.tenant'), $1::uuid, $2, $3, $4, $5::timestamptz, $6, $7)`;

/** Writes down a step; one that is done again stands beside the former. */
export async function addStep(
  tx: Tx,
  requestId: string,
  { step, choice, text, at, by }: DiagnosisStep & { readonly at: Instant; readonly by: Actor },
): Promise<void> {
  await tx.sql(addText, [requestId, step, choice, text, timestamp(at), by.id, by.name]);
}

const doneText = 'SELECT DISTINCT step FROM routing.diagnosis_steps WHERE request_id = $1::uuid LIMIT 100';

/** The steps that have been recorded for the request. */
export const readSteps = async (tx: Tx, requestId: string): Promise<ReadonlySet<string>> =>
  new Set((await tx.sql<{ step: string }>(doneText, [requestId])).map((row) => row.step));
