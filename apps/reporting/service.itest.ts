import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { type AnyEvent, consumes, subjectOf } from '@reglament/contracts';
import { AUDIENCE, claimsOf, ISSUER, type Role } from '@reglament/platform/auth';
import { FixedClock } from '@reglament/platform/clock';
import { createService, type RunningService } from '@reglament/platform/http';
import { Bus, ensureStream, headersOf } from '@reglament/platform/jetstream';
import { createLogger } from '@reglament/platform/telemetry';
import type { OwnEngine } from '@reglament/testing/engines';
import { ownEngine } from '@reglament/testing/engines';
import { eventually } from '@reglament/testing/eventually';
import { generateKeyPair, SignJWT } from 'jose';
import { ReportingConfig } from './config.ts';
import { reportingModule } from './reporting-module.ts';
import type { ListedRequests, MonthlyReport, Statistics } from './statistics/shapes.ts';
import { eventsOf, ground } from './testing/day.ts';

const REQUESTS = 60;
const keys = generateKeyPair('Ed25519');
const from = Date.parse('2026-11-18T06:00:00Z');
const events = eventsOf(ground('ovk', { categories: ['interface'] }), REQUESTS, from, from + 8 * 3_600_000, 4);
const foreign = eventsOf(ground('kuty'), 20, from, from + 8 * 3_600_000, 5);

let nats: OwnEngine;
let clickhouse: OwnEngine;
let bus: Bus;
const running: { service: RunningService<ReportingConfig>; url: string }[] = [];

async function start(instance: string): Promise<void> {
  const config = ReportingConfig.parse({
    PORT: '0',
    INSTANCE: instance,
    LOG_LEVEL: 'silent',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    SYSTEM_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    GATEWAY_URL: 'http://127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    NATS_URL: nats.url,
    CLICKHOUSE_URL: clickhouse.url,
  });
  const { publicKey } = await keys;
  const service = await createService<ReportingConfig>(
    {
      name: 'reporting',
      module: () => reportingModule(config),
      clock: new FixedClock('2026-11-18T20:00:00Z'),
      logger: createLogger({ name: 'reporting', instance, level: 'silent' }),
      keys: () => async () => publicKey,
    },
    config,
  );
  running.push({ service, url: await service.listen() });
}

async function get(path: string, role: Role | null = 'manager', tenant = 'ovk', instance = 0): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': 'en' };
  if (role !== null) {
    const claims = claimsOf({ tenant, subject: 's', name: 'N', roles: [role], kind: 'staff', scopes: [] });
    const token = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject('s')
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime('5m')
      .sign((await keys).privateKey);
    headers.authorization = `Bearer ${token}`;
  }
  return fetch(`${running[instance]?.url}${path}`, { headers });
}

const page = async (tenant = 'ovk', instance = 0): Promise<Statistics> =>
  (await (await get('/statistics?period=week', 'manager', tenant, instance)).json()) as Statistics;

async function publish(list: readonly AnyEvent[]): Promise<void> {
  const client = jetstream(await bus.connection());
  await Promise.all(
    list.map(({ payload, ...envelope }) =>
      client.publish(subjectOf(envelope.source, envelope.tenant, envelope.type), JSON.stringify(payload), {
        headers: headersOf(envelope),
        msgID: `${envelope.tenant}-${envelope.id}`,
      }),
    ),
  );
}

beforeAll(async () => {
  [nats, clickhouse] = await Promise.all([ownEngine('nats'), ownEngine('clickhouse')]);
  bus = new Bus({ url: nats.url, name: 'test' });
  const manager = await jetstreamManager(await bus.connection());
  for (const source of consumes.reporting) await ensureStream(manager, source);
  await Promise.all([start('1'), start('2')]);
  await eventually(async () => (await get('/readyz', null)).status === 200, { within: 30_000 });
  await publish([...events, ...foreign]);
}, 120_000);

afterAll(async () => {
  await Promise.all(running.map(({ service }) => service.close()));
  await bus?.close();
  await Promise.all([nats?.close(), clickhouse?.close()]);
}, 60_000);

test('reporting: what was published is on the page of either instance, each event once', async () => {
  const resolved = new Set(events.filter(({ type }) => type === 'work.resolved.v1').map(({ subjectId }) => subjectId))
    .size;
  await eventually(
    async () => {
      for (const instance of [0, 1]) {
        const seen = await page('ovk', instance);
        expect([seen.received.total, seen.from, seen.to]).toEqual([REQUESTS, '2026-11-16', '2026-11-22']);
        expect(seen.resolved).toBeLessThanOrEqual(resolved);
      }
      return true;
    },
    { within: 40_000, every: 100 },
  );
  const seen = await page();
  expect(seen.received.byCategory).toEqual([expect.objectContaining({ key: 'interface', count: REQUESTS, share: 1 })]);
  expect(seen.definitions.received).toMatch(/moment of sending/);
  expect(seen.isRunning).toBe(true);
}, 60_000);

