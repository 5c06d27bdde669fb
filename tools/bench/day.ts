// The whole day of a request: file, assign, first answer, resolve, through our own door and at several numbers of clients. Processor time is that of
// all our processes, engines included, until every queue is empty; the clients' own is not counted.
// npm run bench -- day [--tenant ovk] [--seconds 8 | --days 500] [--clients 1,8,32] [--email] [--statements]
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { signIn } from '../checks/edge/actors.ts';
import { type Platform, startPlatform } from '../platform.ts';
import type { Lived, Orders } from './day-load.ts';
import { aFiling } from './filing.ts';
import { cpuOf, memoryOf, spentEach } from './processes.ts';
import { Queues } from './queues.ts';
import { countStatements } from './statements.ts';

const run = promisify(execFile);
const { values } = parseArgs({
  options: {
    tenant: { type: 'string', default: 'ovk' },
    seconds: { type: 'string', default: '8' },
    days: { type: 'string' },
    clients: { type: 'string', default: '1,8,32' },
    email: { type: 'boolean', default: false },
    statements: { type: 'boolean', default: false },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

const data = mkdtempSync(join(tmpdir(), 'reglament-bench-'));
say('Starting a platform of its own …');
const starting = performance.now();
const platform = await startPlatform({ data, env: { RATE_LIMITS: 'off', LOG_LEVEL: 'warn' } });
say(`ready in ${((performance.now() - starting) / 1000).toFixed(1)} s`);
const queues = new Queues(platform.engines);
try {
  await bench(platform);
} finally {
  await queues.close();
  await platform.stop();
  rmSync(data, { recursive: true, force: true });
}

async function bench({ pids, engines }: Platform): Promise<void> {
  const orders = await ordersFor(platform);
  // The first days are the compiler's.
  await live({ ...orders, clients: 8, seconds: 3 });
  await queues.untilEmpty();
  const idle = cpuOf(platform.pids);
  await pause(5_000);
  const { total, text } = spentEach(idle, cpuOf(platform.pids), 5);
  say(`nothing to do: ${total.toFixed(1)} ms CPU a second (${text})`);
  let most = 0;
  for (const clients of values.clients.split(',').map(Number)) {
    const lived = await measured(`${clients} client${clients === 1 ? '' : 's'}`, { ...orders, clients });
    most = Math.max(most, lived.perSecond);
  }
  await measured('half the maximum', { ...orders, rate: most / 2 });
  say(`memory of the services: ${memory(pids).toFixed(0)} MiB`);
  if (values.statements) {
    const counted = await countStatements(platform, engines.postgres ?? '', async () => {
      const { days } = await live({ ...orders, clients: 8 });
      await queues.untilEmpty();
      return days;
    });
    for (const line of counted) say(line);
  }
}

/** Lives days, waits until nothing waits any more, and says what that took. */
async function measured(name: string, orders: Orders): Promise<Lived> {
  const before = cpuOf(platform.pids);
  const lived = await live(orders);
  const emptied = await queues.untilEmpty();
  const { total, text } = spentEach(before, cpuOf(platform.pids), lived.days);
  const latency = Object.keys(lived.p50).map(
    (step) => `${step} ${lived.p50[step]?.toFixed(0)}/${lived.p99[step]?.toFixed(0)}`,
  );
  say(`${name}: ${lived.perSecond.toFixed(1)} days/s, ${total.toFixed(2)} ms CPU a day (${text})`);
  say(`  p50/p99 ms: ${latency.join(', ')}; every queue empty ${(emptied / 1000).toFixed(1)} s later`);
  if (Object.keys(lived.failures).length > 0) say(`  failures: ${JSON.stringify(lived.failures)}`);
  return lived;
}

async function live(orders: Orders): Promise<Lived> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'day-load.ts'), JSON.stringify(orders)]);
  return JSON.parse(stdout) as Lived;
}

async function ordersFor({ url, services, logins }: Platform): Promise<Orders> {
  const { tenant } = values;
  const staff = logins.filter((login) => login.tenant === tenant);
  const [moderator, agent] = await Promise.all(
    ['moderator', 'agent'].map((role) => {
      const login = staff.find(({ roles }) => roles.includes(role));
      if (login === undefined) throw new Error(`${tenant} has no ${role}`);
      return signIn(url, login);
    }),
  );
  if (moderator === undefined || agent === undefined) throw new Error('nobody is signed in');
  const me = (await (await fetch(`${url}/api/gateway/session`, { headers: agent.headers })).json()) as {
    staffId: string;
  };
  const body = await aFiling(`${services.intake?.[0]}/hotlines`, tenant, values.email);
  return {
    filing: `${url}/api/intake/hotlines/${tenant}/requests`,
    routing: `${url}/api/routing`,
    body,
    moderator: moderator.headers,
    agent: agent.headers,
    agentId: me.staffId,
    clients: 1,
    seconds: Number(values.seconds),
    ...(values.days === undefined ? {} : { days: Number(values.days) }),
  };
}

/** MiB, engines left out. */
function memory(pids: Readonly<Record<string, number>>): number {
  const services = Object.entries(pids).filter(([name]) => /-\d+$/.test(name));
  return services.reduce((sum, [, pid]) => sum + memoryOf(pid), 0);
}
