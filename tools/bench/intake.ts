// Requests accepted per second, each answered only after a durable commit, beside one transaction per request on the same
// PostgreSQL in the same run. npm run bench -- intake [--seconds 10] [--clients 32] [--rounds 3]
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { startPlatform } from '../platform.ts';

const run = promisify(execFile);
const { values } = parseArgs({
  options: {
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
try {
  await bench(platform.url, platform.services.intake?.[0] ?? '', platform.engines.postgres ?? '');
} finally {
  await platform.stop();
  rmSync(data, { recursive: true, force: true });
}

async function bench(gateway: string, intake: string, postgres: string): Promise<void> {
  const body = await aBody(`${intake}/hotlines`);
  const path = `/hotlines/${body.tenant}/requests`;
  await post(`${intake}${path}`, body.text, '2');
  const tickets = await ticketTable(postgres);
  const direct: number[] = [];
  const plain: number[] = [];
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const ours = await post(`${intake}${path}`, body.text, values.seconds);
    const through = await post(`${gateway}/api/intake${path}`, body.text, values.seconds);
    const pgbench = await tickets();
    direct.push(ours.perSecond);
    plain.push(pgbench);
    say(
      `round ${round}: intake ${ours.perSecond.toFixed(0)}/s (p50 ${ours.p50.toFixed(1)} ms, p99 ${ours.p99.toFixed(1)} ms), ` +
        `through the gateway ${through.perSecond.toFixed(0)}/s, a transaction each ${pgbench.toFixed(0)}/s, ` +
        `ratio ${(ours.perSecond / pgbench).toFixed(2)}; statuses ${JSON.stringify(ours.statuses)}`,
    );
  }
  say(`median ratio intake / one transaction per request: ${(median(direct) / median(plain)).toFixed(2)} (goal 1.5)`);
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

/** A body the first hotline admits. */
async function aBody(url: string): Promise<{ tenant: string; text: string }> {
  const { items } = (await (await fetch(url)).json()) as { items: { tenant: string }[] };
  const tenant = items.at(-1)?.tenant ?? '';
  const hotline = (await (await fetch(`${url}/${tenant}`)).json()) as {
    entryPoints: { id: string; channel: string }[];
    categories: { id: string; outOfScope: unknown; fields: { id: string; choices: { id: string }[] }[] }[];
    languages: string[];
  };
  const category = hotline.categories.find((c) => c.outOfScope === null);
  return {
    tenant,
    text: JSON.stringify({
      entryPoint: hotline.entryPoints.find((e) => e.channel === 'web')?.id,
      category: category?.id,
      language: hotline.languages[0],
      requester: { name: 'Bench', phone: '+79161234567' },
      text: 'x'.repeat(600),
      fields: Object.fromEntries(category?.fields.map((f) => [f.id, f.choices[0]?.id ?? 'x']) ?? []),
    }),
  };
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
