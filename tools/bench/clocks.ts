// A million open clocks in PostgreSQL, bursts of them expiring within one second: how late is each announced, what does it cost.
// npm run bench -- clocks [--open 1000000] [--burst 1000] [--bursts 3] [--instances 1]
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startEngines } from '@reglament/engines';
import { migrateService } from '@reglament/platform/postgres';
import { migrations } from '@reglament/sla/migrations';
import pg from 'pg';
import { memoryInWords } from './processes.ts';

const { values } = parseArgs({
  options: {
    open: { type: 'string', default: '1000000' },
    burst: { type: 'string', default: '1000' },
    bursts: { type: 'string', default: '3' },
    instances: { type: 'string', default: '1' },
  },
});
const [open, burst, bursts, instances] = [values.open, values.burst, values.bursts, values.instances].map(Number) as [
  number,
  number,
  number,
  number,
];
const root = join(import.meta.dirname, '../..');
const say = (line: string) => process.stdout.write(`${line}\n`);
const count = (n: number) => n.toLocaleString('en');

const data = mkdtempSync(join(tmpdir(), 'reglament-bench-'));
const engines = await startEngines({ data, only: ['postgres', 'nats'] });
const services: ChildProcess[] = [];
try {
  await bench(engines.urls.postgres ?? '', engines.urls.nats ?? '');
} finally {
  for (const service of services) service.kill('SIGTERM');
  await Promise.all(services.map((service) => service.exitCode ?? new Promise((done) => service.once('exit', done))));
  await engines.stop();
  rmSync(data, { recursive: true, force: true });
}

async function bench(adminUrl: string, natsUrl: string): Promise<void> {
  const password = 'bench';
  await migrateService({
    adminUrl,
    service: 'sla',
    schema: 'sla',
    migrations,
    appPassword: password,
    systemPassword: password,
  });
  const admin = new pg.Client({ connectionString: adminUrl });
  admin.on('error', () => undefined);
  await admin.connect();
  const seeding = performance.now();
  // Due from an hour on, for thirty days: they are there and do not expire while we look.
  await insertClocks(admin, open, "now() + interval '1 hour' + (n * interval '2.592 seconds')");
  await admin.query('VACUUM ANALYZE sla.clocks');
  say(`${count(open)} open clocks written in ${((performance.now() - seeding) / 1000).toFixed(1)} s`);
  const roleUrl = (role: string) => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = password;
    return url.href;
  };
  for (let instance = 1; instance <= instances; instance += 1) {
    const port = 18_600 + instance;
    services.push(
      startService(instance, port, {
        DATABASE_URL: roleUrl('reglament_sla'),
        SYSTEM_DATABASE_URL: roleUrl('reglament_sla_system'),
        NATS_URL: natsUrl,
      }),
    );
    await untilReady(port);
  }
  say(`${instances} instance(s) of the service ready`);
  for (let round = 1; round <= bursts; round += 1) await oneBurst(admin, round);
  for (const service of services) say(`memory of the service: ${memoryInWords(service.pid)}`);
  await admin.end();
}

async function oneBurst(admin: pg.Client, round: number): Promise<void> {
  const before = await announced(admin);
  // Four seconds ahead, all within one second.
  await insertClocks(admin, burst, `now() + interval '4 seconds' + (n * interval '1 second' / ${burst})`);
  for (let waited = 0; (await announced(admin)) < before + burst; waited += 100) {
    if (waited > 60_000) throw new Error('not all of the burst was announced within a minute');
    await pause(100);
  }
  await pause(1_000);
  const lags = await admin.query<{ said: number[]; published: number[]; late: number }>(`
    SELECT percentile_cont(ARRAY[0.5, 0.99, 1]) WITHIN GROUP (ORDER BY extract(epoch FROM recorded_at - occurred_at) * 1000) AS said,
           percentile_cont(ARRAY[0.5, 0.99, 1]) WITHIN GROUP (ORDER BY extract(epoch FROM published_at - occurred_at) * 1000) AS published,
           count(*) FILTER (WHERE (payload->>'late')::boolean)::int AS late
      FROM (SELECT * FROM sla.outbox WHERE type = 'clock.expired.v1' ORDER BY id DESC LIMIT ${burst}) AS latest`);
  const [row] = lags.rows;
  const shown = (millis: number[] = []) => millis.map((n) => `${Math.round(n)} ms`).join(', ');
  say(`burst ${round}: ${count(burst)} clocks expired within one second`);
  say(`  announced after their time, median, 99th percentile, latest: ${shown(row?.said)}; marked late: ${row?.late}`);
  say(`  on the bus after their time:                                 ${shown(row?.published)}`);
}

async function announced(admin: pg.Client): Promise<number> {
  const found = await admin.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM sla.outbox WHERE type = 'clock.expired.v1'",
  );
  return found.rows[0]?.n ?? 0;
}

/** Of a tenant without a regulation, so that the service leaves them as they are. */
async function insertClocks(admin: pg.Client, howMany: number, due: string): Promise<void> {
  await admin.query(`
    INSERT INTO sla.clocks (tenant, request_id, rule, run, clause, state, started_at, due_at, warn_at, warned, late, next_at)
    SELECT 'bench', gen_random_uuid(), 'answer', 1, '2.7', 'running', now(), due, '[]', 0, false, due
      FROM (SELECT ${due} AS due FROM generate_series(1, ${howMany}) AS n) AS clocks`);
}

function startService(instance: number, port: number, urls: Record<string, string>): ChildProcess {
  const env = {
    ...process.env,
    ...urls,
    PORT: String(port),
    INSTANCE: String(instance),
    LOG_LEVEL: 'warn',
    GATEWAY_URL: 'http://127.0.0.1:1',
    REGULATIONS_DIR: join(root, 'regulations'),
  };
  return spawn(process.execPath, [join(root, 'apps/sla/dist/main.js')], { env, stdio: ['pipe', 'inherit', 'inherit'] });
}

async function untilReady(port: number): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error('the service was not ready within 30 seconds');
}
