// npm run bench -- statistics [--events 100000000] [--tenants 100] [--rounds 5] [--rows 2000000] [--keep DIR]
// Every statistic of one hotline, for a month and for a year, in an archive of generated events; the pages as a whole; and
// the same questions in plain SQL on PostgreSQL, at --rows events in both.
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Instant } from '@reglament/domain/time';
import { startEngines } from '@reglament/engines';
import { migrateClickHouse, openClickHouse } from '@reglament/platform/clickhouse';
import { RegulationBook } from '@reglament/platform/regulations';
import { Archive, clickHouseMigrations, renewTenant } from '@reglament/reporting/archive';
import { generate, groundOf, type Load, shares } from './archive-load/generate.ts';
import { count, measurePages, measureStatistics, say, settle } from './archive-load/measure.ts';
import { comparePostgres } from './archive-load/postgres.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000000' },
    tenants: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '5' },
    rows: { type: 'string', default: '2000000' },
    /** Where the archive lies and stays, to be measured again without generating. */
    keep: { type: 'string' },
  },
});
const root = path.join(import.meta.dirname, '../..');
/** On the disk, columns compressed, merges under way included. */
const BYTES_EACH = 260;
const UNTIL = new Date('2026-11-25T00:00:00Z');
const DAYS = 1096;
const NOW = UNTIL.getTime() as Instant;

const [regulation] = RegulationBook.load(path.join(root, 'regulations')).all();
if (regulation === undefined) throw new Error('There is no regulation to name things by');
const ground = groundOf(regulation);
const data = values.keep ?? mkdtempSync(path.join(tmpdir(), 'reglament-bench-'));
const rounds = Number(values.rounds);

function loadOf(asked: number): Load {
  const { bavail, bsize } = statfsSync(existsSync(data) ? data : tmpdir());
  const most = Math.floor((bavail * bsize * 0.8) / BYTES_EACH);
  if (asked > most) say(`The disk has room for ${count(most)} events, not for ${count(asked)}: fewer are made.`);
  return { events: Math.min(asked, most), tenants: Number(values.tenants), until: UNTIL, days: DAYS };
}

const engines = await startEngines({ data, only: ['clickhouse', 'postgres'] });
const url = engines.urls.clickhouse ?? '';
const open = (database: string) => openClickHouse({ url, database, application: 'bench', timeoutMs: 3_600_000 });
try {
  const load = loadOf(Number(values.events));
  const house = open('reglament');
  await migrateClickHouse(house, clickHouseMigrations);
  const all = shares(load);
  const has = await house.client.query({
    query: 'SELECT count() AS n FROM reglament.request_current',
    format: 'JSONEachRow',
  });
  if (Number((await has.json<{ n: number }>())[0]?.n) === 0) {
    const began = performance.now();
    for (const [index, share] of all.entries()) {
      await generate(house, share, load, ground);
      await renewTenant(house, share.tenant);
      if (index % 10 === 0)
        say(`  ${index + 1} of ${all.length} hotlines after ${count((performance.now() - began) / 1000)} s`);
    }
    await settle(house);
    say(`generated in ${count((performance.now() - began) / 1000)} s`);
  }
  const archive = new Archive(house);
  const middle = all[Math.floor(all.length / 2)] ?? all[0];
  for (const share of new Set([all[0], middle])) {
    if (share === undefined) continue;
    const one = { ...regulation, tenant: share.tenant };
    await measureStatistics({ house, archive, regulation: one, now: NOW, rounds });
    await measurePages({ house, archive, regulation: one, now: NOW, rounds });
  }
  await house.client.close();
  const small = open('compared');
  await migrateClickHouse(small, clickHouseMigrations);
  await comparePostgres({
    house: small,
    postgres: engines.urls.postgres ?? '',
    rows: Number(values.rows),
    data,
    ground,
    regulation,
    now: NOW,
    rounds,
  });
  await small.client.close();
} finally {
  await engines.stop();
  if (values.keep === undefined) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}
