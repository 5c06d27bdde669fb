// A day of the calendar is changed while many requests are open and intake goes on: how long until every clock is worked out anew, and what
// people who file meanwhile notice. npm run bench -- reevaluation [--open 100000] [--clients 8] [--seconds 20]
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { type Actor, ask, signIn } from '../checks/edge/actors.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { cpuOf, memoryInWords, spentEach } from './processes.ts';

const { values } = parseArgs({
  options: {
    open: { type: 'string', default: '100000' },
    clients: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '20' },
  },
});
const open = Number(values.open);
const say = (line: string) => process.stdout.write(`${line}\n`);
const count = (n: number) => n.toLocaleString('en');
const run = promisify(execFile);

/** Ten minutes before the evening: half an hour of work ends on the next day, which is then changed. */
const start = '2026-11-25T17:50+03:00';
const days = ['2026-11-26', '2026-11-27'];

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const data = mkdtempSync(join(tmpdir(), 'reglament-bench-'));
say('Starting a platform of its own …');
const env = { RATE_LIMITS: 'off', LOG_LEVEL: 'warn' };
const platform = await startPlatform({ data, env, args: ['--clock', start] });
try {
  await bench(platform);
} finally {
  await platform.stop();
  rmSync(data, { recursive: true, force: true });
}

async function bench({ url, services, engines, logins, pids }: Platform): Promise<void> {
  const login = logins.find((one) => one.roles.includes('manager'));
  if (login === undefined) throw new Error('no hotline has a manager');
  const { tenant } = login;
  const manager = await signIn(url, login);
  const filing = await aBody(`${services.intake?.[0]}/hotlines/${tenant}`);
  const load = (seconds: string) =>
    fileFor(`${services.intake?.[0]}/hotlines/${tenant}/requests`, filing.body, seconds);

  const admin = new pg.Client({ connectionString: engines.postgres });
  await admin.connect();
  await openRequests(admin, tenant, filing.edition, filing.category);
  await admin.end();
  // The first change also makes the clocks; the second finds them there.
  say(`the clocks made: ${await changed(url, manager, days[0] ?? '').then(inSeconds)}`);
  say(`${count(open)} open requests of one tenant, each with its clocks`);
  await load('2');
  const quiet = await load(values.seconds);
  say(`intake, nothing else going on:      ${shown(quiet)}`);

  await quietened(pids);
  const before = cpuOf(pids);
  const working = changed(url, manager, days[1] ?? '');
  const busy = await load(values.seconds);
  const seconds = await working;
  say(`intake, while clocks are moved:     ${shown(busy)}; p99 ${(busy.p99 / quiet.p99).toFixed(1)} times as long`);
  say(`all worked out anew after ${inSeconds(seconds)}`);
  await quietened(pids);
  const { text } = spentEach(before, cpuOf(pids), open);
  say(`processor time until everything is quiet again, ms a request, with intake’s load: ${text}`);
  say(`memory of sla: ${memoryInWords(pids['sla-1'])}`);
}

function inSeconds(seconds: number): string {
  return `${seconds.toFixed(1)} s, ${count(Math.round(open / seconds))} requests a second`;
}

/** Waits until the processes together take less than a tenth of a processor: what was said has arrived everywhere. */
async function quietened(pids: Platform['pids']): Promise<void> {
  const spent = () => Object.values(cpuOf(pids)).reduce((sum, ms) => sum + ms, 0);
  for (let before = spent(), waited = 0; waited < 600_000; waited += 3_000) {
    await pause(3_000);
    const now = spent();
    if (now - before < 300) return;
    before = now;
  }
  throw new Error('the platform was not quiet within ten minutes');
}

/** Changes a day, and waits until no request waits any more. @returns seconds */
async function changed(url: string, manager: Actor, date: string): Promise<number> {
  const from = performance.now();
  const asked = { date, hours: 'closed', reason: 'bench' };
  const { status, text } = await ask(url, manager, 'POST', '/api/gateway/regulation/days', asked);
  if (status !== 201) throw new Error(`the day was not changed: ${status} ${text}`);
  for (let isBegun = false; ; ) {
    await pause(1_000);
    const { body } = await ask(url, manager, 'GET', '/api/sla/reevaluation');
    const { waiting } = body as { waiting: number };
    isBegun ||= waiting > 0;
    if (isBegun && waiting === 0) return (performance.now() - from) / 1000;
    if (performance.now() - from > 900_000)
      throw new Error(`${waiting} requests still wait after a quarter of an hour`);
  }
}

function shown({ perSecond, p50, p99 }: Measured): string {
  return `${perSecond.toFixed(0)} requests/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
}

async function fileFor(url: string, body: string, seconds: string): Promise<Measured> {
  const script = join(import.meta.dirname, 'http-load.ts');
  const { stdout } = await run(process.execPath, [script, url, body, values.clients, seconds]);
  return JSON.parse(stdout) as Measured;
}

/** Requests as the service itself would have them after their submission was heard of, with one clock that knows of nothing yet. */
async function openRequests(admin: pg.Client, tenant: string, edition: string, category: string): Promise<void> {
  await admin.query('CREATE TEMP TABLE fresh AS SELECT gen_random_uuid() AS id FROM generate_series(1, $1::int)', [
    open,
  ]);
  const at = new Date(start).toISOString();
  await admin.query(
    `INSERT INTO sla.requests (tenant, request_id, category, channel, edition, submitted_at)
     SELECT $1, id, $2, 'web', $3, $4::timestamptz FROM fresh`,
    [tenant, category, edition, at],
  );
  for (const kind of ['request.submitted', 'work.queued']) {
    await admin.query(
      `INSERT INTO sla.facts (tenant, request_id, fact_id, kind, at, data)
       SELECT $1, id, gen_random_uuid(), $2, $3::timestamptz, '{}' FROM fresh`,
      [tenant, kind, at],
    );
  }
  await admin.query(
    `INSERT INTO sla.clocks (tenant, request_id, rule, run, clause, state, started_at, warn_at, warned, late, terms)
     SELECT $1, id, 'bench', 1, '', 'paused', $2::timestamptz, '[]', 0, false, '' FROM fresh`,
    [tenant, at],
  );
  await admin.query('VACUUM ANALYZE sla.requests, sla.facts, sla.clocks');
}

/** A body that the hotline admits. */
async function aBody(url: string): Promise<{ body: string; edition: string; category: string }> {
  const hotline = (await (await fetch(url)).json()) as {
    edition: { id: string };
    entryPoints: { id: string; channel: string }[];
    categories: { id: string; outOfScope: unknown; fields: { id: string; choices: { id: string }[] }[] }[];
    languages: string[];
  };
  const category = hotline.categories.find((one) => one.outOfScope === null);
  const body = JSON.stringify({
    entryPoint: hotline.entryPoints.find((one) => one.channel === 'web')?.id,
    category: category?.id,
    language: hotline.languages[0],
    requester: { name: 'Bench', phone: '+79161234567' },
    text: 'x'.repeat(600),
    fields: Object.fromEntries(category?.fields.map(({ id, choices }) => [id, choices[0]?.id ?? 'x']) ?? []),
  });
  return { body, edition: hotline.edition.id, category: category?.id ?? '' };
}
