import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** A call that an operator takes, and what is known of who is calling. */
export interface CallRow {
  readonly callId: string;
  /** As the telephone shows it, in international form. */
  readonly number: string;
  readonly operator: string;
  readonly beganAt: Instant;
  readonly endedAt: Instant | null;
  readonly attempts: number;
  readonly verifiedAt: Instant | null;
  readonly callerId: string | null;
}

const columns = `call_id AS "callId", number, operator, began_at AS "beganAt", ended_at AS "endedAt", attempts,
  verified_at AS "verifiedAt", caller_id AS "callerId"`;

/** An operator has one call at a time: beginning one ends the one before. */
export async function beginCall(tx: Tx, call: Pick<CallRow, 'callId' | 'number' | 'operator' | 'beganAt'>) {
  await endCalls(tx, call.operator, call.beganAt);
  const [row] = await tx.sql<CallRow>(
    `INSERT INTO intake.calls (tenant, call_id, number, operator, began_at, attempts)
     VALUES (current_setting('app.tenant'), $1::uuid, $2, $3, $4::timestamptz, 0) RETURNING ${columns}`,
    [call.callId, call.number, call.operator, timestamp(call.beganAt)],
  );
  if (row === undefined) throw new Error(`call ${call.callId} was not written`);
  return row;
}

export async function endCalls(tx: Tx, operator: string, at: Instant): Promise<void> {
  await tx.sql('UPDATE intake.calls SET ended_at = $2::timestamptz WHERE operator = $1 AND ended_at IS NULL', [
    operator,
    timestamp(at),
  ]);
}

export const openCallOf = async (tx: Tx, operator: string): Promise<CallRow | null> =>
  (
    await tx.sql<CallRow>(
      `SELECT ${columns} FROM intake.calls WHERE operator = $1 AND ended_at IS NULL ORDER BY began_at DESC LIMIT 1`,
      [operator],
    )
  )[0] ?? null;

/** The operator's own call while it lasts; locked, because two answers may be sent at once. */
export const lockOpenCall = async (tx: Tx, callId: string, operator: string): Promise<CallRow | null> =>
  (
    await tx.sql<CallRow>(
      `SELECT ${columns} FROM intake.calls WHERE call_id = $1::uuid AND operator = $2 AND ended_at IS NULL FOR UPDATE`,
      [callId, operator],
    )
  )[0] ?? null;

export const callById = async (tx: Tx, callId: string): Promise<CallRow | null> =>
  (await tx.sql<CallRow>(`SELECT ${columns} FROM intake.calls WHERE call_id = $1::uuid`, [callId]))[0] ?? null;

export async function countAttempt(tx: Tx, callId: string): Promise<void> {
  await tx.sql('UPDATE intake.calls SET attempts = attempts + 1 WHERE call_id = $1::uuid', [callId]);
}

export async function markVerified(tx: Tx, callId: string, callerId: string, at: Instant): Promise<void> {
  await tx.sql('UPDATE intake.calls SET verified_at = $3::timestamptz, caller_id = $2::uuid WHERE call_id = $1::uuid', [
    callId,
    callerId,
    timestamp(at),
  ]);
}
