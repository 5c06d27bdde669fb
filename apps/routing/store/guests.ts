import type { Actor } from '@reglament/contracts';
import type { Invitation } from '@reglament/domain/request';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** A third party invited to one request. */
export interface GuestRow extends Invitation {
  readonly guestId: string;
  readonly requestId: string;
  readonly name: string;
  /** What staff chose to tell the guest. */
  readonly briefing: string;
  readonly invitedAt: Instant;
  readonly firstReadAt: Instant | null;
  readonly byName: string;
}

const columns = `guest_id AS "guestId", request_id AS "requestId", name, briefing, invited_at AS "invitedAt",
  expires_at AS "expiresAt", revoked_at AS "revokedAt", first_read_at AS "firstReadAt", by_name AS "byName"`;

const addText = `
  INSERT INTO routing.guests (tenant, guest_id, request_id, name, briefing, token_digest, invited_at, expires_at, by_id, by_name)
  VALUES (current_setting('app.tenant'), $1::uuid, $2::uuid, $3, $4, $5, $6::timestamptz, $7::timestamptz, $8, $9)`;

/** Writes an invitation down. `digest` is that of the secret in its link. */
export async function addGuest(
  tx: Tx,
  guest: Pick<GuestRow, 'guestId' | 'requestId' | 'name' | 'briefing' | 'invitedAt' | 'expiresAt'>,
  digest: string,
  by: Actor,
): Promise<void> {
  const { guestId, requestId, name, briefing, invitedAt, expiresAt } = guest;
  const times = [timestamp(invitedAt), timestamp(expiresAt)];
  await tx.sql(addText, [guestId, requestId, name, briefing, digest, ...times, by.id, by.name]);
}

/** The guest who holds the secret of this digest; null when nobody does. */
export const guestByDigest = async (tx: Tx, digest: string): Promise<GuestRow | null> =>
  (await tx.sql<GuestRow>(`SELECT ${columns} FROM routing.guests WHERE token_digest = $1`, [digest]))[0] ?? null;

/** A guest of this request; null when there is no such. */
export const guestOf = async (tx: Tx, requestId: string, guestId: string): Promise<GuestRow | null> =>
  (
    await tx.sql<GuestRow>(
      `SELECT ${columns} FROM routing.guests WHERE request_id = $1::uuid AND guest_id = $2::uuid`,
      [requestId, guestId],
    )
  )[0] ?? null;

export async function revokeGuest(tx: Tx, guestId: string, at: Instant): Promise<void> {
  await tx.sql('UPDATE routing.guests SET revoked_at = $2::timestamptz WHERE guest_id = $1::uuid', [
    guestId,
    timestamp(at),
  ]);
}

/** @returns whether it was the first time */
export async function markRead(tx: Tx, guestId: string, at: Instant): Promise<boolean> {
  const rows = await tx.sql(
    'UPDATE routing.guests SET first_read_at = $2::timestamptz WHERE guest_id = $1::uuid AND first_read_at IS NULL RETURNING 1',
    [guestId, timestamp(at)],
  );
  return rows.length > 0;
}

const noteText = `
  INSERT INTO routing.guest_notes (tenant, request_id, guest_id, at, text)
  VALUES (current_setting('app.tenant'), $1::uuid, $2::uuid, $3::timestamptz, $4)`;

export async function addGuestNote(tx: Tx, guest: GuestRow, at: Instant, text: string): Promise<void> {
  await tx.sql(noteText, [guest.requestId, guest.guestId, timestamp(at), text]);
}

const notesText = `
  SELECT at, text FROM (SELECT id, at, text FROM routing.guest_notes WHERE request_id = $1::uuid AND guest_id = $2::uuid
                         ORDER BY id DESC LIMIT 200) AS latest ORDER BY id`;

/** What the guest has written, in order. */
export const notesOf = (tx: Tx, guest: GuestRow): Promise<{ at: Instant; text: string }[]> =>
  tx.sql(notesText, [guest.requestId, guest.guestId]);
