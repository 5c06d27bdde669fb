import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnyEvent } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { RegulationBook } from '@reglament/platform/regulations';
import { createLogger } from '@reglament/platform/telemetry';
import { ArchiveStore } from '../../../apps/reporting/archive/store.ts';
import { Archive } from '../../../apps/reporting/statistics/archive.ts';
import { periodOf } from '../../../apps/reporting/statistics/period.ts';
import { readStatistics } from '../../../apps/reporting/statistics/read-statistics.ts';
import type { Statistics } from '../../../apps/reporting/statistics/shapes.ts';
import { eventsOf, ground } from '../../../apps/reporting/testing/day.ts';
import { store, storeGroups, testArchive } from '../../../apps/reporting/testing/house.ts';
import { alerts } from './alerts.ts';
import { type Board, dashboardOf, VARIABLES } from './board.ts';
import { hotlineToday } from './boards/hotline-today.ts';
import { boards } from './boards/index.ts';
import { managersMonth } from './boards/managers-month.ts';
import { moderatorsWall } from './boards/moderators-wall.ts';
import { promises } from './boards/promises.ts';
import { generatedFiles } from './files.ts';
import { asSent, type Range } from './macros.samples.ts';
import { type ClickHouseQuery, inGrafana } from './query.ts';
import { ARCHIVE } from './sources.ts';
import { besideMonthBefore } from './sql.ts';

interface AnyPanel {
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly gridPos?: { readonly w: number; readonly h: number };
  readonly targets?: readonly ClickHouseQuery[];
}

const DATE = '2026-11-18';
const book = RegulationBook.load('regulations');
const panelsOf = (board: Board) =>
  (dashboardOf(board).panels as readonly AnyPanel[]).filter(({ type }) => type !== 'row');
/** Every panel that asks the archive, with the board it stands on; what Prometheus answers is another test's matter. */
const asked = boards
  .filter((board) => board.shows === 'tenant')
  .flatMap((board) => panelsOf(board).map((panel) => ({ board: board.name, panel })));

let house: ClickHouse;
let close: () => Promise<void>;
let page: Statistics;
let range: Range;
let wholeWeek: Range;

async function send(sql: string): Promise<Record<string, unknown>[]> {
  const http_headers = { 'x-clickhouse-database': house.database };
  return (await house.client.query({ query: sql, format: 'JSONEachRow', http_headers })).json();
}

async function shown(title: string, board = hotlineToday): Promise<Record<string, unknown>[]> {
  const panel = panelsOf(board).find((one) => one.title === title);
  const [target] = panel?.targets ?? [];
  if (target === undefined) throw new Error(`There is no panel ${title}`);
  return send(asSent(target.rawSql, range));
}

const byRule = (a: { rule?: unknown }, b: { rule?: unknown }) => String(a.rule).localeCompare(String(b.rule));
const counts = (rows: readonly { key: string; count: number }[]) => rows.map(({ key, count }) => ({ key, count }));

/** A call to somebody whose request was just assigned, which nobody answered. */
function callOf(events: readonly AnyEvent[]): AnyEvent {
  const assigned = events.find((event) => event.tenant === 'ovk' && event.type === 'work.assigned.v1');
  if (assigned?.type !== 'work.assigned.v1') throw new Error('nothing was assigned');
  const { requestId, agent } = assigned.payload;
  return {
    ...assigned,
    id: '0192f0c1-2b3c-7d4e-8f50-617283940a1b',
    type: 'work.call-attempted.v1',
    payload: { requestId, by: agent, attempt: 1, outcome: 'no-answer', note: null },
  };
}

