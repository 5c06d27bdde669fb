/** `npm run rebuild`: makes the archive anew from the services' outboxes, compares it with the old one, and puts it in its place. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Instant } from '@reglament/domain/time';
import { openClickHouse } from '@reglament/platform/clickhouse';
import { RegulationBook } from '@reglament/platform/regulations';
import pg from 'pg';
import { schemasWithOutbox } from '../outboxes.ts';
import { runningEngines } from '../running.ts';
import { Outbox } from './outboxes.ts';
import { Rebuild } from './rebuild.ts';
import { asText, teller } from './report.ts';

const help = `npm run rebuild -- [options]
  --data DIR              the folder of a running platform (.reglament)
  --database-url URL      PostgreSQL as its owner, instead of the one in DIR; also DATABASE_URL
  --clickhouse-url URL    also CLICKHOUSE_URL
  --database NAME         the archive's database (reglament)
  --regulations DIR       the regulations (those of the checkout)
  --at-once N             events read and written at once (20000)
  --compare               stop before the new archive takes the old one's place
  --accept                take its place although events would be gone or the same events give other figures
  --forget                throw away what an interrupted rebuild has made, and end
Goes on where it was interrupted. The archive stays readable, and as it was until the last step.
Ends with 0 when it is done, 1 when a person has to look first, 2 when it could not work.`;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.reglament' },
    'database-url': { type: 'string' },
    'clickhouse-url': { type: 'string' },
    database: { type: 'string', default: 'reglament' },
    regulations: { type: 'string', default: path.resolve(import.meta.dirname, '../../regulations') },
    'at-once': { type: 'string' },
    compare: { type: 'boolean', default: false },
    accept: { type: 'boolean', default: false },
    forget: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function urlOf(option: 'database-url' | 'clickhouse-url', variable: string, engine: 'postgres' | 'clickhouse'): string {
  const given = values[option] ?? process.env[variable];
  return given || (runningEngines(values.data)[engine] ?? '');
}

async function main(): Promise<number> {
  const postgres = urlOf('database-url', 'DATABASE_URL', 'postgres');
  const url = urlOf('clickhouse-url', 'CLICKHOUSE_URL', 'clickhouse');
  const client = new pg.Client({ connectionString: postgres, application_name: 'reglament-rebuild' });
  await client.connect();
  const house = openClickHouse({ url, database: values.database, application: 'rebuild', timeoutMs: 3_600_000 });
  try {
    // One at a time; the lock goes with the connection.
    const { rows } = await client.query("SELECT pg_try_advisory_lock(hashtext('reglament rebuild')) AS mine");
    if (rows[0]?.mine !== true) throw new Error('Another rebuild is at work.');
    const outboxes = (await schemasWithOutbox(client)).map((source) => new Outbox(client, source));
    const rebuild = new Rebuild({
      house,
      outboxes,
      regulations: RegulationBook.load(values.regulations).all(),
      now: Date.now() as Instant,
      ...(values['at-once'] === undefined ? {} : { atOnce: Number(values['at-once']) }),
      accept: values.accept,
      compareOnly: values.compare,
      tell: teller((line) => process.stderr.write(`${line}\n`)),
    });
    if (values.forget) {
      await rebuild.forget();
      process.stdout.write('What an interrupted rebuild had made is gone.\n');
      return 0;
    }
    const outcome = await rebuild.run();
    process.stdout.write(asText(outcome));
    return outcome.kind === 'refused' ? 1 : 0;
  } finally {
    await house.client.close();
    await client.end();
  }
}

if (values.help) process.stdout.write(`${help}\n`);
else {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(
      `The archive could not be rebuilt: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 2;
  }
}
