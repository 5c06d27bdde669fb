import type { EventOf, RequestSubmittedV1 } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import { type Tx, timestamp } from '@reglament/platform/postgres';

export type Submitted = EventOf<typeof RequestSubmittedV1>;

export interface Arrival {
  readonly event: Submitted;
  readonly rank: 0 | 1;
  readonly queuedAt: Instant;
}

const insertText = `
  WITH arrived AS (
    INSERT INTO routing.works (tenant, request_id, number, summary, category, channel, language, client_category, product,
        entry_point, edition, urgent, rank, arrived_at, queued_at, status)
    SELECT current_setting('app.tenant'), request_id, number, summary, category, channel, language, client_category, product,
        entry_point, edition, urgent, rank, arrived_at, queued_at, 'queued'
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                  $10::text[], $11::boolean[], $12::smallint[], $13::timestamptz[], $14::timestamptz[])
           AS new (request_id, number, summary, category, channel, language, client_category, product, entry_point, edition,
                   urgent, rank, arrived_at, queued_at)
    ON CONFLICT (tenant, request_id) DO NOTHING
    RETURNING tenant, request_id),
  registered AS (
    INSERT INTO routing.trail (tenant, request_id, at, verb, by_kind, by_id, by_name, detail)
    SELECT arrived.tenant, request_id, at, 'register', by_kind, by_id, coalesce(agents.name, ''), detail
      FROM arrived JOIN unnest($1::uuid[], $15::timestamptz[], $16::text[], $17::text[], $18::jsonb[])
           AS line (request_id, at, by_kind, by_id, detail) USING (request_id)
      LEFT JOIN routing.agents ON agents.tenant = arrived.tenant AND agents.staff_id = by_id AND by_kind = 'staff')
  SELECT request_id AS "requestId" FROM arrived`;

/**
 * Puts requests into the queue, with who registered them in the trail, all with one statement.
 * @returns the ids that were new; a request that is already there stays as it is
 */
export async function insertArrivals(tx: Tx, arrivals: readonly Arrival[]): Promise<Set<string>> {
  const of = <T>(read: (event: Submitted['payload']) => T): T[] => arrivals.map(({ event }) => read(event.payload));
  const rows = await tx.sql<{ requestId: string }>(insertText, [
    of((p) => p.requestId),
    of((p) => p.number),
    of((p) => p.summary),
    of((p) => p.category),
    of((p) => p.channel),
    of((p) => p.language),
    of((p) => p.clientCategory),
    of((p) => p.product),
    of((p) => p.entryPoint),
    of((p) => p.edition),
    of((p) => p.urgent),
    arrivals.map(({ rank }) => rank),
    of((p) => p.submittedAt),
    arrivals.map(({ queuedAt }) => timestamp(queuedAt)),
    arrivals.map(({ event }) => event.occurredAt),
    of((p) => (p.registeredBy === null ? 'requester' : 'staff')),
    of((p) => p.registeredBy ?? 'requester'),
    of((p) => JSON.stringify({ channel: p.channel, entryPoint: p.entryPoint, number: p.number })),
  ]);
  return new Set(rows.map((row) => row.requestId));
}