beforeAll(async () => {
  const ovk = book.get('ovk');
  if (ovk === undefined) throw new Error('no ovk');
  ({ house, close } = await testArchive());
  const logger = createLogger({ name: 'reporting', instance: 'test', level: 'silent' });
  await new ArchiveStore(house, book, logger).prepare();
  const week = periodOf('week', DATE, ovk.calendar.timeZone);
  const categories = [...ovk.categories.keys()].slice(0, 4);
  const events: AnyEvent[] = [
    ...eventsOf(ground('ovk', { categories }), 300, week.from, week.to, 21),
    ...eventsOf(ground('kuty', { categories }), 100, week.from, week.to, 22),
  ];
  events.push(callOf(events));
  await store(house, events);
  await storeGroups(house, events);
  await store(house, events.slice(0, 900));
  const day = periodOf('day', DATE, ovk.calendar.timeZone);
  page = await readStatistics(new Archive(house), ovk, day, day.to as Instant, 'en');
  range = {
    from: day.from,
    to: day.to - 1,
    intervalSeconds: 3600,
    variables: { tenant: 'ovk', zone: ovk.calendar.timeZone },
  };
  wholeWeek = { ...range, from: week.from, to: week.to - 1 };
}, 120_000);

afterAll(() => close?.(), 30_000);

test('dashboard: every panel of every board has a title, a description, a size and one query with its data source', () => {
  expect(boards.length).toBeGreaterThanOrEqual(8);
  for (const board of boards) {
    expect(panelsOf(board).length).toBeGreaterThanOrEqual(3);
    for (const panel of panelsOf(board)) {
      expect([board.name, panel.title]).toEqual([board.name, expect.stringMatching(/\w/)]);
      expect([panel.title, panel.description]).toEqual([panel.title, expect.stringMatching(/\w{3}.*\.$/s)]);
      expect(panel.gridPos?.w).toBeGreaterThan(0);
      expect(panel.targets).toHaveLength(1);
      const wanted = board.shows === 'tenant' ? 'reglament-clickhouse' : 'reglament-prometheus';
      expect([panel.title, panel.targets?.[0]?.datasource.uid]).toEqual([panel.title, wanted]);
    }
  }
});

test('dashboard: every panel’s SQL, as the plugin sends it, gives rows, and asks for one tenant', async () => {
  expect(asked.length).toBeGreaterThan(40);
  for (const { board, panel } of asked) {
    const where = `${board}: ${panel.title}`;
    const sql = asSent(panel.targets?.[0]?.rawSql ?? '', wholeWeek);
    expect([where, sql]).toEqual([where, expect.stringContaining("tenant = 'ovk'")]);
    expect([where, (await send(sql)).length > 0]).toEqual([where, true]);
  }
});

test('dashboard: every alert’s SQL gives one number for each hotline, or one', async () => {
  const ours = alerts.filter(({ source }) => source === ARCHIVE);
  expect(ours.length).toBeGreaterThanOrEqual(3);
  for (const { name, query } of ours) {
    const rows = await send(asSent(inGrafana(query), range));
    for (const row of rows) expect([name, Object.keys(row)]).toEqual([name, expect.arrayContaining(['value'])]);
    expect([name, rows.every(({ value }) => Number.isFinite(Number(value)))]).toEqual([name, true]);
  }
});

test('dashboard: what waits, what is due next and the parts kept are the page’s numbers', async () => {
  const [queue] = await shown('In the queue', moderatorsWall);
  expect(await shown('Waiting for the moderator', moderatorsWall)).toHaveLength(Math.min(100, Number(queue?.count)));
  const parts = await shown('Part of promises kept', promises);
  const ended = page.clocks.filter(({ kept, broken }) => kept + broken > 0);
  expect(parts.map(({ rule, kept, broken }) => ({ rule, kept, broken })).sort(byRule)).toEqual(
    ended.map(({ rule, kept, broken }) => ({ rule, kept, broken })).sort(byRule),
  );
  const running = page.clocks.reduce((sum, clock) => sum + clock.running, 0);
  expect(await shown('Next to be due', promises)).toHaveLength(Math.min(50, running));
  expect(running).toBeGreaterThan(0);
});

