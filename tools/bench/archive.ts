// npm run bench -- archive [events]: events per second from the streams into ClickHouse by the service itself, whole lives of
// requests as the platform tells them; the lag from a commit in PostgreSQL until figures know of it; and beside it the writer
// alone, without NATS.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { type AnyEvent, subjectOf } from '@reglament/contracts';
import { startEngines } from '@reglament/engines';
import { findPort } from '@reglament/engines/ports';
import { BatchWriter, type ClickHouse, openClickHouse } from '@reglament/platform/clickhouse';
import { Bus, ensureStream, headersOf } from '@reglament/platform/jetstream';
import { eventsOf, ground } from '../../apps/reporting/testing/day.ts';
import { lagOf } from './archive-load/lag.ts';
import { cpuOf, memoryInWords } from './processes.ts';

const events = Number(process.argv[2] ?? 100_000);
const root = path.join(import.meta.dirname, '../..');
const LAG_PER_SECOND = 1_000;
const LAG_SECONDS = 10;
const PATIENCE_MS = 600_000;
const FROM = Date.UTC(2026, 10, 2);
/** Events of one request on the average; a few more requests are made, and cut off. */
const EVENTS_EACH = 11;
const QUESTION = 'The program does not open after the update, and closes before anything is seen. '.repeat(6);
const say = (line: string) => process.stdout.write(`${line}\n`);
const whole = (n: number) => Math.round(n).toLocaleString('en');

/** So many events of a month, in the order of their moments. */
function lives(tenant: string): AnyEvent[] {
  const made = eventsOf(ground(tenant, { questions: [QUESTION] }), Math.ceil(events / EVENTS_EACH), FROM, FROM + 2.6e9);
  return made.sort((a, b) => a.occurredAt.localeCompare(b.occurredAt)).slice(0, events);
}

async function publish(bus: Bus, all: readonly AnyEvent[]): Promise<void> {
  const connection = await bus.connection();
  const manager = await jetstreamManager(connection);
  for (const source of ['intake', 'routing', 'sla'] as const) await ensureStream(manager, source);
  const client = jetstream(connection);
  for (let at = 0; at < all.length; at += 1000) {
    const some = all.slice(at, at + 1000).map(({ payload, ...envelope }) =>
      client.publish(subjectOf(envelope.source, envelope.tenant, envelope.type), JSON.stringify(payload), {
        headers: headersOf(envelope),
        msgID: envelope.id,
        timeout: 60_000,
      }),
    );
    await Promise.all(some);
  }
}

async function ask(house: ClickHouse, query: string): Promise<number> {
  const answer = await house.client.query({ query, format: 'JSONEachRow' });
  return Number((await answer.json<{ n: number }>())[0]?.n ?? 0);
}

async function startService(nats: string, clickhouse: string): Promise<ChildProcess> {
  const port = await findPort();
  const env = {
    ...process.env,
    PORT: String(port),
    LOG_LEVEL: 'silent',
    // The archive needs no PostgreSQL and no mail server, and the gateway's keys only when somebody calls.
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    SYSTEM_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    SMTP_URL: 'smtp://127.0.0.1:1',
    GATEWAY_URL: 'http://127.0.0.1:1',
    NATS_URL: nats,
    CLICKHOUSE_URL: clickhouse,
    REGULATIONS_DIR: path.join(root, 'regulations'),
  };
  return spawn(process.execPath, [path.join(root, 'apps/reporting/dist/main.js')], {
    env,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
}

/** From the first events seen in the archive to the last: the service's start is not counted. */
async function throughput(house: ClickHouse, tenant: string): Promise<number> {
  const count = (what: string) =>
    ask(house, `SELECT ${what} AS n FROM reglament.events WHERE tenant = '${tenant}'`).catch(() => 0);
  const deadline = performance.now() + PATIENCE_MS;
  let first = 0;
  let from = 0;
  while (performance.now() < deadline) {
    const seen = await count('count()');
    if (seen > 0 && from === 0) {
      first = seen;
      from = performance.now();
    }
    if (seen >= events && (await count('uniqExact(id)')) >= events) {
      return first >= events ? Number.NaN : (events - first) / ((performance.now() - from) / 1000);
    }
    await pause(200);
  }
  throw new Error('the archive did not catch up');
}

async function writerAlone(house: ClickHouse): Promise<number> {
  const lines = lives('alone').map(({ payload, id, type, source, tenant, subjectId, occurredAt }, index) => {
    const row = { tenant, type, occurred_at: occurredAt, id, source, subject_id: subjectId };
    return JSON.stringify({ ...row, payload: JSON.stringify(payload), stream_seq: index });
  });
  const writer = new BatchWriter(house, { table: 'events' });
  const from = performance.now();
  let stored: Promise<void> = Promise.resolve();
  for (const line of lines) {
    await writer.room();
    stored = writer.add(line);
  }
  await stored;
  const rate = events / ((performance.now() - from) / 1000);
  await writer.close();
  return rate;
}

const data = mkdtempSync(path.join(tmpdir(), 'reglament-bench-'));
const engines = await startEngines({ data, only: ['postgres', 'nats', 'clickhouse'] });
let service: ChildProcess | undefined;
try {
  const nats = engines.urls.nats ?? '';
  const clickhouse = engines.urls.clickhouse ?? '';
  const bus = new Bus({ url: nats, name: 'bench' });
  const began = lives('many');
  await publish(bus, began);
  const requests = new Set(began.map(({ subjectId }) => subjectId)).size;
  say(`${whole(events)} events of ${whole(requests)} requests wait in the streams`);
  const house = openClickHouse({ url: clickhouse, database: 'reglament', application: 'bench' });
  service = await startService(nats, clickhouse);
  const pids = {
    service: service.pid ?? 0,
    ClickHouse: engines.hostPids().clickhouse ?? 0,
    NATS: engines.pids().nats ?? 0,
  };
  const before = cpuOf(pids);
  const rate = await throughput(house, 'many');
  const after = cpuOf(pids);
  const spent = Object.keys(pids).map(
    (name) => [name, (1000 * ((after[name] ?? 0) - (before[name] ?? 0))) / events] as const,
  );
  say(`archive: ${whole(rate)} events/s from the streams into ClickHouse, current rows of requests included`);
  const sum = spent.reduce((all, [, micros]) => all + micros, 0);
  say(
    `processor time per event, the service’s start included: ${whole(sum)} µs (${spent.map(([name, micros]) => `${name} ${whole(micros)}`).join(', ')}): two cores of their own end at ${whole(2e6 / sum)} events/s`,
  );
  say(`memory of the service: ${memoryInWords(pids.service)}`);
  const lags = await lagOf(
    { perSecond: LAG_PER_SECOND, seconds: LAG_SECONDS },
    { postgres: engines.urls.postgres ?? '', bus, house, question: QUESTION },
  );
  const at = (part: number) => whole(lags[Math.min(lags.length - 1, Math.floor(part * lags.length))] ?? Number.NaN);
  say(
    `lag at ${whole(LAG_PER_SECOND)} new requests/s, from the commit in PostgreSQL to the figures' rows: median ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
  const alone = await writerAlone(house);
  say(
    `the writer alone, without NATS: ${whole(alone)} events/s; the archive reaches ${(rate / alone).toFixed(2)} of it`,
  );
  await house.client.close();
  await bus.close();
} finally {
  service?.stdin?.end();
  await engines.stop();
  rmSync(data, { recursive: true, force: true });
}
