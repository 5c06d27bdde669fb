import type { AnyEvent, Source } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import { type ClickHouse, migrateClickHouse, openClickHouse } from '@reglament/platform/clickhouse';
import { Bus } from '@reglament/platform/jetstream';
import { Database, inboxTables, outboxTables } from '@reglament/platform/postgres';
import { RegulationBook } from '@reglament/platform/regulations';
import { Relay } from '@reglament/platform/relay';
import { createLogger, Metrics } from '@reglament/platform/telemetry';
import type { Figures } from '@reglament/reporting/archive';
import { testClickhouse } from '@reglament/testing/clickhouse';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import type { OwnEngine } from '@reglament/testing/engines';
import { eventually } from '@reglament/testing/eventually';
import { testNats } from '@reglament/testing/nats';
import pg from 'pg';
import { Archiver } from '../../apps/reporting/archive/archiver.ts';
import { clickHouseMigrations } from '../../apps/reporting/store/clickhouse/index.ts';
import { eventsOf, ground } from '../../apps/reporting/testing/day.ts';
import { store } from '../../apps/reporting/testing/house.ts';
import { figuresOf, firstDifference, monthsOf } from './figures.ts';
import { Outbox } from './outboxes.ts';
import { type Outcome, type Progress, Rebuild, type RebuildParts } from './rebuild.ts';

const SERVICES = ['intake', 'routing', 'sla'] as const;
const FROM = Date.parse('2026-11-03T00:00:00Z');
const TO = Date.parse('2026-11-10T00:00:00Z');
const NOW = Date.parse('2026-12-24T00:00:00Z') as Instant;
const regulations = RegulationBook.load('regulations')
  .all()
  .filter(({ tenant }) => ['ovk', 'edoc'].includes(tenant));
/** A small week of two hotlines, in the order in which it happened. */
const week = regulations
  .flatMap(({ tenant }, index) => eventsOf(ground(tenant), 60, FROM, TO, index + 5))
  .sort((a, b) => a.occurredAt.localeCompare(b.occurredAt));

let nats: OwnEngine;
let clickhouse: OwnEngine;
let db: TestDatabase;
let client: pg.Client;
let house: ClickHouse;
/** An archive that saw every event once and was never rebuilt. */
let truth: ClickHouse;
let said: AnyEvent[] = [];
const ending: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  [nats, clickhouse, db] = await Promise.all([
    testNats(),
    testClickhouse(),
    testDatabase({
      service: 'intake',
      migrations: [{ name: '0001-bus', up: `${outboxTables('intake')} ${inboxTables('intake')}` }],
      more: (['routing', 'sla'] as const).map((service) => ({
        service,
        migrations: [{ name: '0001-bus', up: `${outboxTables(service)} ${inboxTables(service)}` }],
      })),
    }),
  ]);
  client = new pg.Client({ connectionString: db.adminUrl });
  await client.connect();
  const open = (database: string) => openClickHouse({ url: clickhouse.url, database, application: 'test' });
  [house, truth] = [open('reglament'), open('truth')];
  await migrateClickHouse(house, clickHouseMigrations);
  await migrateClickHouse(truth, clickHouseMigrations);
  const bus = new Bus({ url: nats.url, name: 'test' });
  ending.push(() => bus.close());
  for (const source of SERVICES) {
    const role = (url: string) => url.replace('reglament_intake', `reglament_${source}`);
    const database = new Database({ service: source, url: role(db.url), systemUrl: role(db.systemUrl) });
    const relay = new Relay({ database, bus, source, lockUrl: role(db.systemUrl) });
    relay.start();
    ending.unshift(async () => {
      await relay.stop();
      await database.close();
    });
  }
  const logger = createLogger({ name: 'reporting', instance: 'test', level: process.env.TEST_LOG ?? 'silent' });
  const archiver = new Archiver({ bus, house, logger, metrics: new Metrics() });
  archiver.start();
  ending.unshift(() => archiver.stop());
}, 240_000);

afterAll(async () => {
  for (const end of ending) await end();
  await client?.end();
  await Promise.all([house?.client.close(), truth?.client.close()]);
  await Promise.all([db?.close(), nats?.close(), clickhouse?.close()]);
}, 240_000);

/** Services say these events: they stand in their outboxes, and relays and archiver do the rest. */
async function say(events: readonly AnyEvent[]): Promise<void> {
  said = [...said, ...events];
  for (const [source, own] of Map.groupBy(events, (event) => event.source)) {
    await db.admin(
      `INSERT INTO ${source}.outbox (event_id, tenant, type, subject_id, occurred_at, payload)
       SELECT id, tenant, type, "subjectId", "occurredAt", payload FROM jsonb_to_recordset($1)
         AS e (id uuid, tenant text, type text, "subjectId" text, "occurredAt" timestamptz, payload jsonb)`,
      [JSON.stringify(own)],
    );
  }
}

const count = async (database: string): Promise<number> => {
  const query = `SELECT uniqExact(id) AS n FROM ${database}.events`;
  const answer = await house.client.query({ query, format: 'JSONEachRow' }).catch(() => undefined);
  return (await answer?.json<{ n: number }>())?.[0]?.n ?? 0;
};

/** Every figure of every month of both hotlines. */
async function figures(from: ClickHouse): Promise<Record<string, Figures>> {
  const all: Record<string, Figures> = {};
  for (const regulation of regulations) {
    for (const month of await monthsOf(from, regulation))
      all[`${regulation.tenant} ${month}`] = await figuresOf(from, regulation, month, NOW);
  }
  return all;
}

