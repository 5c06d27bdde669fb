import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';
import { type WorkRow, workColumns } from './work.ts';

/** Where the last page ended. */
export interface Place {
  readonly rank: number;
  readonly at: Instant;
  readonly requestId: string;
}

// The index works_queue is in this order: a page is read from it without sorting, however long the queue.
const queueText = `
  SELECT ${workColumns} FROM routing.works
   WHERE tenant = current_setting('app.tenant') AND status = 'queued'
     AND (rank, arrived_at, request_id) > ($1::smallint, $2::timestamptz, $3::uuid)
   ORDER BY rank, arrived_at, request_id LIMIT $4`;
const countText = `
  SELECT count(*)::int AS total FROM routing.works WHERE tenant = current_setting('app.tenant') AND status = 'queued'`;

const nil = '00000000-0000-0000-0000-000000000000';
const max = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const beginning: Place = { rank: -1, at: 0 as Instant, requestId: nil };

/** A page of the queue in the regulation's order. */
export function readQueue(tx: Tx, after: Place | null, limit: number): Promise<WorkRow[]> {
  const { rank, at, requestId } = after ?? beginning;
  return tx.sql<WorkRow>(queueText, [rank, timestamp(at), requestId, limit]);
}

/** How many requests stand in the queue. It visits every entry of the index: ask seldom. */
export const countQueue = async (tx: Tx): Promise<number> =>
  (await tx.sql<{ total: number }>(countText))[0]?.total ?? 0;

const open = `status IN ('assigned', 'waiting', 'handed-over', 'postponed')`;
const openText = (mine: string): string => `
  SELECT ${workColumns} FROM routing.works
   WHERE tenant = current_setting('app.tenant') AND ${open} AND ($1::text[] IS NULL OR status = ANY ($1)) ${mine}
     AND (arrived_at, request_id) > ($2::timestamptz, $3::uuid)
   ORDER BY arrived_at, request_id LIMIT $4`;
const closedText = (mine: string): string => `
  SELECT ${workColumns} FROM routing.works
   WHERE tenant = current_setting('app.tenant') AND closed_at IS NOT NULL AND ($1::text[] IS NULL OR status = ANY ($1)) ${mine}
     AND (closed_at, request_id) < ($2::timestamptz, $3::uuid)
   ORDER BY closed_at DESC, request_id DESC LIMIT $4`;
const ofAgent = 'AND agent_id = $5';
const texts = {
  open: { all: openText(''), one: openText(ofAgent) },
  closed: { all: closedText(''), one: closedText(ofAgent) },
} as const;

export interface ListQuery {
  readonly kind: 'open' | 'closed';
  readonly statuses: readonly string[] | null;
  /** Null: everybody's. */
  readonly agentId: string | null;
  readonly after: Place | null;
  readonly limit: number;
}

/** Open work, the oldest first; or closed work, the latest first. */
export function readList(tx: Tx, query: ListQuery): Promise<WorkRow[]> {
  const { kind, statuses, agentId, after, limit } = query;
  const start: Place =
    kind === 'open' ? beginning : { rank: 0, at: Date.parse('9999-12-31') as Instant, requestId: max };
  const { at, requestId } = after ?? start;
  const params = [statuses, timestamp(at), requestId, limit];
  return agentId === null
    ? tx.sql<WorkRow>(texts[kind].all, params)
    : tx.sql<WorkRow>(texts[kind].one, [...params, agentId]);
}
