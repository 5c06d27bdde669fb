import type { Listed, TrailTold } from '@reglament/domain/disclosure';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** A package that was demanded. */
export interface DisclosureRow {
  readonly disclosureId: string;
  readonly requestId: string;
  /** The request's, without separators. */
  readonly number: string;
  readonly reason: string;
  readonly demandedAt: Instant;
  readonly byId: string;
  readonly byName: string;
  readonly edition: string;
  readonly clause: string;
  /** Gathering: the trail has not come yet. Erased: the person was, and the contents with them. */
  readonly status: 'gathering' | 'ready' | 'erased';
  readonly readyAt: Instant | null;
  readonly manifestSha256: string | null;
  /** Of the whole package. */
  readonly bytes: number | null;
}

/** An entry of a package: its words, or where its bytes are kept. */
export interface EntryRow extends Listed {
  readonly kind: 'text' | 'recording' | 'file';
  readonly sourceId: string | null;
}

export interface Handing {
  readonly disclosureId: string;
  readonly at: Instant;
  readonly by: string;
}

const columns = `disclosure_id::text AS "disclosureId", request_id::text AS "requestId", number, reason, demanded_at AS "demandedAt",
  by_id AS "byId", by_name AS "byName", edition, clause, status, ready_at AS "readyAt", manifest_sha256 AS "manifestSha256",
  bytes::float8 AS bytes`;

export type NewDisclosure = Omit<DisclosureRow, 'status' | 'readyAt' | 'manifestSha256' | 'bytes'>;

export async function insertDisclosure(tx: Tx, row: NewDisclosure): Promise<DisclosureRow> {
  await tx.sql(
    `INSERT INTO intake.disclosures
       (tenant, disclosure_id, request_id, number, reason, demanded_at, by_id, by_name, edition, clause, status)
     VALUES (current_setting('app.tenant'), $1::uuid, $2::uuid, $3, $4, $5::timestamptz, $6, $7, $8, $9, 'gathering')`,
    [
      row.disclosureId,
      row.requestId,
      row.number,
      row.reason,
      timestamp(row.demandedAt),
      row.byId,
      row.byName,
      row.edition,
      row.clause,
    ],
  );
  return { ...row, status: 'gathering', readyAt: null, manifestSha256: null, bytes: null };
}

/** The newest packages, at most 200. */
export const listDisclosures = (tx: Tx): Promise<DisclosureRow[]> =>
  tx.sql<DisclosureRow>(`SELECT ${columns} FROM intake.disclosures ORDER BY demanded_at DESC, disclosure_id LIMIT 200`);

const oneText = `SELECT ${columns} FROM intake.disclosures WHERE disclosure_id = $1::uuid`;

export const disclosureById = async (tx: Tx, disclosureId: string): Promise<DisclosureRow | null> =>
  (await tx.sql<DisclosureRow>(oneText, [disclosureId]))[0] ?? null;

/** Locked: an erasure, the coming of the trail and a handing over happen one after the other. */
export const lockDisclosure = async (tx: Tx, disclosureId: string): Promise<DisclosureRow | null> =>
  (await tx.sql<DisclosureRow>(`${oneText} FOR UPDATE`, [disclosureId]))[0] ?? null;

/** Keeps a part of the trail. @returns all lines in their order, once every part is there; null before */
export async function keepTrail(
  tx: Tx,
  disclosureId: string,
  told: { readonly part: number; readonly parts: number; readonly trail: readonly TrailTold[] },
): Promise<TrailTold[] | null> {
  await tx.sql(
    `INSERT INTO intake.disclosure_trail (tenant, disclosure_id, part, lines)
     VALUES (current_setting('app.tenant'), $1::uuid, $2, $3::jsonb) ON CONFLICT DO NOTHING`,
    [disclosureId, told.part, JSON.stringify(told.trail)],
  );
  const parts = await tx.sql<{ lines: TrailTold[] }>(
    'SELECT lines FROM intake.disclosure_trail WHERE disclosure_id = $1::uuid ORDER BY part',
    [disclosureId],
  );
  return parts.length < told.parts ? null : parts.flatMap(({ lines }) => lines);
}

