import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ClickHouse, readerNames } from '@reglament/platform/clickhouse';
import type { OwnEngine } from '@reglament/testing/engines';
import { TENANT_TABLES } from '../../../apps/reporting/store/clickhouse/tables.ts';
import { eventsOf, ground } from '../../../apps/reporting/testing/day.ts';
import { store, testArchive } from '../../../apps/reporting/testing/house.ts';
import { dashboardOf, VARIABLES } from '../../grafana/src/board.ts';
import { boards } from '../../grafana/src/boards/index.ts';
import { asSent, type Range } from '../../grafana/src/macros.samples.ts';
import type { ClickHouseQuery } from '../../grafana/src/query.ts';
import { embeddedReaders, generatedFiles, passwordVariable, tenantsOf } from './files.ts';
import { HOSTILE } from './hostile.samples.ts';

/** A mark that every row of the other tenant bears, and no statement. */
const FOREIGN = /Neighbour|kuty[^.]/i;
const FROM = Date.UTC(2026, 10, 16);
const TO = Date.UTC(2026, 10, 23);
const REQUESTS = 150;
const tenants = tenantsOf('regulations');
const readers = embeddedReaders(tenants, (user) => `secret-of-${user}`);
const me = readerNames('reglament', 'ovk');
const range: Range = {
  from: FROM,
  to: TO - 1,
  intervalSeconds: 3600,
  variables: { tenant: 'ovk', zone: 'Europe/Moscow' },
};

let engine: OwnEngine;
let house: ClickHouse;
let close: () => Promise<void>;

interface Said {
  readonly status: number;
  readonly text: string;
}

/** What stands in an answer, to whoever sends the statement over HTTP. */
async function send(sql: string, query: Readonly<Record<string, string>> = {}, user = me.user): Promise<Said> {
  const url = new URL(engine.url);
  const [name, secret] = user === '' ? [url.username, url.password] : [user, `secret-of-${user}`];
  const address = `http://${url.host}/?${new URLSearchParams(query)}`;
  const authorization = `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
  const response = await fetch(address, { method: 'POST', body: sql, headers: { authorization } });
  return { status: response.status, text: await response.text() };
}

async function rowsFor(user: string, sql: string, database: string): Promise<unknown[]> {
  const { status, text } = await send(sql, { database, default_format: 'JSONEachRow' }, user);
  if (status !== 200) throw new Error(text);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

beforeAll(async () => {
  ({ engine, house, close } = await testArchive({ ENGINE_READERS: readers.env }));
  for (const statement of readers.statements) await house.client.command({ query: statement });
  const neighbour = {
    questions: ['Neighbour asks.'],
    staff: [{ id: 'neighbour', name: 'Neighbour' }],
    categories: ['neighbour'],
  };
  await store(house, [
    ...eventsOf(ground('ovk'), REQUESTS, FROM, TO, 5),
    ...eventsOf(ground('kuty', neighbour), 400, FROM, TO, 6),
  ]);
  await house.client.insert({
    table: 'reglament.tenants',
    format: 'JSONEachRow',
    values: [
      { tenant: 'ovk', name: 'Ours', time_zone: 'Europe/Moscow' },
      { tenant: 'kuty', name: 'Neighbour', time_zone: 'Europe/Kyiv' },
    ],
  });
}, 120_000);

afterAll(() => close?.(), 30_000);

test('reader: the other tenant is there, and its own reader sees it', async () => {
  const other = readerNames('reglament', 'kuty');
  expect(await rowsFor('', 'SELECT count() AS n FROM requests', 'reglament')).toEqual([{ n: REQUESTS + 400 }]);
  const count = 'SELECT count() AS n, max(question) AS text FROM requests';
  expect(await rowsFor(other.user, count, other.database)).toEqual([{ n: 400, text: 'Neighbour asks.' }]);
});

test(`reader: ${HOSTILE.length} statements that reach for another tenant get nothing of it`, async () => {
  const wrong: unknown[] = [];
  for (const { sql, gives } of HOSTILE) {
    const { status, text } = await send(sql);
    const isForeign = FOREIGN.test(sql === '' ? text : text.replaceAll(sql, ''));
    const holds =
      gives === 'refused' ? status >= 400 : gives === 'own' ? text === `${REQUESTS}\n` : status === 200 && text !== '';
    // An empty answer is right only where there is nothing of one's own to show.
    const isRight = holds || (gives === 'nothing foreign' && status === 200 && /tenant (!=|NOT)|INTERSECT/.test(sql));
    if (isForeign || !isRight) wrong.push({ sql, gives, status, text: text.slice(0, 300) });
  }
  expect(wrong).toEqual([]);
  expect(HOSTILE.length).toBeGreaterThanOrEqual(100);
}, 120_000);

test('reader: without the embedded engine’s own list, grants and row policies alone hold', async () => {
  const wrong: unknown[] = [];
  let index = 0;
  for (const { sql, gives } of HOSTILE) {
    // What is a SELECT is run by the owner as a view with the reader's rights: so ClickHouse itself judges it.
    if (!/^(SELECT|WITH|\()/.test(sql) || /;.*\S|OUTFILE|PARALLEL|\{t:/s.test(sql)) continue;
    // What the server's configuration or its account of files forbids has no grant of its own in an embedded engine.
    if (/system\.|information_schema|file\(|APPLY|sleep|throwIf|getSetting|currentUser|SETTINGS/.test(sql)) continue;
    index += 1;
    const body = sql.replace(/;$| FORMAT TSV$|-- ;$/, '');
    const view = `default.probe_${index}`;
    const made = await send(
      `CREATE VIEW ${view} DEFINER = ${me.user} SQL SECURITY DEFINER AS ${body}`,
      { database: me.database },
      '',
    );
    const { status, text } = made.status === 200 ? await send(`SELECT * FROM ${view}`, {}, '') : made;
    const isForeign = FOREIGN.test(text.replaceAll(sql, ''));
    const holds =
      gives === 'own' ? text === `${REQUESTS}\n` : gives === 'refused' ? status >= 400 || text === '' : status === 200;
    if (isForeign || !holds) wrong.push({ sql, gives, status, text: text.slice(0, 300) });
  }
  expect(wrong).toEqual([]);
  expect(index).toBeGreaterThan(40);
}, 120_000);

test('reader: a wrong password, another’s password and somebody unknown are refused', async () => {
  const url = new URL(engine.url);
  const attempt = async (user: string, secret: string) => {
    const headers = { 'x-clickhouse-user': user, 'x-clickhouse-key': secret };
    return (await fetch(`http://${url.host}/?query=SELECT+1`, { headers })).status;
  };
  expect(await attempt(me.user, `secret-of-${me.user}`)).toBe(200);
  expect(await attempt(me.user, 'wrong')).toBe(401);
  expect(await attempt(me.user, url.password)).toBe(401);
  expect(await attempt(me.user, '')).toBe(401);
  expect(await attempt('default', `secret-of-${me.user}`)).toBe(401);
  expect(await attempt('', '')).toBe(401);
});

