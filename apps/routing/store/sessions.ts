import type { Actor } from '@reglament/contracts';
import type { RemoteSession } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

const addText = `
  INSERT INTO routing.remote_sessions (tenant, request_id, session_id, tool, started_at, ended_at, consent_by, consent_how,
      note, at, by_id, by_name)
  VALUES (current_setting('app.tenant'), $1::uuid, $2::uuid, $3, $4::timestamptz, $5::timestamptz, $6, $7, $8,
          $9::timestamptz, $10, $11)`;

/** Writes down a session of remote administration. */
export async function addSession(
  tx: Tx,
  requestId: string,
  sessionId: string,
  session: RemoteSession & { readonly note: string | null; readonly at: Instant; readonly by: Actor },
): Promise<void> {
  await tx.sql(addText, [
    requestId,
    sessionId,
    session.tool,
    timestamp(session.startedAt),
    timestamp(session.endedAt),
    session.consent.by,
    session.consent.how,
    session.note,
    timestamp(session.at),
    session.by.id,
    session.by.name,
  ]);
}