/** Writes what the package holds, once; the trail's parts have done their work. */
export async function completeDisclosure(
  tx: Tx,
  disclosureId: string,
  made: {
    readonly entries: readonly (EntryRow & { readonly content: Buffer | null })[];
    readonly manifestSha256: string;
    readonly bytes: number;
    readonly at: Instant;
  },
): Promise<void> {
  for (const [place, entry] of made.entries.entries()) {
    await tx.sql(
      `INSERT INTO intake.disclosure_entries (tenant, disclosure_id, place, name, kind, source_id, bytes, sha256, content)
       VALUES (current_setting('app.tenant'), $1::uuid, $2, $3, $4, $5::uuid, $6, $7, $8)`,
      [disclosureId, place, entry.name, entry.kind, entry.sourceId, entry.bytes, entry.sha256, entry.content],
    );
  }
  await tx.sql(
    `UPDATE intake.disclosures SET status = 'ready', ready_at = $2::timestamptz, manifest_sha256 = $3, bytes = $4
      WHERE disclosure_id = $1::uuid`,
    [disclosureId, timestamp(made.at), made.manifestSha256, made.bytes],
  );
  await tx.sql('DELETE FROM intake.disclosure_trail WHERE disclosure_id = $1::uuid', [disclosureId]);
}

/** The entries of a package in their order, the manifest first. */
export const entriesOf = (tx: Tx, disclosureId: string): Promise<EntryRow[]> =>
  tx.sql<EntryRow>(
    `SELECT name, kind, source_id::text AS "sourceId", bytes, sha256
       FROM intake.disclosure_entries WHERE disclosure_id = $1::uuid ORDER BY place`,
    [disclosureId],
  );

/** Where the bytes of an entry are kept that are not the package's own words. */
const SOURCES: Readonly<Record<Exclude<EntryRow['kind'], 'text'>, string>> = {
  recording: 'SELECT content FROM intake.recordings WHERE recording_id = $1::uuid',
  file: 'SELECT content FROM intake.files WHERE file_id = $1::uuid',
};

/** The bytes of an entry; null where they have been erased since. */
export async function contentOf(
  tx: Tx,
  disclosureId: string,
  { kind, name, sourceId }: EntryRow,
): Promise<Buffer | null> {
  const [row] =
    kind === 'text'
      ? await tx.sql<{ content: Buffer }>(
          'SELECT content FROM intake.disclosure_entries WHERE disclosure_id = $1::uuid AND name = $2',
          [disclosureId, name],
        )
      : await tx.sql<{ content: Buffer }>(SOURCES[kind], [sourceId]);
  return row?.content ?? null;
}

export async function addHanding(tx: Tx, handingId: string, handing: Handing): Promise<void> {
  await tx.sql(
    `INSERT INTO intake.disclosure_handings (tenant, handing_id, disclosure_id, at, by_name)
     VALUES (current_setting('app.tenant'), $1::uuid, $2::uuid, $3::timestamptz, $4)`,
    [handingId, handing.disclosureId, timestamp(handing.at), handing.by],
  );
}

/** When these packages were handed over and to whom, in that order. */
export const handingsOf = (tx: Tx, disclosureIds: readonly string[]): Promise<Handing[]> =>
  tx.sql<Handing>(
    `SELECT disclosure_id::text AS "disclosureId", at, by_name AS by FROM intake.disclosure_handings
      WHERE disclosure_id = ANY ($1::uuid[]) ORDER BY at, handing_id LIMIT 1000`,
    [disclosureIds],
  );

/** Checksums of the files that came with a request, by their id. */
export async function checksumsOfFiles(tx: Tx, requestId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.sql<{ id: string; sha256: string }>(
    `SELECT f.file_id::text AS id, f.sha256 FROM intake.attachments a
       JOIN intake.files f ON f.tenant = a.tenant AND f.file_id = a.file_id WHERE a.request_id = $1::uuid`,
    [requestId],
  );
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}
