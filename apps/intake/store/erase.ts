import type { Instant } from '@reglament/domain/time';
import { forgetWords, type Tx, timestamp } from '@reglament/platform/postgres';

/** How much beside the requests themselves. */
interface Counts {
  readonly messages: number;
  readonly letters: number;
  readonly files: number;
  /** Recordings of calls. */
  readonly recordings: number;
  readonly complaints: number;
  /** Profiles of callers under this telephone. */
  readonly callers: number;
  /** The account under this address, with its feed. */
  readonly accounts: number;
  /** Blocks under this contact that have ended. */
  readonly blocks: number;
}

/** Somebody's traces here, found by the address or telephone they gave. */
export interface Traces extends Counts {
  readonly requests: readonly TracedRequest[];
}

export interface TracedRequest {
  readonly requestId: string;
  readonly number: string;
  readonly submittedAt: Instant;
  readonly status: string;
}

/** A contact in the two forms in which one may have been given; null where it cannot be one. */
export interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
}

/** As many as are erased in one transaction: each is an event. Who asked more often is erased in several goes. */
export const MOST_REQUESTS = 500;

const asked = 'erased_at IS NULL AND (lower(requester_email) = lower($1) OR requester_phone = $2)';

/** The requests not yet erased that were filed with this contact, oldest first. */
export function requestsOf(tx: Tx, { email, phone }: Contact): Promise<TracedRequest[]> {
  return tx.sql<TracedRequest>(
    `SELECT request_id::text AS "requestId", number, submitted_at AS "submittedAt", status FROM intake.requests
      WHERE ${asked} ORDER BY submitted_at, number LIMIT ${MOST_REQUESTS}`,
    [email, phone],
  );
}

