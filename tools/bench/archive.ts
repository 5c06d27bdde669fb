// npm run bench -- archive [events]: events per second from the stream into ClickHouse by the service itself, the lag from
// the stream's acknowledgement until a reader sees the event, and beside it the writer alone, without NATS.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type JetStreamClient, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { Envelope, PayloadOf } from '@reglament/contracts';
import { startEngines } from '@reglament/engines';
import { findPort } from '@reglament/engines/ports';
import { BatchWriter, type ClickHouse, openClickHouse } from '@reglament/platform/clickhouse';
import { newId } from '@reglament/platform/ids';
import { Bus, ensureStream, headersOf } from '@reglament/platform/jetstream';

const events = Number(process.argv[2] ?? 100_000);
const root = path.join(import.meta.dirname, '../..');
const LAG_PER_SECOND = 1_000;
const LAG_SECONDS = 10;
const PATIENCE_MS = 600_000;
const say = (line: string) => process.stdout.write(`${line}\n`);
const whole = (n: number) => Math.round(n).toLocaleString('en');

function event(tenant: string, index: number): { envelope: Envelope; payload: PayloadOf<'request.submitted.v1'> } {
  const requestId = newId();
  const at = new Date(Date.UTC(2026, 10, 2) + index * 137).toISOString();
  const question = `The program does not open after the update, attempt ${index}. `.repeat(8);
  const envelope = {
    id: newId(),
    type: 'request.submitted.v1',
    source: 'intake',
    tenant,
    subjectId: requestId,
    occurredAt: at,
  } as const;
  const payload: PayloadOf<'request.submitted.v1'> = {
    requestId,
    number: String(index).padStart(9, '0'),
    channel: 'web',
    entryPoint: 'form',
    category: ['software', 'hardware', 'access'][index % 3] ?? 'software',
    clientCategory: null,
    product: null,
    language: 'en',
    urgent: false,
    edition: '1',
    submittedAt: at,
    summary: question.slice(0, 200),
    question,
    reachableBy: ['email'],
    registeredBy: null,
  };
  return { envelope, payload };
}

async function publish(client: JetStreamClient, tenant: string, index: number): Promise<number> {
  const { envelope, payload } = event(tenant, index);
  const subject = `evt.intake.${tenant}.${envelope.type}`;
  const ack = await client.publish(subject, JSON.stringify(payload), {
    headers: headersOf(envelope),
    msgID: envelope.id,
    timeout: 30_000,
  });
  return ack.seq;
}

/** Processor time of a process so far, in ms; Linux only, elsewhere not a number. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
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
    LOG_LEVEL: 'warn',
    // Reporting keeps nothing in PostgreSQL and asks the gateway for keys only when somebody calls.
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    SYSTEM_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
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
  const count = () =>
    ask(house, `SELECT uniqExact(id) AS n FROM reglament.events WHERE tenant = '${tenant}'`).catch(() => 0);
  const deadline = performance.now() + PATIENCE_MS;
  let first = 0;
  let from = 0;
  while (performance.now() < deadline) {
    const seen = await count();
    if (seen > 0 && from === 0) {
      first = seen;
      from = performance.now();
    }
    if (seen >= events) return first >= events ? Number.NaN : (events - first) / ((performance.now() - from) / 1000);
    await pause(50);
  }
  throw new Error('the archive did not catch up');
}

/** Milliseconds from the stream's acknowledgement until the event is in an answer; the reader looks every 20 ms. */
async function lag(client: JetStreamClient, house: ClickHouse): Promise<number[]> {
  const acknowledged: { seq: number; at: number }[] = [];
  const lags: number[] = [];
  let isSending = true;
  const watch = async () => {
    while (isSending || acknowledged.length > 0) {
      const seen = await ask(house, "SELECT max(stream_seq) AS n FROM reglament.events WHERE tenant = 'lag'");
      const now = performance.now();
      while ((acknowledged[0]?.seq ?? Number.POSITIVE_INFINITY) <= seen) {
        const next = acknowledged.shift();
        if (next !== undefined) lags.push(now - next.at);
      }
      await pause(20);
    }
  };
  const watching = watch();
  const began = performance.now();
  for (let sent = 0; sent < LAG_PER_SECOND * LAG_SECONDS; ) {
    const due = Math.min(((performance.now() - began) / 1000) * LAG_PER_SECOND, LAG_PER_SECOND * LAG_SECONDS);
    const batch = Array.from({ length: Math.max(0, Math.floor(due) - sent) }, (_, i) =>
      publish(client, 'lag', sent + i),
    );
    sent += batch.length;
    for (const seq of await Promise.all(batch)) acknowledged.push({ seq, at: performance.now() });
    acknowledged.sort((a, b) => a.seq - b.seq);
    await pause(5);
  }
  isSending = false;
  await watching;
  return lags.sort((a, b) => a - b);
}

async function writerAlone(house: ClickHouse): Promise<number> {
  const lines = Array.from({ length: events }, (_, index) => {
    const { envelope, payload } = event('alone', index);
    const { id, type, source, tenant, subjectId, occurredAt } = envelope;
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
const engines = await startEngines({ data, only: ['nats', 'clickhouse'] });
let service: ChildProcess | undefined;
try {
  const nats = engines.urls.nats ?? '';
  const clickhouse = engines.urls.clickhouse ?? '';
  const bus = new Bus({ url: nats, name: 'bench' });
  const connection = await bus.connection();
  await ensureStream(await jetstreamManager(connection), 'intake');
  const client = jetstream(connection);
  for (let at = 0; at < events; at += 1000) {
    await Promise.all(Array.from({ length: Math.min(1000, events - at) }, (_, i) => publish(client, 'many', at + i)));
  }
  say(`${whole(events)} events wait in the stream`);
  const house = openClickHouse({ url: clickhouse, database: 'reglament', application: 'bench' });
  service = await startService(nats, clickhouse);
  const pids = {
    service: service.pid ?? 0,
    ClickHouse: engines.hostPids().clickhouse ?? 0,
    NATS: engines.pids().nats ?? 0,
  };
  const before = Object.values(pids).map(cpuOf);
  const rate = await throughput(house, 'many');
  const spent = Object.entries(pids).map(
    ([name, pid], index) => `${name} ${((1000 * (cpuOf(pid) - (before[index] ?? 0))) / events).toFixed(0)}`,
  );
  say(`archive: ${whole(rate)} events/s from the stream into ClickHouse, facts included`);
  say(`processor time per event in µs, the service’s start included: ${spent.join(', ')}`);
  const lags = await lag(client, house);
  const at = (part: number) => whole(lags[Math.min(lags.length - 1, Math.floor(part * lags.length))] ?? Number.NaN);
  say(
    `lag at ${whole(LAG_PER_SECOND)} events/s, from the stream's acknowledgement to visible: median ${at(0.5)} ms, p99 ${at(0.99)} ms`,
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
