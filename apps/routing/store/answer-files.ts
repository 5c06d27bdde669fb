import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** A file that staff brought for a request. */
export interface BroughtFile {
  readonly fileId: string;
  readonly requestId: string;
  readonly keptAt: Instant;
}

/** Notes a file, and forgets those that came before `since`: so the table holds no more than one day. Noted twice, it is there once. */
export async function noteFile(tx: Tx, file: BroughtFile, since: Instant): Promise<void> {
  await tx.sql('DELETE FROM routing.answer_files WHERE kept_at < $1::timestamptz', [timestamp(since)]);
  await tx.sql(
    `INSERT INTO routing.answer_files (tenant, file_id, request_id, kept_at)
     VALUES (current_setting('app.tenant'), $1::uuid, $2::uuid, $3::timestamptz) ON CONFLICT DO NOTHING`,
    [file.fileId, file.requestId, timestamp(file.keptAt)],
  );
}

/** Which of these files were brought for this request after `since` and not sent yet. */
export async function filesThere(
  tx: Tx,
  requestId: string,
  fileIds: readonly string[],
  since: Instant,
): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{ fileId: string }>(
    `SELECT file_id::text AS "fileId" FROM routing.answer_files
      WHERE request_id = $1::uuid AND file_id = ANY ($2::uuid[]) AND kept_at > $3::timestamptz`,
    [requestId, fileIds, timestamp(since)],
  );
  return new Set(rows.map(({ fileId }) => fileId));
}

/** They go with a message now: no other may name them. */
export async function takeFiles(tx: Tx, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await tx.sql('DELETE FROM routing.answer_files WHERE file_id = ANY ($1::uuid[])', [fileIds]);
}