test('reporting: another tenant sees its own requests only', async () => {
  await eventually(async () => (await page('kuty')).received.total === 20, { within: 20_000 });
  const list = (await (
    await get('/statistics/requests?metric=received&period=week', 'manager', 'kuty')
  ).json()) as ListedRequests;
  const own = new Set(foreign.map(({ subjectId }) => subjectId));
  expect([list.total, list.items.every(({ requestId }) => own.has(requestId))]).toEqual([20, true]);
});

test('reporting: a number leads to its requests, by the period or by two moments', async () => {
  const seen = await page();
  const byPeriod = await get('/statistics/requests?metric=received&period=week&limit=10');
  const byMoments = await get(`/statistics/requests?metric=received&from=${seen.fromAt}&to=${seen.toAt}&limit=10`);
  expect(await byPeriod.json()).toEqual(await byMoments.json());
  const broken = seen.clocks.find((clock) => clock.broken > 0);
  const list = (await (
    await get(`/statistics/requests?metric=broken&key=${broken?.rule}&period=week`)
  ).json()) as ListedRequests;
  expect(list.total).toBe(broken?.broken);
});

test('reporting: the table and the report carry the page’s numbers', async () => {
  const csv = await get('/statistics.csv?period=week');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(await csv.text()).toContain(`2026-11-16,2026-11-22,received,,,${REQUESTS},requests,Received\r\n`);
  const workbook = await get('/statistics.xlsx?period=week');
  expect(workbook.headers.get('content-type')).toMatch(/spreadsheetml\.sheet$/);
  expect(Buffer.from(await workbook.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
  const bad = await (await get('/statistics?period=range&from=2026-11-20&to=2026-11-01')).json();
  expect(bad).toMatchObject({ code: 'bad-period', field: 'to', rule: 'reversed' });
  const report = (await (await get('/reports/monthly?month=2026-11')).json()) as MonthlyReport;
  expect(report.received.total).toBe(REQUESTS);
  expect(report.conclusions.changed[0]).toBe('60\u00a0requests came in.');
});

test.each([
  ['/statistics', null, 401],
  ['/statistics', 'agent', 403],
  ['/statistics', 'moderator', 200],
  ['/statistics/requests?metric=received', 'moderator', 403],
  ['/reports/monthly', 'moderator', 403],
  ['/statistics/requests?metric=nonsense', 'manager', 404],
  ['/statistics?date=2026-02-30', 'manager', 400],
  ['/statistics?date=0001-01-01', 'manager', 400],
  ['/statistics?date=2099-12-31&period=month', 'manager', 200],
  ['/statistics?period=year', 'manager', 400],
  ['/statistics/details?period=range&from=2026-11-01&to=2026-11-20', 'moderator', 200],
  ['/statistics/details?period=range&from=2026-11-01', 'manager', 422],
  ['/statistics.xlsx?period=range&from=2026-11-20&to=2026-11-01', 'manager', 422],
  ['/statistics.csv?period=range&from=2025-01-01&to=2026-11-01', 'manager', 422],
  ['/statistics/catalogue', 'agent', 403],
  ['/reports/monthly?month=2026-13', 'manager', 400],
  ['/statistics/requests?metric=received&from=2026-11-18T00:00:00.000Z', 'manager', 422],
  ['/statistics/requests?metric=received&from=2026-11-19T00:00:00.000Z&to=2026-11-18T00:00:00.000Z', 'manager', 422],
] as const)('reporting: %s as %s is answered with %d', async (path, role, status) => {
  const response = await get(path, role);
  const body = await response.text();
  expect([response.status, status === 200 ? status : JSON.parse(body).status]).toEqual([status, status]);
});

test('reporting: a tenant without a regulation is told so', async () => {
  expect((await get('/statistics', 'manager', 'nobody')).status).toBe(404);
});

test('reporting: without ClickHouse it says 503 and is not ready; when it is back it answers, and has missed nothing', async () => {
  await clickhouse.kill();
  expect((await get('/statistics')).status).toBe(503);
  expect((await get('/readyz', null)).status).toBe(503);
  const late = eventsOf(ground('edoc'), 30, from, from + 8 * 3_600_000, 6);
  await publish(late);
  await clickhouse.start();
  await eventually(async () => (await page('edoc')).received.total === 30, { within: 40_000, every: 100 });
  expect((await get('/readyz', null)).status).toBe(200);
}, 90_000);
