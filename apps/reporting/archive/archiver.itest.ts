import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { type AnyEvent, consumes, type Source, streamOf, subjectOf } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import { type ClickHouse, migrateClickHouse, openClickHouse } from '@reglament/platform/clickhouse';
import { Bus, ensureStream } from '@reglament/platform/jetstream';
import { RegulationBook } from '@reglament/platform/regulations';
import { createLogger, Metrics } from '@reglament/platform/telemetry';
import { type OwnEngine, ownEngine } from '@reglament/testing/engines';
import { eventually } from '@reglament/testing/eventually';
import { Archive } from '../statistics/archive.ts';
import { catalogue } from '../statistics/catalogue/index.ts';
import { periodOf } from '../statistics/period.ts';
import { readFigures } from '../statistics/read-figures.ts';
import { clickHouseMigrations } from '../store/clickhouse/index.ts';
import { eventsOf, ground } from '../testing/day.ts';
import { store } from '../testing/house.ts';
import { Archiver } from './archiver.ts';

const logger = createLogger({ name: 'reporting', instance: 'test', level: process.env.TEST_LOG ?? 'silent' });
const FROM = Date.parse('2026-11-02T00:00:00Z');
const TO = Date.parse('2026-11-09T00:00:00Z');

let nats: OwnEngine;
let clickhouse: OwnEngine;
let house: ClickHouse;
let bus: Bus;
const running: Archiver[] = [];

function startArchiver(): Archiver {
  const archiver = new Archiver({ bus, house, logger, metrics: new Metrics() });
  archiver.start();
  running.push(archiver);
  return archiver;
}

async function publish(
  events: readonly AnyEvent[],
  messageId: (event: AnyEvent) => string = (e) => e.id,
): Promise<void> {
  const client = jetstream(await bus.connection());
  for (let at = 0; at < events.length; at += 500) {
    await Promise.all(
      events.slice(at, at + 500).map((event) => {
        const all = headers();
        const set: Record<string, string> = {
          'ce-id': event.id,
          'ce-type': event.type,
          'ce-source': event.source,
          'ce-tenant': event.tenant,
          'ce-subject': event.subjectId,
          'ce-time': event.occurredAt,
        };
        for (const [name, value] of Object.entries(set)) all.set(name, value);
        const subject = subjectOf(event.source, event.tenant, event.type);
        return client.publish(subject, JSON.stringify(event.payload), { headers: all, msgID: messageId(event) });
      }),
    );
  }
}

async function ask<T>(query: string): Promise<T[]> {
  const http_headers = { 'x-clickhouse-database': house.database };
  return (await house.client.query({ query, format: 'JSONEachRow', http_headers })).json<T>();
}

const archivedIds = async (tenant: string): Promise<string[]> =>
  (
    await ask<{ id: string }>(
      `SELECT DISTINCT toString(id) AS id FROM ${house.database}.events WHERE tenant = '${tenant}'`,
    )
  )
    .map((row) => row.id)
    .sort();

/** Every row of the fact tables of a tenant as a reader sees it, to compare two archives of the same events. */
async function facts(tenant: string): Promise<unknown[]> {
  const list: unknown[] = [];
  // A row that was made before its request's submission came is gone, and no reader sees it.
  const current = '(SELECT * FROM request_current FINAL WHERE NOT gone)';
  for (const view of [current, 'requests', 'clocks', 'status_facts', 'work_facts']) {
    list.push(await ask(`SELECT * FROM ${view} WHERE tenant = '${tenant}' ORDER BY ALL`));
  }
  return list;
}

/** Every figure of the catalogue, and all that its surfaces show, of days, weeks and months, as text. */
async function figures(tenant: string): Promise<string> {
  const ovk = RegulationBook.load('regulations').get('ovk');
  if (ovk === undefined) throw new Error('no ovk');
  const regulation = { ...ovk, tenant };
  const zone = ovk.calendar.timeZone;
  const all: unknown[] = [];
  for (const kind of ['day', 'week', 'month'] as const) {
    for (const date of ['2026-11-04', '2026-11-09']) {
      const period = periodOf(kind, date, zone);
      const found = await readFigures(new Archive(house), regulation, period, TO as Instant, 'en');
      all.push([found, catalogue.map((one) => [one.id, one.rows(found)])]);
    }
  }
  return JSON.stringify(all);
}

const pending = async (): Promise<number> => {
  const manager = await jetstreamManager(await bus.connection());
  const infos = await Promise.all(
    consumes.reporting.map((source: Source) => manager.consumers.info(streamOf(source), 'reporting')),
  );
  return infos.reduce((sum, info) => sum + info.num_pending + info.num_ack_pending, 0);
};

beforeAll(async () => {
  [nats, clickhouse] = await Promise.all([ownEngine('nats'), ownEngine('clickhouse')]);
  bus = new Bus({ url: nats.url, name: 'reporting-test' });
  house = openClickHouse({ url: clickhouse.url, database: 'reglament', application: 'test' });
  await migrateClickHouse(house, clickHouseMigrations);
  const manager = await jetstreamManager(await bus.connection());
  for (const source of consumes.reporting) await ensureStream(manager, source);
}, 120_000);

afterEach(async () => {
  await Promise.all(running.splice(0).map((archiver) => archiver.stop()));
});

afterAll(async () => {
  await bus?.close();
  await house?.client.close();
  await Promise.all([nats?.close(), clickhouse?.close()]);
}, 60_000);

