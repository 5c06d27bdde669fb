/** The services' outboxes as the rebuild reads them: from the beginning, and what was said since. */
import type { Source } from '@reglament/contracts';
import type { KeptEvent } from '@reglament/reporting/archive';
import type pg from 'pg';
import { asSystem } from '../outboxes.ts';

/** How far a service had published at a moment: the highest place in its stream, and the event that stands there. */
export interface Mark {
  readonly sequence: number;
  /** null where nothing was published yet. */
  readonly eventId: string | null;
}

/** How many events of a tenant's day (UTC, `YYYY-MM-DD`) there are, and their ids added up: equal where both are equal. */
export interface DayCount {
  readonly tenant: string;
  readonly day: string;
  readonly count: number;
  /** A whole number of any length. */
  readonly ids: string;
}

interface Row {
  readonly place: string;
  readonly eventId: string;
  readonly type: string;
  readonly tenant: string;
  readonly subjectId: string;
  readonly occurredAt: string;
  readonly payload: string;
  readonly traceparent: string | null;
  readonly sequence: string | null;
}

/** None is named `id`: PostgreSQL would then order by it and not by the place. */
const COLUMNS = `id AS place, event_id AS "eventId", type, tenant, subject_id AS "subjectId", payload::text AS payload, traceparent, stream_seq AS sequence,
  to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "occurredAt"`;
/** The last 60 bits of an id; the archive adds up the same. */
const ID_NUMBER = `('x' || right(replace(event_id::text, '-', ''), 15))::bit(60)::bigint`;
const DAY = `to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;

/** One service's outbox. */
export class Outbox {
  readonly source: Source;
  readonly #client: pg.Client;

  constructor(client: pg.Client, source: Source) {
    this.#client = client;
    this.source = source;
  }

  /** Events in the order of their places, after a place. The last place is where to go on. */
  async after(place: number, limit: number): Promise<{ events: KeptEvent[]; place: number }> {
    const rows = await this.ask<Row>(`SELECT ${COLUMNS} FROM outbox WHERE id > $1 ORDER BY id LIMIT $2`, [
      place,
      limit,
    ]);
    return { events: this.eventsOf(rows), place: Number(rows.at(-1)?.place ?? place) };
  }

  /** Roughly how many events there are, and how far a place is in them: places have few gaps. */
  async lastPlace(): Promise<number> {
    const [row] = await this.ask<{ last: string | null }>('SELECT max(id) AS last FROM outbox');
    return Number(row?.last ?? 0);
  }

  async mark(): Promise<Mark> {
    const [row] = await this.ask<{ sequence: string; eventId: string }>(
      'SELECT stream_seq AS sequence, event_id AS "eventId" FROM outbox WHERE stream_seq IS NOT NULL ORDER BY stream_seq DESC LIMIT 1',
    );
    return row === undefined ? { sequence: 0, eventId: null } : { ...row, sequence: Number(row.sequence) };
  }

  /**
   * Everything that was committed since the mark was taken, in pieces: it is not published yet, or published behind the mark. In this order: what is
   * published while this reads is found among the published afterwards, where the other way round it would be in neither.
   */
  async *since(mark: Mark, limit: number): AsyncGenerator<KeptEvent[]> {
    for (let place = 0; ; ) {
      const rows = await this.ask<Row>(
        `SELECT ${COLUMNS} FROM outbox WHERE published_at IS NULL AND id > $1 ORDER BY id LIMIT $2`,
        [place, limit],
      );
      if (rows.length > 0) yield this.eventsOf(rows);
      if (rows.length < limit) break;
      place = Number(rows.at(-1)?.place);
    }
    // A stream that was lost meanwhile begins anew: its numbers say nothing of before any more.
    for (let sequence = (await this.stands(mark)) ? mark.sequence : 0; ; ) {
      const rows = await this.ask<Row>(
        `SELECT ${COLUMNS} FROM outbox WHERE stream_seq > $1 ORDER BY stream_seq LIMIT $2`,
        [sequence, limit],
      );
      if (rows.length > 0) yield this.eventsOf(rows);
      if (rows.length < limit) return;
      sequence = Number(rows.at(-1)?.sequence);
    }
  }

  private async stands({ sequence, eventId }: Mark): Promise<boolean> {
    const rows = await this.ask('SELECT FROM outbox WHERE stream_seq = $1 AND event_id = $2', [sequence, eventId]);
    return rows.length > 0;
  }

  days(): Promise<DayCount[]> {
    return this.ask<DayCount>(
      `SELECT tenant, ${DAY} AS day, count(*)::float8 AS count, sum(${ID_NUMBER})::text AS ids FROM outbox GROUP BY 1, 2`,
    );
  }

  async idsOf(tenant: string, day: string): Promise<string[]> {
    const rows = await this.ask<{ id: string }>(
      `SELECT event_id AS id FROM outbox WHERE tenant = $1
          AND occurred_at >= $2::date::timestamp AT TIME ZONE 'UTC' AND occurred_at < ($2::date + 1)::timestamp AT TIME ZONE 'UTC'`,
      [tenant, day],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of these ids are this service's. */
  async known(ids: readonly string[]): Promise<string[]> {
    const rows = await this.ask<{ id: string }>('SELECT event_id AS id FROM outbox WHERE event_id = ANY ($1::uuid[])', [
      ids,
    ]);
    return rows.map(({ id }) => id);
  }

  private ask<R extends object>(text: string, params: readonly unknown[] = []): Promise<R[]> {
    return asSystem<R>(this.#client, this.source, text.replace('FROM outbox', `FROM ${this.source}.outbox`), params);
  }

  private eventsOf(rows: readonly Row[]): KeptEvent[] {
    return rows.map(({ place: _, eventId, sequence, traceparent, ...row }) => ({
      ...row,
      id: eventId,
      source: this.source,
      sequence: Number(sequence ?? 0),
      ...(traceparent === null ? {} : { traceparent }),
    }));
  }
}
