import type { Fact } from '@reglament/domain/clock';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

/** Before every request in the order of ids: a place in it is never null, so that any plan of the statement can seek to it. */
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** What a submission says that clocks are chosen by. */
export interface Submission {
  readonly category: string;
  readonly channel: string;
  readonly clientCategory: string | null;
  readonly edition: string;
  readonly submittedAt: Instant;
}

/** What has become known of one request in one transaction. */
export interface News {
  readonly requestId: string;
  readonly submission: Submission | null;
  readonly facts: readonly Fact[];
}

export interface KnownRequest {
  readonly requestId: string;
  /** Null while only other facts have arrived. */
  readonly submission: Submission | null;
}

interface RequestRow {
  request_id: string;
  category: string | null;
  channel: string | null;
  client_category: string | null;
  edition: string | null;
  submitted_at: Instant | null;
}

/**
 * Remembers the requests and takes the lock under which each is folded: two transactions with facts of one request wait for
 * each other here, in the order of ids, so the later one sees the facts of the earlier.
 */
export async function lockRequests(tx: Tx, news: readonly News[]): Promise<readonly KnownRequest[]> {
  if (news.length === 0) return [];
  const rows = news.map(({ requestId, submission }) => ({
    request_id: requestId,
    category: submission?.category ?? null,
    channel: submission?.channel ?? null,
    client_category: submission?.clientCategory ?? null,
    edition: submission?.edition ?? null,
    submitted_at: submission === null ? null : timestamp(submission.submittedAt),
  }));
  const known = await tx.sql<RequestRow>(LOCK_REQUESTS, [tx.tenant, JSON.stringify(rows)]);
  return known.map(requestOf);
}

const LOCK_REQUESTS = `
  INSERT INTO sla.requests AS known (tenant, request_id, category, channel, client_category, edition, submitted_at)
  SELECT $1, request_id, category, channel, client_category, edition, submitted_at
    FROM jsonb_to_recordset($2::jsonb)
      AS news (request_id uuid, category text, channel text, client_category text, edition text, submitted_at timestamptz)
   ORDER BY request_id
  ON CONFLICT (tenant, request_id) DO UPDATE SET
    category = COALESCE(known.category, excluded.category),
    channel = COALESCE(known.channel, excluded.channel),
    client_category = COALESCE(known.client_category, excluded.client_category),
    edition = COALESCE(known.edition, excluded.edition),
    submitted_at = COALESCE(known.submitted_at, excluded.submitted_at)
  RETURNING request_id, category, channel, client_category, edition, submitted_at`;

/** Takes the same lock on requests of which nothing new is known. */
export async function lockKnownRequests(tx: Tx, requestIds: readonly string[]): Promise<readonly KnownRequest[]> {
  const rows = await tx.sql<RequestRow>(LOCK_KNOWN, [tx.tenant, requestIds]);
  return rows.map(requestOf);
}

const LOCK_KNOWN = `
  SELECT request_id, category, channel, client_category, edition, submitted_at
    FROM sla.requests WHERE tenant = $1 AND request_id = ANY ($2::uuid[]) ORDER BY request_id FOR NO KEY UPDATE`;

/** Appends facts; one that is there already changes nothing. */
export async function appendFacts(tx: Tx, news: readonly News[]): Promise<void> {
  const rows = news.flatMap(({ requestId, facts }) =>
    facts.map(({ id, kind, at, data }) => ({ request_id: requestId, fact_id: id, kind, at: timestamp(at), data })),
  );
  if (rows.length === 0) return;
  await tx.sql(APPEND_FACTS, [tx.tenant, JSON.stringify(rows)]);
}

const APPEND_FACTS = `
  INSERT INTO sla.facts (tenant, request_id, fact_id, kind, at, data)
  SELECT $1, request_id, fact_id, kind, at, data
    FROM jsonb_to_recordset($2::jsonb) AS fact (request_id uuid, fact_id uuid, kind text, at timestamptz, data jsonb)
  ON CONFLICT (tenant, request_id, fact_id) DO NOTHING`;

interface FactRow {
  request_id: string;
  fact_id: string;
  kind: string;
  at: Instant;
  data: Fact['data'];
}

/** All facts of the requests given, by request. */
export async function factsOf(tx: Tx, requestIds: readonly string[]): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const rows = await tx.sql<FactRow>(
    'SELECT request_id, fact_id, kind, at, data FROM sla.facts WHERE tenant = $1 AND request_id = ANY ($2::uuid[])',
    [tx.tenant, requestIds],
  );
  const facts = new Map<string, Fact[]>();
  for (const { request_id, fact_id: id, kind, at, data } of rows) {
    const known = facts.get(request_id);
    if (known === undefined) facts.set(request_id, [{ id, kind, at, data }]);
    else known.push({ id, kind, at, data });
  }
  return facts;
}

/** One request, or undefined when nothing is known of it in this tenant. */
export async function requestById(tx: Tx, requestId: string): Promise<KnownRequest | undefined> {
  const rows = await tx.sql<RequestRow>(
    `SELECT request_id, category, channel, client_category, edition, submitted_at
       FROM sla.requests WHERE tenant = $1 AND request_id = $2`,
    [tx.tenant, requestId],
  );
  return rows.map(requestOf)[0];
}

function requestOf(row: RequestRow): KnownRequest {
  const { request_id: requestId, category, channel, edition, submitted_at: submittedAt } = row;
  if (category === null || channel === null || edition === null || submittedAt === null) {
    return { requestId, submission: null };
  }
  return { requestId, submission: { category, channel, clientCategory: row.client_category, edition, submittedAt } };
}
