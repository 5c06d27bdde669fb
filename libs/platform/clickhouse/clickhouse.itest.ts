import { testClickhouse } from '@reglament/testing/clickhouse';
import type { OwnEngine } from '@reglament/testing/engines';
import { eventually } from '@reglament/testing/eventually';
import { z } from 'zod';
import { isOutage } from '../outcome/outage.ts';
import {
  BatchWriter,
  type ClickHouse,
  defineMigration,
  defineQuery,
  defineTenantQuery,
  migrateClickHouse,
  openClickHouse,
  runQuery,
  runTenantQuery,
} from './index.ts';

const rows = defineMigration({
  number: 1,
  name: 'rows',
  statements: [
    'CREATE TABLE IF NOT EXISTS rows (tenant String, id UInt64, at DateTime64(3)) ENGINE = ReplacingMergeTree ORDER BY (tenant, id)',
  ],
});

const count = defineTenantQuery({
  name: 'count',
  params: z.object({ atLeast: z.int() }),
  row: z.object({ n: z.int() }),
  sql: 'SELECT uniqExact(id) AS n FROM rows WHERE tenant = {tenant:String} AND id >= {atLeast:UInt64}',
});

let engine: OwnEngine;
let house: ClickHouse;
const line = (tenant: string, id: number | string): string =>
  JSON.stringify({ tenant, id, at: '2026-11-22T04:00:00.000Z' });
const stored = async (tenant: string): Promise<number> =>
  (await runTenantQuery(house, count, tenant, { atLeast: 0 }, ['rows']))[0]?.n ?? 0;

beforeAll(async () => {
  engine = await testClickhouse();
  house = openClickHouse({ url: engine.url, database: 'house', application: 'test' });
}, 60_000);

afterAll(async () => {
  await house?.client.close();
  await engine?.close();
}, 30_000);

test('migrations: several instances at once, then again: applied once, then nothing', async () => {
  await Promise.all([1, 2, 3].map(() => migrateClickHouse(house, [rows])));
  expect(await migrateClickHouse(house, [rows])).toEqual([]);
});

test('migrations: a step that was changed after it was applied is refused', async () => {
  const changed = { ...rows, statements: [`${rows.statements[0]} PARTITION BY tenant`] };
  await expect(migrateClickHouse(house, [changed])).rejects.toThrow('migration 1 (rows) was changed');
});

test('migrations: a statement that cannot run twice is not defined', () => {
  const define = () => defineMigration({ number: 2, name: 'rash', statements: ['CREATE TABLE other (id UInt64)'] });
  expect(define).toThrow('cannot run twice');
});

test('queries: parameters are typed and bound, rows are checked, one that is missing is named', async () => {
  const echo = defineQuery({
    name: 'echo',
    params: z.object({ text: z.string(), at: z.date() }),
    row: z.object({ text: z.string(), at: z.iso.datetime({ precision: 3 }) }),
    sql: "SELECT {text:String} AS text, {at:DateTime64(3, 'UTC')} AS at",
  });
  const text = "'; DROP TABLE rows --\n\t\\ {x:String}";
  expect(await runQuery(house, echo, { text, at: new Date('2026-11-22T04:00:00.123Z') })).toEqual([
    { text, at: '2026-11-22T04:00:00.123Z' },
  ]);
  const lacking = defineQuery({ ...echo, params: z.object({}) });
  await expect(runQuery(house, lacking, {})).rejects.toThrow('echo lacks its parameter text');
  const wrong = defineQuery({ ...echo, row: z.object({ text: z.number() }) });
  await expect(runQuery(house, wrong, { text, at: new Date() })).rejects.toThrow(z.ZodError);
});

test('queries: a table that is not made yet, or a query that takes too long, is an outage and not a fault', async () => {
  const early = defineQuery({ name: 'early', params: z.object({}), row: z.object({}), sql: 'SELECT 1 FROM not_yet' });
  const error: unknown = await runQuery(house, early, {}).catch((caught: unknown) => caught);
  expect([String(error), isOutage(error)]).toEqual([expect.stringContaining('early'), true]);
  const wrong = defineQuery({ ...early, name: 'wrong', sql: 'SELEC 1' });
  const fault: unknown = await runQuery(house, wrong, {}).catch((caught: unknown) => caught);
  expect(isOutage(fault)).toBe(false);
});

test('writer: rows go in together, and each promise is kept only when its row is stored', async () => {
  const batches: number[] = [];
  const writer = new BatchWriter(house, { table: 'rows', maxRows: 400, onWritten: (n) => batches.push(n) });
  await Promise.all(Array.from({ length: 1000 }, (_, id) => writer.add(line('together', id))));
  expect(await stored('together')).toBe(1000);
  expect(batches.reduce((sum, n) => sum + n, 0)).toBe(1000);
  expect(batches.length).toBeLessThanOrEqual(4);
  expect(writer.state).toEqual({ held: 0, failures: 0 });
  await writer.close();
  await expect(writer.add(line('together', 1))).rejects.toThrow('closed');
});

test('writer: one refused row is told so, its neighbours are stored', async () => {
  const writer = new BatchWriter(house, { table: 'rows' });
  const promises = Array.from({ length: 50 }, (_, id) => writer.add(line('mixed', id === 17 ? 'not a number' : id)));
  const outcomes = await Promise.allSettled(promises);
  expect(outcomes.flatMap(({ status }, id) => (status === 'rejected' ? [id] : []))).toEqual([17]);
  expect(await stored('mixed')).toBe(49);
  await writer.close();
});

test('writer: while ClickHouse is away it waits, holds its caller back at its bound, and loses nothing', async () => {
  const writer = new BatchWriter(house, { table: 'rows', maxHeld: 100, retryMs: 50, maxRetryMs: 100 });
  await engine.kill();
  const promises: Promise<void>[] = [];
  let isHeldBack = false;
  const producer = (async () => {
    for (let id = 0; id < 300; id++) {
      isHeldBack = true;
      await writer.room();
      isHeldBack = false;
      promises.push(writer.add(line('away', id)));
    }
  })();
  await eventually(() => writer.state.failures >= 2 && isHeldBack, { within: 20_000 });
  expect(writer.state.held).toBe(100);
  await engine.start();
  await producer;
  await Promise.all(promises);
  expect(await stored('away')).toBe(300);
  await writer.close();
}, 60_000);

test('writer: closed while ClickHouse is away, it says of every row that it is not stored', async () => {
  const writer = new BatchWriter(house, { table: 'rows', retryMs: 20 });
  await engine.stop();
  const outcomes = Promise.allSettled(Array.from({ length: 10 }, (_, id) => writer.add(line('closed', id))));
  await writer.close(200);
  expect((await outcomes).map(({ status }) => status)).toEqual(Array(10).fill('rejected'));
  await engine.start();
  expect(await stored('closed')).toBe(0);
}, 60_000);
