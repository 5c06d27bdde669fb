import { MOST_RECORDINGS } from '@reglament/domain/admission';
import type { Instant, Millis } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';
import { callById } from './calls.ts';
import type { Request } from './entities.ts';

/** A call of a request: the one it was filed in, or one to the requester. */
export interface RequestCall {
  readonly callId: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly at: Instant;
  /** How a call to the requester ended. */
  readonly outcome: string | null;
  /** Who called the requester; of the call it was filed in, the request says who took it. */
  readonly by: string | null;
}

/** A recording as everybody is told of it: everything but its sound. */
export interface RecordingFacts {
  readonly recordingId: string;
  readonly callId: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly lengthMs: Millis;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly keptAt: Instant;
  readonly byKind: 'staff' | 'platform';
  readonly byName: string;
}

const facts = `recording_id::text AS "recordingId", call_id::text AS "callId", name, type, bytes, length_ms AS "lengthMs", sha256,
  kept_at AS "keptAt", by_kind AS "byKind", by_name AS "byName"`;

/** A call to the requester, as routing told of it; told twice, it is there once. */
export async function noteCall(
  tx: Tx,
  call: { callId: string; requestId: string; at: Instant; outcome: string; by: string },
): Promise<void> {
  await tx.sql(
    `INSERT INTO intake.request_calls (tenant, call_id, request_id, at, outcome, by_name)
     VALUES (current_setting('app.tenant'), $1::uuid, $2::uuid, $3::timestamptz, $4, $5) ON CONFLICT DO NOTHING`,
    [call.callId, call.requestId, timestamp(call.at), call.outcome, call.by],
  );
}

/** The calls of a request in their order, at most 200. The call it was filed in has the id of the operator's call, or the request's own. */
export async function callsOf(tx: Tx, request: Request): Promise<RequestCall[]> {
  const made = await tx.sql<RequestCall>(
    `SELECT call_id::text AS "callId", 'outgoing' AS direction, at, outcome, by_name AS by
       FROM intake.request_calls WHERE request_id = $1::uuid ORDER BY at, call_id LIMIT 200`,
    [request.requestId],
  );
  if (request.channel !== 'phone') return made;
  const call = request.callId == null ? null : await callById(tx, request.callId);
  const filed = { callId: call?.callId ?? request.requestId, at: call?.beganAt ?? request.submittedAt };
  return [{ ...filed, direction: 'incoming', outcome: null, by: null }, ...made];
}

export function recordingsOf(tx: Tx, requestId: string): Promise<RecordingFacts[]> {
  return tx.sql<RecordingFacts>(
    `SELECT ${facts} FROM intake.recordings WHERE request_id = $1::uuid ORDER BY kept_at, recording_id LIMIT ${MOST_RECORDINGS}`,
    [requestId],
  );
}

export async function insertRecording(
  tx: Tx,
  requestId: string,
  recording: RecordingFacts & { readonly content: Buffer },
): Promise<void> {
  await tx.sql(
    `INSERT INTO intake.recordings
       (tenant, recording_id, request_id, call_id, name, type, bytes, length_ms, sha256, content, kept_at, by_kind, by_name)
     VALUES (current_setting('app.tenant'), $1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8, $9, $10::timestamptz, $11, $12)`,
    [
      recording.recordingId,
      requestId,
      recording.callId,
      recording.name,
      recording.type,
      recording.bytes,
      recording.lengthMs,
      recording.sha256,
      recording.content,
      timestamp(recording.keptAt),
      recording.byKind,
      recording.byName,
    ],
  );
}

/** A recording of this request with its sound; null where the request has no such recording. */
export async function recordingOf(
  tx: Tx,
  requestId: string,
  recordingId: string,
): Promise<{ readonly name: string; readonly type: string; readonly content: Buffer } | null> {
  const [row] = await tx.sql<{ name: string; type: string; content: Buffer }>(
    'SELECT name, type, content FROM intake.recordings WHERE request_id = $1::uuid AND recording_id = $2::uuid',
    [requestId, recordingId],
  );
  return row ?? null;
}
