// npm run recount: puts a help desk's whole log into an archive of its own, by the archiver's own row code,
// and compares the statistics of every day, week and month in three time zones with a plain count of the same log.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEngines } from '@reglament/engines';
import { migrateClickHouse, openClickHouse } from '@reglament/platform/clickhouse';
import { headersOf } from '@reglament/platform/jetstream';
import { RegulationBook } from '@reglament/platform/regulations';
import { renewTenant } from '../../apps/reporting/archive/renew.ts';
import { rowOf } from '../../apps/reporting/archive/row.ts';
import { Archive } from '../../apps/reporting/statistics/archive.ts';
import { clickHouseMigrations } from '../../apps/reporting/store/clickhouse/index.ts';
import { readLog } from '../replay/log-file.ts';
import { compareZone } from './compare.ts';
import { casesOf, eventsOfCase } from './events.ts';

const TENANT = 'ovk';
/** Kyiv and the others keep daylight saving or not; Almaty changed its offset in March 2024. */
const ZONES = ['Europe/Moscow', 'Asia/Almaty', 'Europe/Kyiv'];
const say = (line: string) => process.stdout.write(`${line}\n`);
const usage = `npm run recount -- LOG.csv[.gz] [options] [ZONE …]
  --each-day  every surface for each single day too (hours); without it days are compared by the queries
  --help
Zones: ${ZONES.join(', ')} unless named. Ends with 0 when every figure is the count's, 1 when one differs.`;

function given(): { file: string; eachDay: boolean; zones: string[] } {
  const options = {
    'each-day': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help) {
      say(usage);
      process.exit(0);
    }
    const [file, ...zones] = positionals;
    if (file === undefined) throw new Error('Which log?');
    if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
    return { file, eachDay: values['each-day'], zones: zones.length > 0 ? zones : ZONES };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exit(2);
  }
}

const { file, eachDay, zones } = given();
/** The log of 2010–2014 is told as if it were eleven years later (whole weeks), so that 2024 lies within it. */
const SHIFT = 574 * 7 * 86_400_000;
const BATCH = 10_000;

const data = mkdtempSync(path.join(tmpdir(), 'reglament-recount-'));
const engines = await startEngines({ data, only: ['clickhouse'] });
let differences = 0;
try {
  const url = engines.urls.clickhouse ?? '';
  // It may run beside other work for hours: nothing waits for it.
  const house = openClickHouse({ url, database: 'reglament', application: 'recount', timeoutMs: 600_000 });
  await migrateClickHouse(house, clickHouseMigrations);
  const cases = casesOf(readLog(file), SHIFT);
  const events = cases.flatMap((one) => eventsOfCase(one, TENANT));
  const rows = events.map(({ payload, ...envelope }, index) =>
    rowOf({
      stream: 'recount',
      sequence: index + 1,
      subject: `evt.${envelope.source}.${TENANT}.${envelope.type}`,
      headers: headersOf(envelope),
      data: new TextEncoder().encode(JSON.stringify(payload)),
      storedAt: 0,
    }),
  );
  const faulty = rows.find(({ fault }) => fault !== '');
  if (faulty !== undefined) throw new Error(`${faulty.type}: ${faulty.fault}`);
  const began = performance.now();
  // Every batch twice, as after a crash between insert and acknowledgement.
  for (let from = 0; from < rows.length; from += BATCH / 2) {
    await house.client.insert({
      table: 'reglament.events',
      format: 'JSONEachRow',
      values: rows.slice(from, from + BATCH),
    });
  }
  await renewTenant(house, TENANT);
  say(
    `${cases.length} cases, ${rows.length} events, at least twice: in the archive after ${Math.round(performance.now() - began)} ms`,
  );
  const regulation = RegulationBook.load(path.resolve(import.meta.dirname, '../../regulations')).get(TENANT);
  if (regulation === undefined) throw new Error(`There is no regulation of ${TENANT}`);
  for (const zone of zones) {
    const start = performance.now();
    const result = await compareZone({ house, archive: new Archive(house), regulation, cases, zone }, eachDay);
    differences += result.differences.length;
    for (const line of result.differences.slice(0, 20)) say(`  ${line}`);
    say(
      `${zone}: ${result.days} days, ${result.weeks} weeks, ${result.months} months, ${result.compared} figures compared, ${result.differences.length} differ; ${Math.round((performance.now() - start) / 1000)} s`,
    );
  }
  await house.client.close();
} finally {
  await engines.stop();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(differences === 0 ? 0 : 1);
