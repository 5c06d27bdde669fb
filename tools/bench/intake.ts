// Requests accepted per second, each answered only after a durable commit, beside one transaction per request on the same
// PostgreSQL in the same run, and what each of our processes spends on one until every queue is empty.
// npm run bench -- intake [--tenant ovk] [--seconds 10] [--clients 32] [--rounds 3]
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { type Platform, startPlatform } from '../platform.ts';
import { aFiling } from './filing.ts';
import { cpuOf, spentEach } from './processes.ts';
import { Queues } from './queues.ts';

const run = promisify(execFile);
const { values } = parseArgs({
  options: {
    tenant: { type: 'string', default: 'ovk' },
    seconds: { type: 'string', default: '10' },
    clients: { type: 'string', default: '32' },
    rounds: { type: 'string', default: '3' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly statuses: Readonly<Record<string, number>>;
}

const data = mkdtempSync(join(tmpdir(), 'reglament-bench-'));
say('Starting a platform of its own …');
const platform = await startPlatform({ data, env: { RATE_LIMITS: 'off', LOG_LEVEL: 'warn' } });
const queues = new Queues(platform.engines);
try {
  await bench(platform);
} finally {
  await queues.close();
  await platform.stop();
  rmSync(data, { recursive: true, force: true });
}

async function bench({ url, services, engines }: Platform): Promise<void> {
  const [intake = ''] = services.intake ?? [];
  const body = await aFiling(`${intake}/hotlines`, values.tenant);
  const path = `/hotlines/${values.tenant}/requests`;
  await post(`${intake}${path}`, body, '2');
  await queues.untilEmpty();
  const tickets = await ticketTable(engines.postgres ?? '');
  const ratios = { straight: [] as number[], gateway: [] as number[] };
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const pgbench = await tickets();
    say(`round ${round}: a transaction each ${pgbench.toFixed(0)}/s`);
    ratios.straight.push((await measured('straight to intake', `${intake}${path}`, body, pgbench)) / pgbench);
    ratios.gateway.push((await measured('through the gateway', `${url}/api/intake${path}`, body, pgbench)) / pgbench);
  }
  for (const [way, list] of Object.entries(ratios))
    say(`${way}: median ratio to one transaction per request ${median(list).toFixed(2)} (goal 1.5)`);
}

/** Files for a while, and then waits until nothing waits any more. @returns requests accepted per second */
async function measured(way: string, url: string, body: string, pgbench: number): Promise<number> {
  const before = cpuOf(platform.pids);
  const { perSecond, p50, p99, statuses } = await post(url, body, values.seconds);
  const emptied = await queues.untilEmpty();
  const { total, text } = spentEach(before, cpuOf(platform.pids), statuses['201'] ?? 0);
  say(
    `  ${way}: ${perSecond.toFixed(0)}/s (p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms), ratio ${(perSecond / pgbench).toFixed(2)}, ` +
      `statuses ${JSON.stringify(statuses)}; every queue empty ${(emptied / 1000).toFixed(1)} s later`,
  );
  say(`    ${total.toFixed(2)} ms CPU a request: ${text}`);
  return perSecond;
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
}

async function post(url: string, body: string, seconds: string): Promise<Measured> {
  const { stdout } = await run(process.execPath, [
    join(import.meta.dirname, 'http-load.ts'),
    url,
    body,
    values.clients,
    seconds,
  ]);
  return JSON.parse(stdout) as Measured;
}

/** The yardstick: a ticket row of about 1 KB and an outbox row, one transaction each, by pgbench. @throws Error where it is missing */
async function ticketTable(postgres: string): Promise<() => Promise<number>> {
  const client = new pg.Client({ connectionString: postgres });
  await client.connect();
  await client.query(`CREATE SCHEMA bench;
    CREATE TABLE bench.tickets (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant text, body text, at timestamptz DEFAULT now());
    CREATE TABLE bench.outbox (id bigserial PRIMARY KEY, ticket uuid, payload text)`);
  await client.end();
  const script = join(data, 'ticket.sql');
  const insert = `BEGIN;
INSERT INTO bench.tickets (tenant, body) VALUES ('t', repeat('x', 1000));
INSERT INTO bench.outbox (ticket, payload) VALUES (gen_random_uuid(), repeat('x', 300));
COMMIT;
`;
  writeFileSync(script, insert);
  const pgbench = findPgbench();
  if (!pgbench) throw new Error('pgbench is needed as the yardstick: install the postgresql package of your system');
  return async () => {
    const args = [
      '-n',
      '-f',
      script,
      '-c',
      values.clients,
      '-j',
      '2',
      '-T',
      values.seconds,
      '-M',
      'prepared',
      postgres,
    ];
    const { stdout } = await run(pgbench, args);
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  };
}

function findPgbench(): string | null {
  if (spawnSync('pgbench', ['--version'], { stdio: 'ignore' }).status === 0) return 'pgbench';
  const root = '/usr/lib/postgresql';
  const found = existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin/pgbench')) : [];
  return found.find((file) => existsSync(file)) ?? null;
}
