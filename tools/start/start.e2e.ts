import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '@reglament/engines/host';
import pg from 'pg';
import { type Platform, startPlatform } from '../platform.ts';

const data = mkdtempSync(path.join(tmpdir(), 'reglament-start-'));
let platform: Platform;

async function soon(check: () => void | Promise<void>, withinMs = 20_000): Promise<void> {
  for (const deadline = performance.now() + withinMs; ; await pause(50)) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}

/** Runs `npm start` with these arguments until it ends; what it says on both channels. */
function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['tools/start.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

async function query(text: string): Promise<unknown[]> {
  const client = new pg.Client(platform.engines.postgres);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function service(name: string): string {
  const running = JSON.parse(readFileSync(path.join(data, 'running.json'), 'utf8')) as {
    services: Record<string, string[]>;
  };
  return running.services[name]?.[0] ?? '';
}

beforeAll(async () => {
  platform = await startPlatform({ data });
});
afterAll(async () => {
  await platform?.stop();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
});

test('the ready line names what to open, the engines and every process', async () => {
  expect(platform.ready).toBe(true);
  expect(platform.hotlines.length).toBeGreaterThanOrEqual(5);
  expect(Object.keys(platform.engines).sort()).toEqual(['clickhouse', 'mailbox', 'nats', 'postgres', 'smtp']);
  expect(Object.values(platform.pids).every(isAlive)).toBe(true);
});

test('every series that Grafana’s files ask Prometheus for is said by a running service', async () => {
  const folder = path.resolve('deploy/grafana/resources');
  const files = ['operations.json', 'alerts.yaml'].map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const asked = files
    .flatMap((text) => [...text.matchAll(/"?expr"?: (.+)/g)])
    .flatMap(([, expr = '']) => [...expr.matchAll(/\b[a-z]\w*_\w+/g)].map(([name]) => name))
    .filter((name) => name !== 'histogram_quantile');
  expect(new Set(asked).size).toBeGreaterThan(10);
  const urls = Object.values(platform.services).flat();
  const said = (await Promise.all(urls.map(async (url) => (await fetch(`${url}/metrics`)).text()))).join('\n');
  const missing = [...new Set(asked)].filter(
    (name) => !said.includes(`# TYPE ${name.replace(/_(bucket|count|sum)$/, '')} `),
  );
  expect(missing).toEqual([]);
});

test('what holds secrets is for the owner only', () => {
  for (const file of ['secrets.json', 'running.json']) expect(statSync(path.join(data, file)).mode & 0o077).toBe(0);
});

test('a second start on the same folder says so and harms nothing', async () => {
  const second = await run('--data', data, '--json', '--port', '0');
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.err).toMatch(/already runs on .* \(process \d+\)/);
  expect(Object.values(platform.pids).every(isAlive)).toBe(true);
});

test('a killed service is back on the same address', async () => {
  const url = service('sla');
  process.kill(platform.pids['sla-1'] ?? 0, 'SIGKILL');
  await soon(() => expect(isAlive(platform.pids['sla-1'] ?? 0)).toBe(false));
  await soon(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200));
});

test('where running.json cannot be written, as on a full disk, everything goes on, and it is written when it can be', async () => {
  const inTheWay = path.join(data, 'running.json.new');
  mkdirSync(inTheWay);
  const pid = () =>
    (JSON.parse(readFileSync(path.join(data, 'running.json'), 'utf8')) as Platform).pids['reporting-1'] ?? 0;
  const before = pid();
  process.kill(before, 'SIGKILL');
  await soon(async () => expect((await fetch(`${service('reporting')}/readyz`)).status).toBe(200));
  expect(isAlive(Number(readFileSync(path.join(data, 'start.pid'), 'utf8')))).toBe(true);
  expect(pid()).toBe(before);
  rmdirSync(inTheWay);
  await soon(() => expect(pid()).not.toBe(before));
});

test('Ctrl-C stops everything, and the next start goes on with the same data, also with its port taken', async () => {
  await query('CREATE TABLE public.kept AS SELECT 7 AS n');
  const before = Object.values(platform.pids);
  const port = Number(new URL(platform.url).port);
  await platform.stop();
  expect(before.filter(isAlive)).toEqual([]);

  const other = await listen(port);
  platform = await startPlatform({ data, args: ['--port', String(port)] });
  other.close();
  expect(Number(new URL(platform.url).port)).toBe(port + 1);
  expect(await query('SELECT n FROM public.kept')).toEqual([{ n: 7 }]);
});

test('when the starting process is killed, no process of the platform stays', async () => {
  const pids = [...Object.values(platform.pids), Number(readFileSync(path.join(data, 'start.pid'), 'utf8'))];
  process.kill(pids.at(-1) ?? 0, 'SIGKILL');
  await soon(() => expect(pids.filter(isAlive)).toEqual([]));

  platform = await startPlatform({ data });
  expect(await query('SELECT n FROM public.kept')).toEqual([{ n: 7 }]);
});

test('npm killed takes the platform with it', async () => {
  await platform.stop();
  const npm = spawn('npm', ['start', '--', '--json', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  npm.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  await soon(() => expect(out).toMatch(/^\{.*\}$/m), 90_000);
  const [line = '{}'] = out.split('\n').filter((text) => text.startsWith('{'));
  const pids = Object.values((JSON.parse(line) as { pids: Record<string, number> }).pids);
  npm.kill('SIGKILL');
  await soon(() => expect(pids.filter(isAlive)).toEqual([]), 40_000);
  platform = await startPlatform({ data });
});

test('a misspelt option is refused with the list of options', async () => {
  const { code, err } = await run('--prot', '80');
  expect(code).toBe(2);
  expect(err).toMatch(/--prot[\s\S]*--port N/);
});

function listen(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}
