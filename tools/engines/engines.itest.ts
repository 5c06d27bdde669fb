import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { isAlive } from './host.ts';
import { type StartedEngines, startEngines } from './index.ts';
import { whenStuck } from './nats/stuck.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reglament-engines-'));
let engines: StartedEngines;
const said: string[] = [];

/** Tries until it works; the last failure is the test's. */
async function soon<T>(work: () => Promise<T>, withinMs = 15_000): Promise<T> {
  for (const deadline = performance.now() + withinMs; ; await pause(50)) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}

async function query(text: string): Promise<unknown[]> {
  const client = new pg.Client(engines.urls.postgres);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function nats() {
  const url = new URL(engines.urls.nats ?? '');
  return connect({ servers: url.host, token: url.username, maxReconnectAttempts: 0, timeout: 2000 });
}

async function letters(query = ''): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${engines.urls.mailbox}/letters${query}`);
  return (await response.json()) as Record<string, unknown>[];
}

beforeAll(async () => {
  engines = await startEngines({
    data: folder,
    only: ['postgres', 'nats', 'mailbox'],
    say: (line) => said.push(line),
  });
}, 120_000);

afterAll(async () => {
  await engines?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

test('PostgreSQL is durable, UTF-8, and folds Cyrillic case', async () => {
  const [row] = await query(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, lower('ЗАЯВКА') AS lower`,
  );
  expect(row).toEqual({ fsync: 'on', commit: 'on', lower: 'заявка' });
});

test('the secrets are for their owner only', () => {
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('PostgreSQL and NATS refuse a wrong secret', async () => {
  const wrong = new pg.Client((engines.urls.postgres ?? '').replace(/:[0-9a-f]{32}@/, ':wrong@'));
  await expect(wrong.connect()).rejects.toThrow(/password/);
  await expect(connect({ servers: new URL(engines.urls.nats ?? '').host, maxReconnectAttempts: 0 })).rejects.toThrow();
});

test('PostgreSQL killed comes back by itself with what was committed, on the same address', async () => {
  await query('CREATE TABLE kept (n int)');
  await query('INSERT INTO kept VALUES (41)');
  const before = engines.pids().postgres ?? 0;
  process.kill(before, 'SIGKILL');
  await soon(async () => expect(engines.pids().postgres).not.toBe(before));
  expect(await soon(() => query('SELECT n FROM kept'))).toEqual([{ n: 41 }]);
}, 30_000);

test('NATS killed comes back by itself with its stream', async () => {
  let connection = await nats();
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name: 'KEPT', subjects: ['kept.>'] });
  await jetstream(connection).publish('kept.one', 'text');
  const before = engines.pids().nats ?? 0;
  process.kill(before, 'SIGKILL');
  await connection.close().catch(() => undefined);
  await soon(async () => expect(engines.pids().nats).not.toBe(before));
  connection = await soon(nats);
  const info = await (await jetstreamManager(connection)).streams.info('KEPT');
  expect(info.state.messages).toBe(1);
  await connection.close();
}, 30_000);

test('a killed host leaves no second engine behind: the next host clears the first away', async () => {
  const host = engines.hostPids().postgres ?? 0;
  const engine = engines.pids().postgres ?? 0;
  process.kill(host, 'SIGKILL');
  await soon(async () => expect(said.filter((line) => line.startsWith('postgres is back'))).toHaveLength(2));
  await query('SELECT 1');
  expect(isAlive(engine)).toBe(false);
  expect(engines.hostPids().postgres).not.toBe(host);
}, 30_000);

test('the mailbox keeps letters, lists them by tenant newest first, and keeps them through a kill', async () => {
  const transport = createTransport(engines.urls.smtp ?? '');
  const letter = (tenant: string, subject: string) => ({
    from: 'hotline@example.org',
    to: 'Ўлія <person@example.org>',
    subject,
    text: 'Қош келдіңіз',
    headers: { 'X-Reglament-Tenant': tenant },
  });
  await transport.sendMail(letter('ovk', 'Заявка принята'));
  await transport.sendMail(letter('kuty', 'Заявку прийнято'));
  await transport.sendMail(letter('ovk', 'Ответ на заявку'));
  const list = await letters('?tenant=ovk');
  expect(list.map((line) => line.subject)).toEqual(['Ответ на заявку', 'Заявка принята']);
  const next = await letters(`?tenant=ovk&limit=1&after=${list[0]?.id}`);
  expect(next.map((line) => line.subject)).toEqual(['Заявка принята']);

  const before = engines.pids().mailbox ?? 0;
  process.kill(before, 'SIGKILL');
  await soon(async () => expect(engines.pids().mailbox).not.toBe(before));
  expect(await soon(() => letters())).toHaveLength(3);
  const one = (await (await fetch(`${engines.urls.mailbox}/letters/${list[0]?.id}`)).json()) as { text: string };
  expect(one.text.trim()).toBe('Қош келдіңіз');
}, 30_000);

test('the mailbox bounces what can never arrive, and does not serve foreign names', async () => {
  const transport = createTransport(engines.urls.smtp ?? '');
  await expect(transport.sendMail({ from: 'a@b.org', to: 'x@nowhere.invalid', text: '-' })).rejects.toThrow(/550/);
  const { get } = await import('node:http');
  const status = await new Promise((resolve) =>
    get(`${engines.urls.mailbox}/letters`, { headers: { host: 'rebound.example' } }, (r) => resolve(r.statusCode)),
  );
  expect(status).toBe(403);
});

test('a second start on a folder in use is refused and harms nothing', async () => {
  await expect(startEngines({ data: folder, only: ['nats'] })).rejects.toThrow(/in use by process/);
  await (await nats()).close();
}, 30_000);

test('engines stop when their parent is killed', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'reglament-orphans-'));
  const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'index.ts');
  const code = `const { startEngines } = await import(${JSON.stringify(entry)});
    const e = await startEngines({ data: ${JSON.stringify(data)}, only: ['nats', 'postgres'], durable: false });
    console.log(JSON.stringify([...Object.values(e.pids()), ...Object.values(e.hostPids())]));`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await parent.stdout.take(1).toArray()) as Buffer[];
  const pids = JSON.parse(String(line)) as number[];
  expect(pids).toHaveLength(4);
  parent.kill('SIGKILL');
  await soon(async () => expect(pids.filter(isAlive)).toEqual([]));
  rmSync(data, { recursive: true, force: true });
}, 60_000);

test('a NATS that holds its connections and answers for no stream is found out, and one that answers is left alone', async () => {
  const found = whenStuck(engines.urls.nats ?? '', { lookEveryMs: 50, answerWithinMs: 150, mostMissed: 3 });
  expect(await Promise.race([found, pause(1_000, 'left alone')])).toBe('left alone');
  const pid = engines.pids().nats ?? 0;
  process.kill(pid, 'SIGSTOP');
  try {
    expect(await found).toContain('3 questions in a row unanswered');
  } finally {
    process.kill(pid, 'SIGCONT');
  }
});

test('who speaks into a full disk goes on', async () => {
  const full = openSync('/dev/full', 'w');
  const script = `import { speakWithoutFear } from './tools/engines/host.ts';
    speakWithoutFear();
    for (let line = 0; line < 10; line += 1) { process.stdout.write('one'); process.stderr.write('two'); }
    setTimeout(() => process.exit(7), 100);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', full, full] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const outcome = await Promise.race([ended, pause(4_000, 'it hangs')]);
  child.kill('SIGKILL');
  closeSync(full);
  expect(outcome).toBe(7);
});