/** Closed requests whose last change is older than `before`, of which something is still kept. */
export function requestsClosedBefore(
  tx: Tx,
  statuses: readonly string[],
  before: Instant,
  limit: number,
): Promise<TracedRequest[]> {
  return tx.sql<TracedRequest>(
    `SELECT request_id::text AS "requestId", number, submitted_at AS "submittedAt", status FROM intake.requests
      WHERE erased_at IS NULL AND status = ANY ($1) AND status_at < $2::timestamptz AND submitted_at < $2::timestamptz
      ORDER BY submitted_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
    [statuses, timestamp(before), limit],
  );
}

/** Files that came with these requests, and those that staff brought for them and have not sent. */
const FILES_OF = `SELECT file_id FROM intake.attachments WHERE request_id = ANY ($1::uuid[])
  UNION SELECT file_id FROM intake.files WHERE request_id = ANY ($1::uuid[])`;

/** What belongs to these requests, the complaints from this address, and the profiles under this telephone. */
export async function countTraces(
  tx: Tx,
  requests: readonly TracedRequest[],
  { email, phone }: Contact,
): Promise<Traces> {
  const ids = requests.map(({ requestId }) => requestId);
  const [row] = await tx.sql<Counts>(
    `SELECT (SELECT count(*) FROM intake.messages WHERE request_id = ANY ($1::uuid[])) AS messages,
            (SELECT count(*) FROM intake.letters WHERE request_id = ANY ($1::uuid[])) AS letters,
            (SELECT count(*) FROM (${FILES_OF}) AS file) AS files,
            (SELECT count(*) FROM intake.recordings WHERE request_id = ANY ($1::uuid[])) AS recordings,
            (SELECT count(*) FROM intake.complaints WHERE lower(email) = lower($2) AND erased_at IS NULL) AS complaints,
            (SELECT count(DISTINCT caller_id) FROM intake.caller_numbers WHERE number = $3) AS callers,
            (SELECT count(*) FROM intake.accounts WHERE email = lower($2)) AS accounts,
            (SELECT count(*) FROM intake.blocks WHERE email = lower($2) OR phone = $3) AS blocks`,
    [ids, email, phone],
  );
  const none = { messages: 0, letters: 0, files: 0, recordings: 0, complaints: 0, callers: 0, accounts: 0, blocks: 0 };
  return { requests, ...(row ?? none) };
}

/** A letter that has not gone yet has nobody to go to. */
const BLANK_LETTERS = `UPDATE intake.letters SET recipient = '', subject = '', body = '', failure = NULL, next_attempt_at = NULL,
  status = CASE WHEN status = 'pending' THEN 'failed' ELSE status END WHERE request_id = ANY ($1::uuid[])`;

/** Everything in this schema that a person wrote or is reached by. Each statement takes the requests' ids and the moment. */
const OF_REQUESTS: readonly string[] = [
  `DELETE FROM intake.feed WHERE $2::timestamptz IS NOT NULL
     AND number IN (SELECT number FROM intake.requests WHERE request_id = ANY ($1::uuid[]))`,
  `UPDATE intake.requests SET requester_name = '', requester_email = NULL, requester_phone = NULL, owner = NULL, fields = '{}', text = '',
     summary = '', erased_at = $2::timestamptz WHERE request_id = ANY ($1::uuid[])`,
  `UPDATE intake.messages SET text = '', author_name = CASE WHEN author = 'requester' THEN '' ELSE author_name END
    WHERE request_id = ANY ($1::uuid[]) AND $2::timestamptz IS NOT NULL`,
  `${BLANK_LETTERS} AND $2::timestamptz IS NOT NULL`,
  // Made of everything that was typed, so it could confirm a guess.
  'DELETE FROM intake.idempotency_keys WHERE request_id = ANY ($1::uuid[]) AND $2::timestamptz IS NOT NULL',
  // What is attached goes with its file.
  `DELETE FROM intake.files WHERE $2::timestamptz IS NOT NULL AND file_id IN (${FILES_OF})`,
  'DELETE FROM intake.recordings WHERE request_id = ANY ($1::uuid[]) AND $2::timestamptz IS NOT NULL',
  // What was given out stays on record; what it held goes.
  `DELETE FROM intake.disclosure_entries WHERE $2::timestamptz IS NOT NULL
     AND disclosure_id IN (SELECT disclosure_id FROM intake.disclosures WHERE request_id = ANY ($1::uuid[]))`,
  `DELETE FROM intake.disclosure_trail WHERE $2::timestamptz IS NOT NULL
     AND disclosure_id IN (SELECT disclosure_id FROM intake.disclosures WHERE request_id = ANY ($1::uuid[]))`,
  "UPDATE intake.disclosures SET status = 'erased' WHERE request_id = ANY ($1::uuid[]) AND $2::timestamptz IS NOT NULL",
  `UPDATE intake.calls SET number = '' WHERE $2::timestamptz IS NOT NULL
     AND call_id IN (SELECT call_id FROM intake.requests WHERE request_id = ANY ($1::uuid[]))`,
];

/** Erases what a person wrote in these requests; numbers, moments, categories and statuses stay, for they are what is counted. */
export async function eraseRequests(tx: Tx, requestIds: readonly string[], at: Instant): Promise<void> {
  for (const statement of OF_REQUESTS) await tx.sql(statement, [requestIds, timestamp(at)]);
  await forgetWords(tx, 'intake', requestIds);
}

/** Erases complaints from this address with the letters about them. */
export async function eraseComplaints(tx: Tx, email: string, at: Instant): Promise<void> {
  const rows = await tx.sql<{ id: string }>(
    `UPDATE intake.complaints SET name = '', email = '', text = '', number = NULL,
       answer = CASE WHEN answer IS NULL THEN NULL ELSE '' END, erased_at = $2::timestamptz
      WHERE lower(email) = lower($1) AND erased_at IS NULL RETURNING complaint_id::text AS id`,
    [email, timestamp(at)],
  );
  await tx.sql(BLANK_LETTERS, [rows.map(({ id }) => id)]);
}

/** Erases the account under this address: its sessions end, its feed goes. */
export async function eraseAccount(tx: Tx, email: string): Promise<void> {
  for (const table of ['accounts', 'sign_in_codes', 'requester_sessions'])
    await tx.sql(`DELETE FROM intake.${table} WHERE email = lower($1)`, [email]);
  await tx.sql('DELETE FROM intake.feed WHERE owner = lower($1)', [email]);
}

const BLANK_BLOCKS = `UPDATE intake.blocks SET email = NULL, phone = NULL, reason = '', erased_at = $1::timestamptz,
  appeal = CASE WHEN appeal IS NULL THEN NULL ELSE '' END, answer_text = CASE WHEN answer_text IS NULL THEN NULL ELSE '' END,
  lift_reason = CASE WHEN lift_reason IS NULL THEN NULL ELSE '' END`;

/** Erases who was blocked under this contact and every word about it; that somebody was, when, by whom and for what clause stays. */
export async function eraseBlocks(tx: Tx, { email, phone }: Contact, at: Instant): Promise<void> {
  const where = 'email = lower($2) OR phone = $3';
  await blankBlocks(tx, where, [timestamp(at), email, phone]);
}

/** The same for blocks that ended before a moment. @returns how many were erased, at most `limit` */
export function eraseBlocksBefore(tx: Tx, before: Instant, at: Instant, limit: number): Promise<number> {
  const where = `block_id IN (SELECT block_id FROM intake.blocks WHERE erased_at IS NULL AND least(until, lifted_at) < $2::timestamptz
    ORDER BY block_id LIMIT $3 FOR UPDATE SKIP LOCKED)`;
  return blankBlocks(tx, where, [timestamp(at), timestamp(before), limit]);
}

async function blankBlocks(tx: Tx, where: string, values: readonly unknown[]): Promise<number> {
  const rows = await tx.sql<{ id: string }>(`${BLANK_BLOCKS} WHERE ${where} RETURNING block_id::text AS id`, values);
  await tx.sql(BLANK_LETTERS, [rows.map(({ id }) => id)]);
  return rows.length;
}

/** Erases the profiles of callers under this telephone, whose calls stay counted without the number. */
export async function eraseCallers(tx: Tx, phone: string): Promise<void> {
  const callers = 'SELECT caller_id FROM intake.caller_numbers WHERE number = $1';
  await tx.sql(`UPDATE intake.calls SET number = '' WHERE number = $1 OR caller_id IN (${callers})`, [phone]);
  await tx.sql('DELETE FROM intake.caller_tries WHERE number = $1', [phone]);
  await tx.sql(`DELETE FROM intake.callers WHERE caller_id IN (${callers})`, [phone]);
  await tx.sql(`DELETE FROM intake.caller_numbers WHERE caller_id IN (${callers})`, [phone]);
}

export interface ErasureRow extends Counts {
  readonly erasureId: string;
  readonly at: Instant;
  readonly because: 'demand' | 'term';
  readonly clause: string | null;
  readonly reason: string;
  readonly byId: string;
  readonly byName: string;
  readonly requests: number;
}

export async function addErasure(tx: Tx, tenant: string, row: ErasureRow): Promise<void> {
  await tx.sql(
    `INSERT INTO intake.erasures (tenant, erasure_id, at, because, clause, reason, by_id, by_name, requests, messages, letters, files, recordings,
       complaints, callers, accounts, blocks)
     VALUES ($1, $2::uuid, $3::timestamptz, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      tenant,
      row.erasureId,
      timestamp(row.at),
      row.because,
      row.clause,
      row.reason,
      row.byId,
      row.byName,
      row.requests,
      row.messages,
      row.letters,
      row.files,
      row.recordings,
      row.complaints,
      row.callers,
      row.accounts,
      row.blocks,
    ],
  );
}

/** The newest erasures, at most 200. */
export function listErasures(tx: Tx): Promise<ErasureRow[]> {
  return tx.sql<ErasureRow>(
    `SELECT erasure_id::text AS "erasureId", at, because, clause, reason, by_id AS "byId", by_name AS "byName", requests, messages, letters,
            files, recordings, complaints, callers, accounts, blocks
       FROM intake.erasures ORDER BY at DESC, erasure_id LIMIT 200`,
  );
}
