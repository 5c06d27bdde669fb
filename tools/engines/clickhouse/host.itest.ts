import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseError, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { findPort } from '../ports.ts';

const SECRET = 's3cret';
const HOST = path.join(process.cwd(), 'tools/engines/clickhouse/host.ts');

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

async function start(data: string, port: number): Promise<Running> {
  const child = spawn(process.execPath, [HOST, '--data', data, '--port', String(port)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', ENGINE_SECRET: SECRET },
  });
  if (child.stdout === null) throw new Error('no stdout');
  const [line] = await once(createInterface(child.stdout), 'line');
  const ready = JSON.parse(String(line)) as { ready: boolean; engine: string; url: string; pid: number };
  expect(ready).toMatchObject({ ready: true, engine: 'clickhouse', pid: child.pid });
  return { child, url: ready.url };
}

describe('chDB behind ClickHouse’s HTTP interface, through the unchanged client', () => {
  let data: string;
  let port: number;
  let running: Running;
  let client: ClickHouseClient;

  beforeAll(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'reglament-clickhouse-'));
    port = await findPort();
    running = await start(data, port);
    client = createClient({
      url: running.url,
      compression: { request: true, response: true },
      max_open_connections: 100,
      log: { level: ClickHouseLogLevel.OFF },
      clickhouse_settings: { async_insert: 0 },
    });
    await client.command({ query: 'CREATE DATABASE IF NOT EXISTS house' });
    await client.command({
      query: 'CREATE TABLE house.rows (id UInt64, text String, at DateTime64(3)) ENGINE = MergeTree ORDER BY id',
    });
  }, 60_000);

  afterAll(async () => {
    await client.close();
    running.child.stdin?.end();
    if (running.child.exitCode === null) await once(running.child, 'exit');
    rmSync(data, { recursive: true, force: true });
  });

  const answer = async <T>(query: string, query_params: Record<string, unknown> = {}): Promise<T[]> =>
    (await client.query({ query, query_params, format: 'JSONEachRow' })).json<T>();

  test('ping answers, with and without a query', async () => {
    expect(await client.ping()).toEqual({ success: true });
    expect(await client.ping({ select: true })).toEqual({ success: true });
  });

  test('a wrong password is refused with code 516 and status 401', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/?query=SELECT+1`, {
      headers: { 'x-clickhouse-user': 'default', 'x-clickhouse-key': 'wrong' },
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('x-clickhouse-exception-code')).toBe('516');
    expect(await response.text()).toContain('AUTHENTICATION_FAILED');
  });

  test('typed parameters arrive as they are, whatever they contain', async () => {
    const text = 'it\'s "a" \\ tab\t, line\n, {x:String}; DROP TABLE house.rows -- Қазақ Їжак';
    const [row] = await answer<Record<string, unknown>>(
      'SELECT {text:String} AS text, {n:UInt32} AS n, {list:Array(String)} AS list, {at:DateTime64(3)} AS at, {none:Nullable(String)} AS none',
      { text, n: 42, list: ['a', "b'c", text], at: new Date('2026-11-22T04:00:00.123Z'), none: null },
    );
    expect(row).toEqual({ text, n: 42, list: ['a', "b'c", text], at: '2026-11-22 04:00:00.123', none: null });
  });

  test('a parameter of one query is not seen by the next', async () => {
    await answer('SELECT {tenant:String} AS t', { tenant: 'ovk' });
    await expect(answer('SELECT {tenant:String} AS t')).rejects.toMatchObject({ code: '456' });
  });

  test('rows are streamed in, blank lines and semicolons in them are only text', async () => {
    const rows = Readable.from(
      (function* () {
        for (let id = 1; id <= 5000; id++)
          yield { id, text: `row ${id}\n\n; DROP TABLE house.rows`, at: 1_700_000_000_000 + id };
      })(),
    );
    const result = await client.insert({ table: 'house.rows', values: rows, format: 'JSONEachRow' });
    expect(result.summary?.written_rows).toBe('5000');
    expect(await answer("SELECT count() AS n, countIf(text LIKE '%DROP%') AS drops FROM house.rows")).toEqual([
      { n: 5000, drops: 5000 },
    ]);
    const raw = '{"id":1,"text":"x","at":1}\n\nDROP TABLE house.rows;\n';
    await expect(
      client.exec({
        query: 'INSERT INTO house.rows FORMAT JSONEachRow',
        values: Readable.from([raw], { objectMode: false }),
      }),
    ).rejects.toThrow(ClickHouseError);
    expect(await answer('SELECT count() AS n FROM house.rows')).toEqual([{ n: 5000 }]);
  });

  test('values that stand in the statement are inserted', async () => {
    await client.command({
      query: "INSERT INTO house.rows (id, text, at) VALUES (9001, 'a;b', 5), (9002, concat('c','d'), 6);",
    });
    expect(await answer('SELECT text FROM house.rows WHERE id > 9000 ORDER BY id')).toEqual([
      { text: 'a;b' },
      { text: 'cd' },
    ]);
  });

  test('answers come in every format asked for', async () => {
    const query = 'SELECT number AS n, toString(number) AS s FROM numbers(2)';
    const inFormat = async (format: 'JSON' | 'JSONCompact' | 'CSVWithNames' | 'TabSeparated') =>
      (await client.query({ query, format })).text();
    expect(JSON.parse(await inFormat('JSON')).data).toEqual([
      { n: 0, s: '0' },
      { n: 1, s: '1' },
    ]);
    expect(JSON.parse(await inFormat('JSONCompact')).data).toEqual([
      [0, '0'],
      [1, '1'],
    ]);
    expect(await inFormat('CSVWithNames')).toBe('"n","s"\n0,"0"\n1,"1"\n');
    expect(await inFormat('TabSeparated')).toBe('0\t0\n1\t1\n');
    const native = await client.exec({ query: `${query} FORMAT Native` });
    const chunks: Buffer[] = [];
    for await (const chunk of native.stream) chunks.push(Buffer.from(chunk));
    await client.command({ query: 'CREATE TABLE house.native (n UInt64, s String) ENGINE = MergeTree ORDER BY n' });
    await client.exec({
      query: 'INSERT INTO house.native FORMAT Native',
      values: Readable.from([Buffer.concat(chunks)], { objectMode: false }),
    });
    expect(await answer('SELECT * FROM house.native ORDER BY n')).toEqual([
      { n: 0, s: '0' },
      { n: 1, s: '1' },
    ]);
  });

  test('settings hold for their query only', async () => {
    const [changed] = await (
      await client.query({
        query: "SELECT getSetting('max_threads') AS n",
        format: 'JSONEachRow',
        clickhouse_settings: { max_threads: 1 },
      })
    ).json<{ n: number }>();
    expect(changed?.n).toBe(1);
    const [usual] = await answer<{ n: number }>("SELECT toString(getSetting('max_threads')) AS n");
    expect(String(usual?.n)).not.toBe('1');
  });

  test.each([
    ['SELEC 1', '62', 400],
    ['SELECT * FROM house.absent', '60', 404],
    ["SELECT toUInt8('x')", '6', 400],
    ['SELECT 1; SELECT 2', '62', 400],
    ["SELECT throwIf(number = 3, 'boom') FROM numbers(10) SETTINGS max_block_size = 1", '395', 500],
  ])('%s fails with code %s and status %d', async (query, code, status) => {
    await expect(answer(query)).rejects.toMatchObject({ code });
    const basic = Buffer.from(`default:${SECRET}`).toString('base64');
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: query,
      headers: { authorization: `Basic ${basic}` },
    });
    expect([response.status, response.headers.get('x-clickhouse-exception-code')]).toEqual([status, code]);
  });

  test('GET only reads', async () => {
    const basic = Buffer.from(`default:${SECRET}`).toString('base64');
    const get = (query: string) =>
      fetch(`http://127.0.0.1:${port}/?query=${encodeURIComponent(query)}`, {
        headers: { authorization: `Basic ${basic}` },
      });
    expect(await (await get('SELECT 7')).text()).toBe('7\n');
    for (const query of ['DROP TABLE house.rows', 'INSERT INTO house.rows (id) VALUES (1)', 'SET max_threads = 1']) {
      expect((await get(query)).status).toBe(403);
    }
  });

  test('fifty mixed queries at once are all answered, and a slow one does not hold up the others', async () => {
    let slowIsDone = false;
    const slow = answer('SELECT sleep(3) AS s').then(() => {
      slowIsDone = true;
    });
    const mixed = Array.from({ length: 50 }, async (_, i) => {
      if (i % 5 === 0) {
        await client.insert({
          table: 'house.rows',
          values: [{ id: 20_000 + i, text: 'mixed', at: 1 }],
          format: 'JSONEachRow',
        });
        return i;
      }
      const [row] = await answer<{ n: number }>('SELECT {i:UInt32} AS n, count() AS c FROM house.rows', { i });
      return row?.n;
    });
    expect(await Promise.all(mixed)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(slowIsDone).toBe(false);
    await slow;
  });

  test('every acknowledged row is there after kill -9 and a start on the same folder', async () => {
    let acknowledged = 0;
    const killed = (async () => {
      for (let i = 0; ; i++) {
        await client.insert({
          table: 'house.rows',
          values: Array.from({ length: 100 }, (_, k) => ({
            id: 1_000_000 + i * 100 + k,
            text: 'before the kill',
            at: 1,
          })),
          format: 'JSONEachRow',
        });
        acknowledged += 100;
        if (i === 20) running.child.kill('SIGKILL');
      }
    })();
    await expect(killed).rejects.toThrow();
    if (running.child.signalCode === null) await once(running.child, 'exit');
    running = await start(data, port);
    const [row] = await answer<{ n: number }>('SELECT uniqExact(id) AS n FROM house.rows WHERE id >= 1000000');
    expect(Number(row?.n)).toBeGreaterThanOrEqual(acknowledged);
  }, 30_000);

  test('the end of stdin stops it', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'reglament-clickhouse-'));
    const { child } = await start(other, await findPort());
    child.stdin?.end();
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
    rmSync(other, { recursive: true, force: true });
  }, 30_000);
});