/** Byte for byte; says the first figure that differs, or nothing. */
function expectSame(seen: Record<string, Figures>, expected: Record<string, Figures>): void {
  if (JSON.stringify(seen) !== JSON.stringify(expected)) expect(firstDifference(expected, seen)).toBe('');
}

async function trueFigures(): Promise<Record<string, Figures>> {
  await store(truth, said);
  return figures(truth);
}

/** The archiver has stored all that was said, and made the current rows of it. */
async function archived(): Promise<void> {
  await eventually(async () => (await count('reglament')) === said.length, { within: 30_000 });
  const expected = await trueFigures();
  await eventually(async () => JSON.stringify(await figures(house)) === JSON.stringify(expected), { within: 30_000 });
}

const rebuild = (more: Partial<RebuildParts> = {}): Promise<Outcome> => {
  const outboxes = SERVICES.map((source: Source) => new Outbox(client, source));
  return new Rebuild({ house, outboxes, regulations, now: NOW, atOnce: 300, ...more }).run();
};

/** A rebuild during which ClickHouse is killed when a step has begun so many times; then it is there again. */
async function killedAt(step: Progress['step'], times: number, more: Partial<RebuildParts> = {}): Promise<void> {
  let left = times;
  let killed: Promise<void> | undefined;
  const tell = (progress: Progress) => {
    more.tell?.(progress);
    if (progress.step !== step) return;
    left -= 1;
    if (left === 0) killed = clickhouse.kill();
  };
  await expect(rebuild({ ...more, tell })).rejects.toThrow();
  await killed;
  await clickhouse.start();
}

const half = Math.floor(week.length / 2);

test('rebuild: killed while it reads and while it swaps, begun again, events coming at every step: the figures of an archive that saw each once', async () => {
  await say(week.slice(0, half));
  await archived();
  const before = await figures(house);

  await killedAt('reading', 4, { atOnce: 50 });
  const kept = await count('reglament_rebuild');
  expect([kept > 100, kept < half]).toEqual([true, true]);
  expectSame(await figures(house), before);

  let rest = week.slice(half);
  const coming: Promise<void>[] = [];
  const steps = new Set<Progress['step']>();
  const tell = ({ step }: Progress) => {
    steps.add(step);
    coming.push(say(rest.slice(0, 60)));
    rest = rest.slice(60);
  };
  await killedAt('swapping', 2, { tell });
  expect([...steps]).toEqual(['reading', 'current-rows', 'following', 'comparing', 'swapping']);
  expect(await rebuild({ tell })).toEqual({ kind: 'swapped', findings: null });
  await Promise.all(coming);
  await say(rest);
  await archived();
  expect(await count('reglament_rebuild')).toBe(0);
}, 240_000);

test('rebuild: nothing is left of the archive, or a part of it: the same figures byte for byte', async () => {
  const expected = await trueFigures();
  for (const table of ['events', 'request_events', 'request_current', 'staff_facts', 'tenants'])
    await house.client.command({ query: `TRUNCATE TABLE reglament.${table}` });
  const outcome = await rebuild();
  expect(outcome).toMatchObject({ kind: 'swapped', findings: { events: { regained: said.length } } });
  expectSame(await figures(house), expected);
  const names = await house.client.query({ query: 'SELECT name FROM reglament.tenants', format: 'JSONEachRow' });
  expect(await names.json()).toHaveLength(regulations.length);
}, 240_000);

test('rebuild: an event that no service knows is named, and the archive stays as it is until a person accepts', async () => {
  const [strange] = eventsOf(ground('ovk', { questions: ['Who am I?'] }), 1, FROM, TO, 99);
  if (strange === undefined) throw new Error('no event');
  const id = '0190a0a0-0000-7000-8000-00000000abcd';
  await store(house, [{ ...strange, id }]);
  const before = await figures(house);
  expect(await rebuild()).toMatchObject({ kind: 'refused', findings: { events: { missing: [], unknown: [id] } } });
  expectSame(await figures(house), before);
  expect(await rebuild({ accept: true })).toMatchObject({ kind: 'swapped' });
  expectSame(await figures(house), await trueFigures());
}, 240_000);

test('rebuild: words of an erased person that an outbox still has do not come back', async () => {
  const [erased] = week.filter(({ type }) => type === 'request.submitted.v1');
  if (erased === undefined) throw new Error('no request');
  const { tenant, subjectId } = erased;
  const words = async (database: string) => {
    const query = `SELECT sum(question != '') AS n FROM ${database}.request_current WHERE request_id = '${subjectId}'`;
    return (await (await house.client.query({ query, format: 'JSONEachRow' })).json<{ n: number }>())[0]?.n;
  };
  expect(await words('reglament')).toBeGreaterThan(0);
  const id = '0190a0a0-0000-7000-8000-00000000eeee';
  const by = { kind: 'staff', id: 'anna', name: 'Anna' };
  const payload = { requestId: subjectId, erasureId: id, because: 'demand', clause: null, by };
  await say([{ ...erased, id, type: 'request.erased.v1', payload } as unknown as AnyEvent]);
  await archived();
  await eventually(async () => (await words('reglament')) === 0, { within: 20_000 });
  expect(await rebuild()).toMatchObject({ kind: 'swapped' });
  expect([tenant, await words('reglament')]).toEqual([tenant, 0]);
}, 240_000);