test('reader: settings, parameters and the database of the address open nothing', async () => {
  const count = "SELECT count() FROM events WHERE type = 'request.submitted.v1'";
  expect((await send(count, { database: 'reglament' })).text).toBe(`${REQUESTS}\n`);
  for (const setting of [
    { additional_table_filters: '{}' },
    { allow_ddl: '1' },
    { profile: 'default' },
    { param_t: 'reglament.events' },
    { role: 'x' },
    { session_id: 'x' },
  ]) {
    expect((await send(count, setting)).status).toBeGreaterThanOrEqual(400);
  }
  expect((await send(count, { max_execution_time: '9999', readonly: '0' })).text).toBe(`${REQUESTS}\n`);
});

test('reader: every panel shows a tenant’s reader what it shows the owner', async () => {
  const queries = boards
    .filter(({ shows }) => shows === 'tenant')
    .flatMap((board) => dashboardOf(board).panels as { title?: string; targets?: ClickHouseQuery[] }[])
    .flatMap(({ title, targets = [] }) => targets.map(({ rawSql }) => ({ title, sql: asSent(rawSql, range) })));
  expect(queries.length).toBeGreaterThan(40);
  for (const { title, sql } of queries) {
    // Without an order of its own an answer is a set.
    const order = /ORDER BY/.test(sql)
      ? (rows: unknown[]) => rows
      : (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    const own = await rowsFor(me.user, sql, me.database);
    expect([title, order(own)]).toEqual([title, order(await rowsFor('', sql, 'reglament'))]);
  }
  expect(await rowsFor(me.user, VARIABLES.tenant, me.database)).toEqual([{ __text: 'Ours', __value: 'ovk' }]);
  expect(await rowsFor(me.user, asSent(VARIABLES.zone, range), me.database)).toEqual([{ time_zone: 'Europe/Moscow' }]);
}, 120_000);

test('reader: the files for a ClickHouse of one’s own are what the source makes, and its engine reads them', async () => {
  for (const [name, text] of generatedFiles(tenants)) {
    expect([name, readFileSync(path.join('deploy/clickhouse', name), 'utf8')]).toEqual([name, text]);
  }
  const users = generatedFiles(tenants).get('users.d/reglament-readers.xml') ?? '';
  for (const tenant of tenants) expect(users).toContain(passwordVariable(readerNames('reglament', tenant).user));
  const policies = await rowsFor(
    '',
    "SELECT count() AS n FROM system.row_policies WHERE database = 'reglament' AND has(apply_to_list, 'reglament_views_ovk') AND select_filter = 'tenant = \\'ovk\\''",
    'reglament',
  );
  expect(policies).toEqual([{ n: TENANT_TABLES.length }]);
});
