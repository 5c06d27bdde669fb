import { jetstreamManager } from '@nats-io/jetstream';
import { eventWords, type Source, streamOf } from '@reglament/contracts';
import { Sweep } from '../events/sweeps.ts';
import type { Bus } from '../jetstream/bus.ts';
import { isNotFound, keptDays } from '../jetstream/streams.ts';
import type { Database } from '../postgres/database.ts';

/** Requests whose events are looked for at once: the outbox is read through, so many are dearer alone than together. */
const AT_ONCE = 500;
const LEAVINGS_AT_ONCE = 500;
/** NATS takes an id for known for two minutes: published again within them, an event would not be stored a second time. */
const SETTLED_MS = 180_000;
const REST_MS = 5_000;

export interface ForgetWordsParts {
  readonly database: Database;
  readonly bus: Bus;
  readonly service: Source;
  /** Milliseconds after which what was published may be published again; only tests have a reason to change it. */
  readonly settledMs?: number;
}

/**
 * Takes the words of erased requests out of what the service has said. Their events lose the words in the outbox and go to the stream again
 * without them, under their own ids (whoever had them, has them; the archive takes the new copy for the old); the old copies are deleted from
 * the stream. Every step can be done twice: a crash leaves a copy too many, which the next round deletes.
 */
export class ForgetWords extends Sweep {
  readonly name = 'forget-words';
  override readonly idle = REST_MS;
  override readonly wakes = false;

  readonly #database: Database;
  readonly #bus: Bus;
  readonly #schema: Source;
  readonly #settledMs: number;

  constructor({ database, bus, service, settledMs }: ForgetWordsParts) {
    super();
    this.#database = database;
    this.#bus = bus;
    this.#schema = service;
    this.#settledMs = settledMs ?? SETTLED_MS;
  }

  async round(): Promise<number> {
    const forgotten = await this.#forget();
    if (forgotten > 0) this.#database.nudge();
    return forgotten + (await this.#clean());
  }

  /** @returns how many requests' words were taken out */
  async #forget(): Promise<number> {
    const schema = this.#schema;
    return this.#database.system(async (tx) => {
      const due = await tx.sql<{ id: string }>(
        `DELETE FROM ${schema}.forgetting WHERE (tenant, request_id) IN (
           SELECT tenant, request_id FROM ${schema}.forgetting WHERE asked_at <= clock_timestamp() - make_interval(secs => $1)
            ORDER BY asked_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
         RETURNING request_id::text AS id`,
        [this.#settledMs / 1000],
      );
      if (due.length === 0) return 0;
      const ids = due.map(({ id }) => id);
      await tx.sql(
        `WITH words AS (SELECT * FROM unnest($2::text[], $3::jsonb[]) AS w (type, blank)),
              old AS (SELECT o.id, o.stream_seq, w.blank FROM ${schema}.outbox AS o JOIN words AS w USING (type)
                       WHERE (o.subject_id = ANY ($1) OR o.payload ->> 'requestId' = ANY ($1)) AND o.payload || w.blank <> o.payload),
              left_behind AS (INSERT INTO ${schema}.stream_leavings (stream_seq)
                       SELECT stream_seq FROM old WHERE stream_seq IS NOT NULL ON CONFLICT DO NOTHING)
         UPDATE ${schema}.outbox AS o SET payload = o.payload || old.blank, stream_seq = NULL,
                -- What has aged out of the stream and of everybody's memory stays out.
                published_at = CASE WHEN o.published_at < now() - interval '${keptDays} days' THEN o.published_at END
           FROM old WHERE o.id = old.id`,
        [ids, [...eventWords.keys()], [...eventWords.values()].map((blank) => JSON.stringify(blank))],
      );
      // What could not take effect is kept as it came, to be replayed by a person: not with these words.
      await tx.sql(`UPDATE ${schema}.dead_letters SET body = '{}' WHERE subject_id = ANY ($1)`, [ids]);
      return due.length;
    });
  }

  /** @returns how many old copies were deleted from the stream */
  async #clean(): Promise<number> {
    const schema = this.#schema;
    const rows = await this.#database.systemQuery<{ seq: number }>(
      `SELECT stream_seq AS seq FROM ${schema}.stream_leavings ORDER BY stream_seq LIMIT ${LEAVINGS_AT_ONCE}`,
    );
    if (rows.length === 0 || !this.#bus.isConnected) return 0;
    const manager = await jetstreamManager(await this.#bus.connection(), { checkAPI: false });
    for (const { seq } of rows) {
      try {
        // NATS overwrites the message's bytes.
        await manager.streams.deleteMessage(streamOf(schema), seq, true);
      } catch (error) {
        if (!isNotFound(error) && !/no message found|not found|deleted/i.test(String(error))) throw error;
      }
    }
    await this.#database.systemQuery(`DELETE FROM ${schema}.stream_leavings WHERE stream_seq = ANY ($1::bigint[])`, [
      rows.map(({ seq }) => seq),
    ]);
    return rows.length;
  }
}
