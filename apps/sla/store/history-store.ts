import type { ClockRecord, Fact } from '@reglament/domain/clock';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';
import { clocksOfAll } from './clock-store.ts';
import { BEFORE_ALL, factsOf, type Submission } from './fact-store.ts';

/** A request with all that happened to it and all that was recorded of its clocks. */
export interface RecordedRequest {
  readonly requestId: string;
  readonly submission: Submission;
  readonly facts: readonly Fact[];
  readonly clocks: readonly ClockRecord[];
}

/** Requests submitted in [from, to). */
interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

interface Row {
  request_id: string;
  category: string;
  channel: string;
  client_category: string | null;
  edition: string;
  submitted_at: Instant;
}

/** How many requests there are in the span. */
export async function countHistory(tx: Tx, span: Span): Promise<number> {
  const rows = await tx.sql<{ count: number }>(
    'SELECT count(*)::int AS count FROM sla.requests WHERE tenant = $1 AND submitted_at >= $2 AND submitted_at < $3',
    [tx.tenant, timestamp(span.from), timestamp(span.to)],
  );
  return rows[0]?.count ?? 0;
}

/** Some requests of the span, in the order of ids after the one given. */
export async function readHistory(
  tx: Tx,
  span: Span,
  after: string | null,
  limit: number,
): Promise<readonly RecordedRequest[]> {
  const rows = await tx.sql<Row>(
    `SELECT request_id, category, channel, client_category, edition, submitted_at FROM sla.requests
      WHERE tenant = $1 AND submitted_at >= $2 AND submitted_at < $3 AND request_id > $4::uuid
      ORDER BY request_id LIMIT $5`,
    [tx.tenant, timestamp(span.from), timestamp(span.to), after ?? BEFORE_ALL, limit],
  );
  const ids = rows.map((row) => row.request_id);
  const facts = await factsOf(tx, ids);
  const clocks = Map.groupBy(await clocksOfAll(tx, ids), (clock) => clock.requestId);
  return rows.map((row) => ({
    requestId: row.request_id,
    submission: {
      category: row.category,
      channel: row.channel,
      clientCategory: row.client_category,
      edition: row.edition,
      submittedAt: row.submitted_at,
    },
    facts: facts.get(row.request_id) ?? [],
    clocks: (clocks.get(row.request_id) ?? []).map(({ record }) => record),
  }));
}