test('dashboard: a panel shows the page’s number', async () => {
  const seen = {
    received: await shown('Received'),
    open: await shown('Open'),
    resolved: await shown('Resolved'),
    cancelled: await shown('Cancelled'),
    declined: await shown('Declined'),
    byChannel: await shown('By channel'),
    byCategory: await shown('By category'),
    employees: await shown('Employees'),
  };
  expect(seen).toEqual({
    received: [{ count: page.received.total }],
    open: [{ count: page.open }],
    resolved: [{ count: page.resolved }],
    cancelled: [{ count: page.cancelled }],
    declined: [{ count: page.declined }],
    byChannel: counts(page.received.byChannel),
    byCategory: counts(page.received.byCategory),
    employees: page.employees,
  });
  expect(page.received.total).toBeGreaterThan(20);
  const hours = await shown('By hour of the day');
  expect(hours).toEqual(
    page.received.byHour.filter(({ count }) => count > 0).map(({ hour, count }) => ({ key: String(hour), count })),
  );
});

test('dashboard: times and promises are the page’s', async () => {
  const byKey = Object.fromEntries((await shown('How long it took')).map(({ key, ...rest }) => [key, rest]));
  expect(byKey).toEqual(page.times);
  // Names and what is a promise come from the regulation, which a dashboard does not know.
  const counted = page.clocks.map(({ name: _, promise: __, ...rest }) => rest);
  expect(await shown('Promises by clause')).toEqual(counted);
  const first = counted
    .filter(({ rule }) => rule === 'placement' || rule === 'moderation')
    .map(({ rule, clause, kept, broken, running }) => ({ rule, clause, kept, broken, running }));
  expect(await shown('First promises: placement and moderation')).toEqual(first);
});

test('dashboard: the heat map and the comparison with the month before are the page’s numbers', async () => {
  const heat = await shown('When they came', managersMonth);
  const byHour = page.received.byHour.map(({ hour }) =>
    heat.reduce((sum, row) => sum + Number(row[String(hour).padStart(2, '0')]), 0),
  );
  expect(byHour).toEqual(page.received.byHour.map(({ count }) => count));
  const beside = await shown('Beside the month before', managersMonth);
  expect(beside.find(({ figure }) => figure === 'Received')).toEqual({
    figure: 'Received',
    now: page.received.total,
    before: 0,
    change: page.received.total,
  });
  // A month later the same day is the month before.
  const later = (moment: number) =>
    Temporal.Instant.fromEpochMilliseconds(moment)
      .toZonedDateTimeISO(range.variables.zone ?? 'UTC')
      .add({ months: 1 }).epochMilliseconds;
  const sql = asSent(inGrafana(besideMonthBefore([['received', 'Received']])), {
    ...range,
    from: later(range.from),
    to: later(range.to),
  });
  expect(await send(sql)).toEqual([
    { figure: 'Received', now: 0, before: page.received.total, change: -page.received.total },
  ]);
});

test('dashboard: the flow over the day adds up to what was received', async () => {
  const flow = await shown('Received and resolved');
  expect(flow.reduce((sum, row) => sum + Number(row.received), 0)).toBe(page.received.total);
});

test('dashboard: the variables offer every tenant, and its time zone', async () => {
  const tenants = await send(VARIABLES.tenant);
  expect(tenants.map((row) => row.__value).sort()).toEqual(
    book
      .all()
      .map(({ tenant }) => tenant)
      .sort(),
  );
  expect(await send(asSent(VARIABLES.zone, range))).toEqual([{ time_zone: range.variables.zone }]);
});

test('dashboard: a macro or variable that Grafana would not know is found', () => {
  expect(() => asSent('SELECT $__nonsense', range)).toThrow('$__nonsense');
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana's own placeholder
  expect(() => asSent('SELECT ${stranger:sqlstring}', range)).toThrow('stranger');
});

test('dashboard: the files in the repository are those that the source makes', () => {
  for (const [name, text] of generatedFiles()) {
    expect([name, readFileSync(path.join('deploy/grafana', name), 'utf8')]).toEqual([name, text]);
  }
});
