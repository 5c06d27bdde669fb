import type { Source } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import { keptDays } from '../jetstream/streams.ts';
import type { Database } from '../postgres/index.ts';

/** An event that waits to be published. */
export interface Waiting {
  readonly id: number;
  readonly eventId: string;
  readonly tenant: string;
  readonly type: string;
  readonly subjectId: string;
  readonly occurredAt: Instant;
  /** JSON text. */
  readonly payload: string;
  readonly traceparent: string | null;
}

/** Where an event was stored: the outbox row and its sequence in the stream. */
export interface Published {
  readonly id: number;
  readonly sequence: number;
}

/** The relay's view of `<schema>.outbox`, under the system role. */
export class OutboxStore {
  constructor(
    private readonly database: Database,
    private readonly schema: Source,
  ) {}

  /** The oldest unpublished events with an id above `after`. */
  waiting(after: number, limit: number): Promise<Waiting[]> {
    return this.database.systemQuery<Waiting>(
      `SELECT id, event_id AS "eventId", tenant, type, subject_id AS "subjectId", occurred_at AS "occurredAt",
                payload::text AS payload, traceparent
           FROM ${this.schema}.outbox WHERE published_at IS NULL AND id > $1 ORDER BY id LIMIT $2`,
      [after, limit],
    );
  }

  /**
   * Does not wait for the disk: a record that a crash of PostgreSQL takes back is made again, for what the stream has beyond the record is
   * found at the next reconciliation.
   */
  async markPublished(rows: readonly Published[]): Promise<void> {
    if (rows.length === 0) return;
    await this.database.systemQuery(
      `WITH unhurried AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
         UPDATE ${this.schema}.outbox AS o SET published_at = clock_timestamp(), stream_seq = done.seq
           FROM unnest($1::bigint[], $2::bigint[]) AS done (id, seq), unhurried WHERE o.id = done.id`,
      [rows.map((row) => row.id), rows.map((row) => row.sequence)],
    );
  }

  /** The same where only the event's id is known, for messages found in the stream. */
  async markFound(found: readonly { readonly eventId: string; readonly sequence: number }[]): Promise<void> {
    if (found.length === 0) return;
    await this.database.systemQuery(
      `UPDATE ${this.schema}.outbox AS o SET published_at = coalesce(published_at, clock_timestamp()), stream_seq = done.seq
           FROM unnest($1::uuid[], $2::bigint[]) AS done (event_id, seq) WHERE o.event_id = done.event_id`,
      [found.map((row) => row.eventId), found.map((row) => row.sequence)],
    );
  }

  /** The highest sequence ever recorded; 0 when nothing was published yet. */
  async highestSequence(): Promise<number> {
    const [row] = await this.database.systemQuery<{ highest: number | null }>(
      `SELECT max(stream_seq) AS highest FROM ${this.schema}.outbox WHERE stream_seq IS NOT NULL`,
    );
    return row?.highest ?? 0;
  }

  /** The event recorded at the highest sequence that is not above the given one. */
  async recordedAt(sequence: number): Promise<{ eventId: string; sequence: number } | undefined> {
    const [row] = await this.database.systemQuery<{ eventId: string; sequence: number }>(
      `SELECT event_id AS "eventId", stream_seq AS sequence FROM ${this.schema}.outbox
          WHERE stream_seq <= $1 ORDER BY stream_seq DESC LIMIT 1`,
      [sequence],
    );
    return row;
  }

  /** What the stream lost, above this sequence, waits to be published again; only as far back as a stream keeps events. @returns how many */
  async forgetAbove(sequence: number): Promise<number> {
    const [row] = await this.database.systemQuery<{ count: number }>(
      `WITH lost AS (
           UPDATE ${this.schema}.outbox
              SET stream_seq = NULL,
                  published_at = CASE WHEN published_at < now() - interval '${keptDays} days' THEN published_at END
            WHERE stream_seq > $1 RETURNING published_at)
         SELECT count(*) FILTER (WHERE published_at IS NULL) AS count FROM lost`,
      [sequence],
    );
    return row?.count ?? 0;
  }

  /** How many events wait and since when, for metrics. */
  async lag(): Promise<{ count: number; oldestSeconds: number }> {
    const [row] = await this.database.systemQuery<{ count: number; oldestSeconds: number }>(
      `SELECT count(*) AS count, coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS "oldestSeconds"
           FROM (SELECT recorded_at FROM ${this.schema}.outbox WHERE published_at IS NULL ORDER BY id LIMIT 10000) AS waiting`,
    );
    return row ?? { count: 0, oldestSeconds: 0 };
  }
}