test('archive: every event of every stream is stored once and acknowledged', async () => {
  const events = eventsOf(ground('first'), 200, FROM, TO);
  startArchiver();
  await publish(events);
  await eventually(async () => (await pending()) === 0, { within: 20_000 });
  expect(await archivedIds('first')).toEqual(events.map((event) => event.id).sort());
});

test('archive: batches delivered twice, archivers killed between insert and acknowledgement, events in disorder: the same facts and figures', async () => {
  const once = eventsOf(ground('calm'), 150, FROM, TO, 7);
  startArchiver();
  await publish(once);
  await eventually(async () => (await pending()) === 0, { within: 20_000 });
  await Promise.all(running.splice(0).map((archiver) => archiver.stop()));

  const rough = once.map((event) => ({ ...event, tenant: 'rough' }));
  await publish([...rough].reverse(), (event) => `rough-${event.id}`);
  // Two archivers that store and die before they acknowledge; then everything is delivered again, from the first event on.
  const manager = await jetstreamManager(await bus.connection());
  for (let kill = 0; kill < 2; kill++) {
    const metrics = new Metrics();
    const doomed = new Archiver({ bus, house, logger, metrics, acknowledge: () => undefined });
    doomed.start();
    // Rows cannot be counted: ClickHouse takes the second copies away whenever it merges.
    await eventually(async () => (await stored(metrics)) >= rough.length * (kill + 1), { within: 20_000 });
    await doomed.stop();
    expect(await pending()).toBeGreaterThanOrEqual(rough.length);
    for (const source of consumes.reporting) await manager.consumers.delete(streamOf(source), 'reporting');
  }
  startArchiver();
  await eventually(async () => (await pending()) === 0, { within: 40_000 });
  // The streams are lost and published anew: other sequences, other message ids, the same events.
  await publish(rough, (event) => `again-${event.id}`);
  await eventually(async () => (await pending()) === 0, { within: 20_000 });

  expect(await archivedIds('rough')).toEqual(rough.map((event) => event.id).sort());
  const named = (text: string) => text.replaceAll('"calm"', '"rough"');
  expect(await facts('rough')).toEqual(JSON.parse(named(JSON.stringify(await facts('calm')))));
  const calm = await figures('calm');
  expect(await figures('rough')).toBe(named(calm));
  expect(calm).toContain('"received":{"total":150');
}, 120_000);

test('archive: a crowd of requests at once, more than one statement names', async () => {
  const submitted = eventsOf(ground('crowd'), 6_000, FROM, TO).filter(({ type }) => type === 'request.submitted.v1');
  await store(house, submitted);
  expect(await ask("SELECT count() AS n FROM requests WHERE tenant = 'crowd'")).toEqual([{ n: submitted.length }]);
}, 60_000);

test('archive: ClickHouse is away for a while, killed in the middle; nothing is lost and memory stays bounded', async () => {
  const events = eventsOf(ground('away'), 300, FROM, TO, 3);
  const archiver = startArchiver();
  await publish(events.slice(0, 500));
  await eventually(async () => (await archivedIds('away')).length > 0, { within: 10_000 });
  await clickhouse.kill();
  await publish(events.slice(500));
  await eventually(() => archiver.failures > 1, { within: 20_000 });
  expect(archiver.held).toBeLessThanOrEqual(events.length);
  await clickhouse.start();
  await eventually(async () => (await pending()) === 0, { within: 40_000 });
  expect(await archivedIds('away')).toEqual(events.map((event) => event.id).sort());
}, 90_000);

test('archive: unknown types are kept as they came, faulty events are kept with their fault and counted nowhere', async () => {
  const client = jetstream(await bus.connection());
  const send = (type: string, id: string, payload: string) => {
    const all = headers();
    for (const [name, value] of Object.entries({
      'ce-id': id,
      'ce-type': type,
      'ce-source': 'intake',
      'ce-tenant': 'odd',
      'ce-subject': 'someone',
      'ce-time': '2026-11-02T10:00:00.000Z',
    }))
      all.set(name, value);
    return client.publish(`evt.intake.odd.${type}`, payload, { headers: all });
  };
  await send('request.praised.v3', '0190a0a0-0000-7000-8000-000000000001', '{"stars":5}');
  await send('request.submitted.v1', '0190a0a0-0000-7000-8000-000000000002', '{"requestId":"no"}');
  await client.publish('evt.intake.odd.request.submitted.v1', 'not even JSON');
  startArchiver();
  await eventually(async () => (await pending()) === 0, { within: 20_000 });
  const rows = await ask<{ type: string; payload: string; fault: string }>(
    `SELECT type, payload, fault FROM ${house.database}.events WHERE tenant = 'odd' ORDER BY payload`,
  );
  expect(rows).toEqual([
    { type: 'request.submitted.v1', payload: 'not even JSON', fault: expect.stringContaining('not an envelope') },
    {
      type: 'request.submitted.v1',
      payload: '{"requestId":"no"}',
      fault: expect.stringContaining('not a request.submitted.v1'),
    },
    { type: 'request.praised.v3', payload: '{"stars":5}', fault: '' },
  ]);
  expect(await ask(`SELECT count() AS n FROM ${house.database}.requests WHERE tenant = 'odd'`)).toEqual([{ n: 0 }]);
});

async function stored(metrics: Metrics): Promise<number> {
  const counter = await metrics.registry.getSingleMetric('reporting_events_archived_total')?.get();
  return counter?.values[0]?.value ?? 0;
}
