/** `npm run ledger`: proves that accepted = published = consumed = archived, per tenant and event type, and names what is missing. */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runningEngines } from '../running.ts';
import { compare, type Findings } from './compare.ts';
import { type Engines, readBooks } from './read.ts';
import { repair } from './repair.ts';
import { asJson, asText } from './report.ts';

const help = `npm run ledger -- [options]
  --data DIR              the folder of a running platform (.reglament)
  --database-url URL      PostgreSQL as its owner, instead of the one in DIR; also DATABASE_URL
  --nats-url URL          also NATS_URL
  --clickhouse-url URL    also CLICKHOUSE_URL
  --wait SECONDS          look again until it is whole, at most so long: for events under way (5)
  --repair                bring on their way again what is missing, then look again (wait then 30)
  --json                  one line for programs
Ends with 0 when it is whole, 1 when it is not, 2 when it could not be read.`;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.reglament' },
    'database-url': { type: 'string' },
    'nats-url': { type: 'string' },
    'clickhouse-url': { type: 'string' },
    wait: { type: 'string' },
    repair: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function engines(): Engines {
  const { env } = process;
  const given = {
    postgres: values['database-url'] ?? env.DATABASE_URL,
    nats: values['nats-url'] ?? env.NATS_URL,
    clickhouse: values['clickhouse-url'] ?? env.CLICKHOUSE_URL,
  };
  const running = given.postgres && given.nats && given.clickhouse ? {} : runningEngines(values.data);
  const { postgres, nats, clickhouse } = {
    ...running,
    ...Object.fromEntries(Object.entries(given).filter(([, url]) => url)),
  } as Partial<Engines>;
  if (!postgres || !nats || !clickhouse)
    throw new Error('PostgreSQL, NATS and ClickHouse are needed: start the platform, or give their URLs');
  return { postgres, nats, clickhouse };
}

async function look(at: Engines): Promise<Findings> {
  const all = (await readBooks(at)).map(compare);
  const lines = all
    .flatMap((findings) => findings.lines)
    .sort((a, b) => a.tenant.localeCompare(b.tenant) || a.type.localeCompare(b.type));
  return { lines, problems: all.flatMap((findings) => findings.problems) };
}

async function lookUntilWhole(at: Engines, seconds: number): Promise<Findings> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const findings = await look(at);
    if (findings.problems.length === 0 || performance.now() >= deadline) return findings;
    await pause(500);
  }
}

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const at = engines();
  let findings = await lookUntilWhole(at, Number(values.wait ?? 5));
  if (values.repair && findings.problems.length > 0) {
    for (const sentence of await repair(at, findings.problems)) process.stderr.write(`${sentence}\n`);
    findings = await lookUntilWhole(at, Number(values.wait ?? 30));
  }
  process.stdout.write(values.json ? `${asJson(findings)}\n` : asText(findings));
  return findings.problems.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`The ledger could not be read: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
