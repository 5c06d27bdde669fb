/** Reads the four books: outbox, stream, inboxes, archive. */
import { jetstream, jetstreamManager, type OrderedConsumerOptions } from '@nats-io/jetstream';
import { consumes, events, type Source, streamOf } from '@reglament/contracts';
import { openClickHouse } from '@reglament/platform/clickhouse';
import { Bus, keptDays } from '@reglament/platform/jetstream';
import pg from 'pg';
import { asSystem, schemasWithOutbox } from '../outboxes.ts';
import type { Accepted, Books, Consumed } from './compare.ts';

export interface Engines {
  /** The owner's address, as for migrations. */
  readonly postgres: string;
  readonly nats: string;
  readonly clickhouse: string;
}

/** Milliseconds without a further message after which the stream counts as read. */
const streamSilence = 5_000;
const rowsAtATime = 50_000;

/** The books of every publisher whose tables exist. */
export async function readBooks(engines: Engines): Promise<Books[]> {
  const client = new pg.Client({ connectionString: engines.postgres, application_name: 'reglament-ledger' });
  await client.connect();
  const bus = new Bus({ url: engines.nats, name: 'ledger' });
  try {
    // The outboxes first: whatever is in them must be everywhere else, now or soon. What is accepted meanwhile is left out.
    const books: Books[] = [];
    const schemas = await schemasWithOutbox(client);
    const outboxes = new Map<Source, Accepted[]>();
    for (const source of schemas) outboxes.set(source, await readOutbox(client, source));
    for (const source of schemas) {
      const accepted = outboxes.get(source) ?? [];
      books.push({
        source,
        accepted,
        stream: await readStream(bus, source),
        consumers: await readConsumers(client, source),
        archive: await readArchive(engines.clickhouse, source),
      });
    }
    return await forgetNewer(client, books);
  } finally {
    await bus.close();
    await client.end();
  }
}

/** While services run, events are added between two looks: what was accepted after the first look is left out everywhere. */
async function forgetNewer(client: pg.Client, books: readonly Books[]): Promise<Books[]> {
  const all: Books[] = [];
  for (const book of books) {
    const known = new Set(book.accepted.map((event) => event.id));
    const suspects = [...(book.stream?.keys() ?? []), ...(book.archive?.keys() ?? [])].filter((id) => !known.has(id));
    const newer = await acceptedNow(client, book.source, suspects);
    const without = (copies: ReadonlyMap<string, number> | null) =>
      copies && new Map([...copies].filter(([id]) => !newer.has(id)));
    all.push({ ...book, stream: without(book.stream), archive: without(book.archive) });
  }
  return all;
}

async function acceptedNow(client: pg.Client, source: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await asSystem(
    client,
    source,
    `SELECT event_id AS id FROM ${source}.outbox WHERE event_id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Set(rows.map((row) => String(row.id)));
}

async function readOutbox(client: pg.Client, source: Source): Promise<Accepted[]> {
  const accepted: Accepted[] = [];
  for (let after = 0; ; ) {
    const rows = await asSystem(
      client,
      source,
      `SELECT id, event_id, tenant, type, extract(epoch FROM recorded_at)::float8 * 1000 AS recorded_at,
              coalesce(published_at < now() - make_interval(days => $2), false) AS aged
         FROM ${source}.outbox WHERE id > $1 ORDER BY id LIMIT ${rowsAtATime}`,
      [after, keptDays - 1],
    );
    for (const row of rows) {
      accepted.push({
        id: String(row.event_id),
        tenant: String(row.tenant),
        type: String(row.type),
        recordedAt: Number(row.recorded_at),
        mayHaveAgedOut: row.aged === true,
      });
    }
    if (rows.length < rowsAtATime) return accepted;
    after = Number(rows.at(-1)?.id);
  }
}

async function readStream(bus: Bus, source: Source): Promise<Map<string, number> | null> {
  const connection = await bus.connection(AbortSignal.timeout(5_000));
  const manager = await jetstreamManager(connection, { checkAPI: false });
  const info = await manager.streams.info(streamOf(source)).catch((error) => {
    if (/not found/.test(String(error))) return null;
    throw error;
  });
  if (info === null) return null;
  const copies = new Map<string, number>();
  const { messages: count, last_seq: last } = info.state;
  if (count === 0) return copies;
  const options: Partial<OrderedConsumerOptions> = { headers_only: true };
  const consumer = await jetstream(connection).consumers.get(streamOf(source), options);
  const messages = await consumer.consume({ max_messages: 2_000 });
  const timer = setTimeout(() => messages.stop(), streamSilence);
  for await (const message of messages) {
    timer.refresh();
    const id = message.headers?.get('Nats-Msg-Id') || `without an id: ${message.seq}`;
    copies.set(id, (copies.get(id) ?? 0) + 1);
    if (message.seq >= last) break;
  }
  clearTimeout(timer);
  await consumer.delete().catch(() => undefined);
  return copies;
}

async function readConsumers(client: pg.Client, source: Source): Promise<Consumed[]> {
  const all: Consumed[] = [];
  const said = events.filter((event) => event.source === source).map((event) => event.type);
  for (const [service, sources] of Object.entries(consumes)) {
    if (!(sources as readonly Source[]).includes(source)) continue;
    const { rows } = await client.query('SELECT to_regclass($1) AS name', [`${service}.consumed_types`]);
    if (rows[0]?.name === null) continue;
    const types = await asSystem(
      client,
      service,
      `SELECT type, extract(epoch FROM since)::float8 * 1000 AS since FROM ${service}.consumed_types`,
    );
    const inbox = await asSystem(
      client,
      service,
      `SELECT event_id AS id FROM ${service}.inbox WHERE type = ANY ($1::text[])`,
      [said],
    );
    const dead = await asSystem(
      client,
      service,
      `SELECT event_id AS id FROM ${service}.dead_letters WHERE replayed_at IS NULL`,
    );
    all.push({
      service,
      since: new Map(types.map((row) => [String(row.type), Number(row.since)])),
      inbox: new Set(inbox.map((row) => String(row.id))),
      dead: new Set(dead.map((row) => String(row.id))),
    });
  }
  return all;
}

async function readArchive(url: string, source: Source): Promise<Map<string, number> | null> {
  if (!(consumes.reporting as readonly Source[]).includes(source)) return null;
  const { client } = openClickHouse({ url, database: 'reglament', application: 'ledger' });
  try {
    const result = await client.query({
      query: 'SELECT toString(id), count() FROM reglament.events FINAL WHERE source = {source: String} GROUP BY id',
      query_params: { source },
      format: 'JSONCompactEachRow',
    });
    const copies = new Map<string, number>();
    for await (const rows of result.stream<[string, number | string]>()) {
      for (const row of rows) {
        const [id, count] = row.json();
        copies.set(id, Number(count));
      }
    }
    return copies;
  } catch (error) {
    // Reporting makes its tables when it first starts.
    if (/UNKNOWN_TABLE|UNKNOWN_DATABASE|does not exist/i.test(String(error))) return new Map();
    throw error;
  } finally {
    await client.close();
  }
}
