import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** A file as everybody is told of it: everything but its bytes. */
export interface FileFacts {
  readonly fileId: string;
  readonly name: string;
  /** The media type, told from the bytes. */
  readonly type: string;
  readonly bytes: number;
}

export interface NewFile extends FileFacts {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly content: Buffer;
  readonly uploadedAt: Instant;
  /** The request whose staff brought it; null for a requester's. */
  readonly requestId: string | null;
}

/** Whose files: a request's own question, or a later message. */
export interface Carrier {
  readonly requestId: string;
  readonly messageId: string | null;
  readonly fileIds: readonly string[];
}

export async function insertFile(tx: Tx, tenant: string, file: NewFile): Promise<void> {
  await tx.sql(
    `INSERT INTO intake.files (tenant, file_id, name, type, bytes, sha256, content, uploaded_at, request_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::uuid)`,
    [
      tenant,
      file.fileId,
      file.name,
      file.type,
      file.bytes,
      file.sha256,
      file.content,
      timestamp(file.uploadedAt),
      file.requestId,
    ],
  );
}

/**
 * Which of these files are there, attached already or uploaded after `since`: older ones may be swept away at any moment. Those that staff
 * brought are not among them: they are the hotline's to give, and a requester who has seen one may not send it as their own.
 */
export async function filesThere(tx: Tx, fileIds: readonly string[], since: Instant): Promise<Set<string>> {
  const rows = await tx.sql<{ file_id: string }>(
    `SELECT f.file_id FROM intake.files f WHERE f.file_id = ANY($1::uuid[]) AND f.request_id IS NULL AND (f.uploaded_at > $2
        OR EXISTS (SELECT FROM intake.attachments a WHERE a.tenant = f.tenant AND a.file_id = f.file_id))`,
    [fileIds, timestamp(since)],
  );
  return new Set(rows.map((row) => row.file_id));
}

/** Ties files to what they came with, in the order given. Repeating it changes nothing. */
export async function attachFiles(tx: Tx, tenant: string, carriers: readonly Carrier[]): Promise<void> {
  const rows = carriers.flatMap(({ requestId, messageId, fileIds }) =>
    fileIds.map((fileId, place) => ({ requestId, messageId, fileId, place })),
  );
  if (rows.length === 0) return;
  await tx.sql(
    `INSERT INTO intake.attachments (tenant, request_id, file_id, message_id, place)
     SELECT $1, a.request_id, a.file_id, a.message_id, a.place
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[]) AS a(request_id, file_id, message_id, place)
       JOIN intake.files f ON f.tenant = $1 AND f.file_id = a.file_id AND f.request_id IS NULL
     ON CONFLICT DO NOTHING`,
    [
      tenant,
      rows.map((row) => row.requestId),
      rows.map((row) => row.fileId),
      rows.map((row) => row.messageId),
      rows.map((row) => row.place),
    ],
  );
}

/**
 * Ties files that staff brought to messages of the same request; a file goes with one message. Repeating it changes nothing and gives nothing.
 * @returns what was tied, in the order given
 */
export async function tieAnswerFiles(
  tx: Tx,
  carriers: readonly (Carrier & { readonly messageId: string })[],
): Promise<{ readonly messageId: string; readonly fileId: string; readonly name: string }[]> {
  const rows = carriers.flatMap(({ requestId, messageId, fileIds }) =>
    fileIds.map((fileId, place) => ({ requestId, messageId, fileId, place })),
  );
  return tx.sql(
    `WITH tied AS (
       INSERT INTO intake.attachments (tenant, request_id, file_id, message_id, place)
       SELECT f.tenant, a.request_id, a.file_id, a.message_id, a.place
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[]) AS a(request_id, file_id, message_id, place)
         JOIN intake.files f ON f.file_id = a.file_id AND f.request_id = a.request_id
       ON CONFLICT DO NOTHING RETURNING tenant, file_id, message_id, place)
     SELECT t.message_id::text AS "messageId", t.file_id::text AS "fileId", f.name
       FROM tied t JOIN intake.files f ON f.tenant = t.tenant AND f.file_id = t.file_id ORDER BY t.message_id, t.place`,
    [
      rows.map((row) => row.requestId),
      rows.map((row) => row.fileId),
      rows.map((row) => row.messageId),
      rows.map((row) => row.place),
    ],
  );
}

/** The files of a request by the message they came with; those of the question itself under the request's own id. */
export async function filesOf(tx: Tx, requestId: string): Promise<ReadonlyMap<string, FileFacts[]>> {
  const rows = await tx.sql<{ carrier: string; file_id: string; name: string; type: string; bytes: number }>(
    `SELECT COALESCE(a.message_id, a.request_id) AS carrier, f.file_id, f.name, f.type, f.bytes
       FROM intake.attachments a JOIN intake.files f ON f.tenant = a.tenant AND f.file_id = a.file_id
      WHERE a.request_id = $1 ORDER BY a.place, f.file_id LIMIT 1000`,
    [requestId],
  );
  const files = new Map<string, FileFacts[]>();
  for (const { carrier, file_id: fileId, name, type, bytes } of rows)
    files.set(carrier, [...(files.get(carrier) ?? []), { fileId, name, type, bytes }]);
  return files;
}

/** A file of this request with its bytes; null where the request has no such file. */
export async function fileOf(
  tx: Tx,
  requestId: string,
  fileId: string,
): Promise<{ readonly name: string; readonly type: string; readonly content: Buffer } | null> {
  const [row] = await tx.sql<{ name: string; type: string; content: Buffer }>(
    `SELECT f.name, f.type, f.content
       FROM intake.attachments a JOIN intake.files f ON f.tenant = a.tenant AND f.file_id = a.file_id
      WHERE a.request_id = $1 AND a.file_id = $2`,
    [requestId, fileId],
  );
  return row ?? null;
}

/** Removes files that came before `before` and were never sent with anything. @returns how many */
export async function forgetFiles(tx: Tx, before: Instant): Promise<number> {
  const gone = await tx.sql(
    `DELETE FROM intake.files f WHERE f.uploaded_at < $1
        AND NOT EXISTS (SELECT FROM intake.attachments a WHERE a.tenant = f.tenant AND a.file_id = f.file_id)
     RETURNING f.file_id`,
    [timestamp(before)],
  );
  return gone.length;
}
