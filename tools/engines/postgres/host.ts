/** PostgreSQL as a process with a URL: npm brings the binaries, this makes the cluster, runs it and keeps it durable. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import {
  commandOf,
  endChild,
  type HostOptions,
  isAlive,
  rememberEngine,
  runHost,
  type StartedEngine,
  spawnEngine,
  whenEnded,
} from '../host.ts';
import { type Account, chooseAccount } from './account.ts';
import { findBinaries, type PostgresBinaries } from './binaries.ts';

const OWNER = 'reglament';
const DATABASE = 'reglament';
const START_WITHIN_MS = 60_000;

/** Settings that matter; the rest is PostgreSQL's own default. */
function settings(port: number, durable: boolean, socket: string): string[] {
  const on = durable ? 'on' : 'off';
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socket,
    port,
    max_connections: 200,
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    fsync: on,
    synchronous_commit: on,
    full_page_writes: on,
    jit: 'off',
    // A young database is planned for without figures: a statement prepared then reads all rows of a tenant to find one, until the tables are analyzed.
    autovacuum_naptime: '5s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    // A client that vanished with its machine must not hold locks for ever.
    tcp_keepalives_idle: 60,
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The kernel takes no longer name for a socket, in bytes. */
const LONGEST_SOCKET = 100;

/** Where PostgreSQL listens beside its port; empty where the system has no such sockets or the folder's name is too long. */
function socketFolder(data: string): string {
  const fits = Buffer.byteLength(`${data}/.s.PGSQL.65535`) <= LONGEST_SOCKET && !/[,'\\]/.test(data);
  return process.platform !== 'win32' && fits ? data : '';
}

/** For processes on this machine: the same database through a local socket, which costs both sides a third less than TCP. */
function localUrl(url: string, folder: string): string {
  return folder === '' ? url : url.replace('@127.0.0.1:', `@${encodeURIComponent(folder)}:`);
}

/** A socket that a killed server left behind, and its lock: the name in it may be another process's by now. */
function clearStaleSocket({ data, port }: HostOptions): void {
  for (const name of [`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`]) rmSync(path.join(data, name), { force: true });
}

function bestLocale(): string {
  const listed = spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? '';
  const available = new Set(listed.split('\n').map((line) => line.trim()));
  return ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8'].find((name) => available.has(name)) ?? 'C';
}

/** Makes the cluster once. A cluster whose making was interrupted is thrown away: it never held data. */
async function makeCluster(binaries: PostgresBinaries, account: Account, options: HostOptions, cluster: string) {
  const complete = path.join(cluster, 'reglament.complete');
  if (existsSync(complete)) return;
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  if (account.uid !== undefined) chownSync(cluster, account.uid, account.gid ?? account.uid);
  const passwordFile = path.join(options.data, `password-${randomBytes(6).toString('hex')}`);
  writeFileSync(passwordFile, `${options.secret}\n`, { mode: 0o600 });
  if (account.uid !== undefined) chownSync(passwordFile, account.uid, account.gid ?? account.uid);
  const flags = ['-D', cluster, '-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const locale = bestLocale();
  flags.push('--encoding=UTF8', `--locale=${locale}`, ...(options.durable ? [] : ['--no-sync']));
  try {
    await runToEnd(account, binaries.initdb, flags);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(complete, '');
}

async function runToEnd(account: Account, command: string, args: string[]): Promise<void> {
  const asAccount = account.setpriv.length > 0 ? ['setpriv', ...account.setpriv, command] : [command];
  const [file = command, ...before] = asAccount;
  const child = spawn(file, [...before, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_MESSAGES: 'C' },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  const sentence = await whenEnded(path.basename(command), child);
  if (child.exitCode !== 0) throw new Error(`${sentence}: ${said.trim()}`);
}

/** PostgreSQL refuses to start when postmaster.pid names a live process, even one that only inherited the number. */
function clearStaleLock(cluster: string, options: HostOptions): void {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (Number.isFinite(pid) && isAlive(pid) && commandOf(pid).includes(cluster)) return;
  rmSync(file, { force: true });
  clearStaleSocket(options);
}

function connect(port: number, secret: string, database: string): pg.Client {
  const client = new pg.Client({ host: '127.0.0.1', port, user: OWNER, password: secret, database });
  client.on('error', () => undefined);
  return client;
}

/** True when the server answers; false while it starts or recovers. */
async function answers(port: number, secret: string): Promise<boolean> {
  const client = connect(port, secret, 'postgres');
  try {
    await client.connect();
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    // 57P03: starting up or recovering. Anything else but a refused connection is a fault to show.
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03') return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function launch(binaries: PostgresBinaries, account: Account, options: HostOptions, cluster: string): ChildProcess {
  const flags = ['-D', cluster, ...settings(options.port, options.durable, socketFolder(options.data))];
  const env = { ...process.env, LC_MESSAGES: 'C' };
  return spawnEngine(binaries.postgres, flags, { stdio: ['ignore', 'ignore', 'inherit'], env }, account.setpriv);
}

await runHost('postgres', async (options): Promise<StartedEngine> => {
  const binaries = await findBinaries();
  const account = chooseAccount([options.data, path.dirname(binaries.postgres)]);
  if (account.uid !== undefined) chownSync(options.data, account.uid, account.gid ?? account.uid);
  const cluster = path.join(options.data, 'cluster');
  await makeCluster(binaries, account, options, cluster);
  accessSync(cluster);

  const deadline = performance.now() + START_WITHIN_MS;
  for (;;) {
    clearStaleLock(cluster, options);
    const child = launch(binaries, account, options, cluster);
    const ended = whenEnded('PostgreSQL', child);
    if (child.pid !== undefined) rememberEngine(options.data, child.pid, cluster);
    let isUp = false;
    while (!isUp && child.exitCode === null && child.signalCode === null && performance.now() < deadline) {
      isUp = await answers(options.port, options.secret);
      if (!isUp) await Promise.race([pause(25), ended]);
    }
    if (isUp) {
      const url = `postgres://${OWNER}:${options.secret}@127.0.0.1:${options.port}/${DATABASE}`;
      // SIGINT is PostgreSQL's fast shutdown: transactions are rolled back, a checkpoint is written.
      const stop = () => endChild(child, 'SIGINT', 15_000);
      const urls = { localUrl: localUrl(url, socketFolder(options.data)) };
      return child.pid === undefined ? { url, urls, ended, stop } : { url, urls, enginePid: child.pid, ended, stop };
    }
    await endChild(child, 'SIGINT', 5_000);
    // After a kill, the old backends need a moment to notice and let go of the shared memory: try again until then.
    if (performance.now() > deadline - START_WITHIN_MS + 20_000) throw new Error(`did not start: ${await ended}`);
    await pause(200);
  }
});
