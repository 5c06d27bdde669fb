import type { AnyEvent } from '@reglament/contracts';
import type { Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import { type ClickHouse, defineTenantQuery, runTenantQuery } from '@reglament/platform/clickhouse';
import { RegulationBook } from '@reglament/platform/regulations';
import { z } from 'zod';
import { readMonthlyReport } from '../reports/monthly-report.ts';
import { TENANT_TABLES } from '../store/clickhouse/index.ts';
import { Dice, eventsOf, ground } from '../testing/day.ts';
import { store, storeGroups, testArchive, wordsOfQuestion } from '../testing/house.ts';
import { recount } from '../testing/recount.ts';
import { Archive } from './archive.ts';
import { listRequests } from './list-requests.ts';
import { METRICS } from './metrics.ts';
import { type PeriodKind, periodOf } from './period.ts';
import { readStatistics } from './read-statistics.ts';
import type { Statistics } from './shapes.ts';

const FROM = Date.parse('2026-10-20T00:00:00Z');
const TO = Date.parse('2026-12-05T00:00:00Z');
const NOW = Date.parse('2026-12-24T00:00:00Z') as Instant;
const ZONES = ['Europe/Moscow', 'Asia/Almaty', 'America/St_Johns'];

let house: ClickHouse;
let close: () => Promise<void>;
let archive: Archive;
let ovk: Regulation;
let events: AnyEvent[];
let others: AnyEvent[];

const regulationOf = (tenant: string): Regulation => {
  const regulation = RegulationBook.load('regulations').get(tenant);
  if (regulation === undefined) throw new Error(`no regulation of ${tenant}`);
  return regulation;
};

const statisticsOf = (kind: PeriodKind, date: string, zone: string): Promise<Statistics> =>
  readStatistics(archive, ovk, periodOf(kind, date, zone), NOW, 'en');

/** A clock whose start and stop became known at once is told of by its stop alone, and counts all the same. */
function withoutEveryThirdStart(all: readonly AnyEvent[]): AnyEvent[] {
  const stopped = all.flatMap((event) => (event.type === 'clock.stopped.v1' ? [event.payload.clockId] : []));
  const untold = new Set(stopped.filter((_, index) => index % 3 === 0));
  return all.filter((event) => event.type !== 'clock.scheduled.v1' || !untold.has(event.payload.clockId));
}

beforeAll(async () => {
  ovk = regulationOf('ovk');
  const categories = [...ovk.categories.keys()].slice(0, 5);
  ({ house, close } = await testArchive());
  archive = new Archive(house);
  events = eventsOf(ground('ovk', { categories }), 450, FROM, TO, 5);
  others = eventsOf(ground('kuty', { categories }), 150, FROM, TO, 6);
  const dice = new Dice(9);
  const shuffled = withoutEveryThirdStart([...events, ...others]).sort(() => dice.next() - 0.5);
  // Everything twice, in pieces that overlap, in no order.
  await store(house, shuffled);
  for (let at = 0; at < shuffled.length; at += 1000) await store(house, shuffled.slice(at, at + 1500));
  await storeGroups(house, [...events, ...others]);
}, 120_000);

afterAll(() => close?.(), 30_000);

describe.each(ZONES)('statistics in %s equal a count made from the events themselves', (zone) => {
  const cases: [PeriodKind, string][] = [
    ['day', '2026-10-31'],
    ['day', '2026-11-01'],
    ['day', '2026-11-10'],
    ['week', '2026-10-29'],
    ['week', '2026-11-18'],
    ['month', '2026-10-01'],
    ['month', '2026-11-22'],
    ['month', '2026-12-31'],
  ];

  test.each(cases)('%s of %s', async (kind, date) => {
    const period = periodOf(kind, date, zone);
    const seen = await statisticsOf(kind, date, zone);
    const truth = recount(events, period.from, period.to, zone);
    const keyed = (rows: readonly { key: string; count: number }[]) =>
      Object.fromEntries(rows.map((r) => [r.key, r.count]));
    expect({
      received: seen.received.total,
      resolved: seen.resolved,
      cancelled: seen.cancelled,
      declined: seen.declined,
      withdrawn: seen.withdrawn,
      reopened: seen.reopened,
      open: seen.open,
      byChannel: keyed(seen.received.byChannel),
      byCategory: keyed(seen.received.byCategory),
      byHour: seen.received.byHour.map(({ count }) => count),
      times: seen.times,
      clocks: Object.fromEntries(
        seen.clocks.map(({ rule, kept, broken, warned, running }) => [rule, { kept, broken, warned, running }]),
      ),
      employees: Object.fromEntries(
        seen.employees
          .filter(({ assigned, replied, resolved }) => assigned + replied + resolved > 0)
          .map(({ id, assigned, replied, resolved }) => [id, { assigned, replied, resolved }]),
      ),
      series: Object.fromEntries(
        seen.series.filter((day) => day.received + day.resolved > 0).map(({ date: day, ...rest }) => [day, rest]),
      ),
    }).toEqual({ ...truth, clocks: onlyLive(truth.clocks) });
    if (kind === 'month' && date < '2026-12') expect(truth.received).toBeGreaterThan(50);
  });
});

/** The page leaves out clocks with nothing to say. */
const onlyLive = <T extends { kept: number; broken: number; warned: number; running: number }>(
  clocks: Record<string, T>,
) =>
  Object.fromEntries(Object.entries(clocks).filter(([, row]) => row.kept + row.broken + row.warned + row.running > 0));

test('statistics: the previous period’s totals are those of its own page', async () => {
  const november = await statisticsOf('month', '2026-11-01', 'Europe/Moscow');
  const october = await statisticsOf('month', '2026-10-15', 'Europe/Moscow');
  expect(november.previous.received).toBe(october.received.total);
  expect(november.previous.open).toBe(october.open);
  expect(november.previous.to).toBe('2026-10-31');
});

test('statistics: every number leads to just so many requests, and to those', async () => {
  const seen = await statisticsOf('week', '2026-11-18', 'Europe/Moscow');
  const period = periodOf('week', '2026-11-18', 'Europe/Moscow');
  const listed = (metric: string, key: string | null = null) =>
    listRequests(
      archive,
      { ...ovk, calendar: { ...ovk.calendar, timeZone: 'Europe/Moscow' } },
      { metric, key, from: seen.fromAt, to: seen.toAt, limit: 500, offset: 0 },
      'en',
    );
  const figures: [metric: string, key: string | null, value: number][] = [
    ['received', null, seen.received.total],
    ['resolved', null, seen.resolved],
    ['open', null, seen.open],
    ['cancelled', null, seen.cancelled],
    ['declined', null, seen.declined],
    ['withdrawn', null, seen.withdrawn],
    ['reopened', null, seen.reopened],
    ...seen.received.byChannel.map((row): [string, string, number] => ['channel', row.key, row.count]),
    ...seen.received.byCategory.map((row): [string, string, number] => ['category', row.key, row.count]),
    ...seen.received.byHour.map((row): [string, string, number] => ['hour', String(row.hour), row.count]),
    ...(['placement', 'assignment', 'answer', 'resolution'] as const).map((name): [string, null, number] => [
      `time-${name}`,
      null,
      seen.times[name].count,
    ]),
    ...seen.clocks.flatMap((row): [string, string, number][] => [
      ['kept', row.rule, row.kept],
      ['broken', row.rule, row.broken],
      ['running', row.rule, row.running],
    ]),
    ...seen.employees.map((row): [string, string, number] => ['employee-resolved', row.id, row.resolved]),
  ];
  for (const [metric, key, value] of figures) {
    const list = await listed(metric, key);
    expect([metric, key, list.total]).toEqual([metric, key, value]);
    expect(new Set(list.items.map((item) => item.requestId)).size).toBe(Math.min(value, 500));
  }
  const sent = events.filter((event) => {
    if (event.type !== 'request.submitted.v1') return false;
    const at = Date.parse(event.payload.submittedAt);
    return at >= period.from && at < period.to;
  });
  const list = await listed('received');
  expect(list.items.map((item) => item.requestId).sort()).toEqual(sent.map((event) => event.subjectId).sort());
});

test('statistics: no figure and no list shows anything of another tenant', async () => {
  const ids = new Set(others.map((event) => event.subjectId));
  const asked = { key: 'web', from: '2026-10-01T00:00:00.000Z', to: '2026-12-31T00:00:00.000Z', limit: 500, offset: 0 };
  for (const metric of METRICS) {
    const { items } = await listRequests(archive, ovk, { ...asked, metric }, 'en');
    expect(items.filter((item) => ids.has(item.requestId))).toEqual([]);
  }
});

test('tenants: a query that forgets its tenant is not defined, one without a tenant does not run', async () => {
  const forgetful = { name: 'forgetful', sql: 'SELECT 1', params: z.object({}), row: z.object({}) };
  expect(() => defineTenantQuery(forgetful)).toThrow('tenant = {tenant:String}');
  const good = defineTenantQuery({ ...forgetful, sql: 'SELECT 1 FROM events WHERE tenant = {tenant:String}' });
  for (const tenant of ['', "ovk' OR 1 = 1 --", '%', 'OVK']) {
    await expect(runTenantQuery(house, good, tenant, {}, TENANT_TABLES)).rejects.toThrow('without a tenant');
  }
});

test('tenants: even SQL whose condition is wrong reads one tenant’s rows only, in tables, views and subqueries', async () => {
  for (const table of [
    'events',
    'requests',
    'clocks',
    'status_facts',
    'work_facts',
    'request_events',
    'request_current',
    'question_members',
    'question_groups',
  ]) {
    const careless = defineTenantQuery({
      name: 'careless',
      params: z.object({}),
      row: z.object({ tenants: z.array(z.string()) }),
      sql: `SELECT groupUniqArray(tenant) AS tenants FROM ${table} WHERE tenant = {tenant:String} OR tenant IN (SELECT tenant FROM ${table})`,
    });
    expect(await runTenantQuery(house, careless, 'ovk', {}, TENANT_TABLES)).toEqual([{ tenants: ['ovk'] }]);
  }
});

test('report: four languages, sentences from the figures, most frequent questions counted by their groups', async () => {
  const asked = events.filter((event) => event.type === 'request.submitted.v1');
  for (const language of ['ru', 'uk', 'kk', 'en'] as const) {
    const report = await readMonthlyReport(archive, ovk, '2026-11', NOW, language);
    const sentences = Object.values(report.conclusions).flat();
    expect(sentences.length).toBeGreaterThan(6);
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN|null|\{|\}/);
    const total = report.mostFrequent.reduce((sum, row) => sum + row.count, 0);
    expect(total).toBe(report.received.total);
    const first = report.mostFrequent.find(({ question }) => question === 'the program does not open after the update');
    const inNovember = asked.filter(
      (event) =>
        event.type === 'request.submitted.v1' &&
        /does not open/.test(event.payload.question) &&
        Date.parse(event.payload.submittedAt) >= Date.parse(report.fromAt) &&
        Date.parse(event.payload.submittedAt) < Date.parse(report.toAt),
    );
    expect(first?.count).toBe(inNovember.length);
  }
});

test('report: a question stands under the category it was asked under most', async () => {
  const report = await readMonthlyReport(archive, ovk, '2026-11', NOW, 'ru');
  for (const row of report.mostFrequent) {
    const asked = events.flatMap((event) =>
      event.type === 'request.submitted.v1' &&
      event.payload.submittedAt >= report.fromAt &&
      event.payload.submittedAt < report.toAt &&
      wordsOfQuestion(event.payload.question) === row.question
        ? [event.payload.category]
        : [],
    );
    const counts = [...Map.groupBy(asked, (category) => category)].map(([id, list]) => ({ id, n: list.length }));
    const most = Math.max(...counts.map(({ n }) => n));
    const names = counts.filter(({ n }) => n === most).map(({ id }) => ovk.categories.get(id)?.name.ru);
    expect(names).toContain(row.categoryName);
  }
});

test('report: a month without requests says so, in one sentence', async () => {
  const report = await readMonthlyReport(archive, ovk, '2025-01', NOW, 'ru');
  expect(report.conclusions).toEqual({ changed: ['За это время обращений не было.'], why: [], todo: [] });
  expect(report.received.total).toBe(0);
});
