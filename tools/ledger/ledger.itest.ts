import { execFile } from 'node:child_process';
import path from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { openClickHouse } from '@reglament/platform/clickhouse';
import { testClickhouse } from '@reglament/testing/clickhouse';
import { type OwnEngine } from '@reglament/testing/engines';
import { eventually } from '@reglament/testing/eventually';
import { type House, numbered, testHouse } from '../../libs/platform/jetstream/events.samples.ts';

let house: House;
let clickhouse: OwnEngine;
beforeAll(async () => {
  [house, clickhouse] = await Promise.all([testHouse(), testClickhouse()]);
  await archive(`CREATE DATABASE IF NOT EXISTS reglament`);
  await archive(`CREATE TABLE reglament.events (tenant String, type String, occurred_at DateTime64(3), id UUID, source String)
    ENGINE = ReplacingMergeTree ORDER BY (tenant, type, occurred_at, id)`);
}, 120_000);
afterAll(async () => {
  await house.close();
  await clickhouse.close();
});

async function archive(query: string, values?: object[]): Promise<void> {
  const { client } = openClickHouse({ url: clickhouse.url, database: 'default', application: 'test' });
  if (values === undefined) await client.command({ query });
  else await client.insert({ table: query, values, format: 'JSONEachRow' });
  await client.close();
}

interface Ledger {
  readonly code: number;
  readonly whole: boolean;
  readonly accepted: number;
  readonly lines: readonly object[];
  readonly problems: readonly { readonly fault: string; readonly where: string; readonly ids: readonly string[] }[];
}

/** Runs the tool as `npm run ledger` does, as a program of its own. */
async function ledger(...args: readonly string[]): Promise<Ledger> {
  const main = path.join(import.meta.dirname, '..', 'run.ts');
  const urls = ['--database-url', house.db.adminUrl, '--nats-url', house.nats.url, '--clickhouse-url', clickhouse.url];
  return new Promise((resolve, reject) => {
    const all = [main, 'ledger', '--json', ...urls, ...args];
    execFile(process.execPath, all, { env: { ...process.env, NODE_OPTIONS: '' } }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      if (!stdout.startsWith('{')) return reject(new Error(`ledger ended with ${code}: ${stderr}`));
      resolve({ code, ...JSON.parse(stdout) });
    });
  });
}

test('ledger: a whole house is whole; what is taken from stream, inbox or archive is named; a repair brings it back', async () => {
  const relay = house.relay();
  const routing = house.routing();
  const ids = await house.submit('ovk', numbered(30));
  ids.push(...(await house.submit('edoc', numbered(5))));
  await eventually(async () => (await house.heard()).length === 35);
  const rows = await house.db.admin<Record<string, string>>(
    `SELECT tenant, type, '2026-11-02 06:00:00.000' AS occurred_at, event_id AS id, 'intake' AS source FROM intake.outbox`,
  );
  await archive('reglament.events', rows);
  expect(await ledger('--wait', '10')).toMatchObject({
    code: 0,
    whole: true,
    accepted: 35,
    lines: [
      { tenant: 'edoc', accepted: 5, published: 5, consumed: { routing: 5 }, archived: 5 },
      { tenant: 'ovk', accepted: 30, published: 30, consumed: { routing: 30 }, archived: 30 },
    ],
  });

  await relay.stop();
  await routing.close();
  const manager = await jetstreamManager(await house.bus('test').connection());
  const gone = await manager.streams.getMessage('EVT_INTAKE', { seq: 7 });
  await manager.streams.deleteMessage('EVT_INTAKE', 7);
  await house.db.admin('DELETE FROM routing.inbox WHERE event_id = $1', [ids[10]]);
  await house.db.admin('DELETE FROM routing.heard WHERE event_id = $1', [ids[10]]);
  await archive('reglament.events', [{ ...rows[0], occurred_at: '2026-11-02 07:00:00.000' }]);
  const found = await ledger('--wait', '0');
  expect(found.code).toBe(1);
  expect(found.problems.map(({ fault, where, ids: named }) => [fault, where, named])).toEqual(
    expect.arrayContaining([
      ['not published', 'stream', [gone?.header.get('Nats-Msg-Id')]],
      ['not consumed', 'routing', [ids[10]]],
      ['archived twice', 'archive', [rows[0]?.id]],
    ]),
  );

  house.routing();
  const repaired = await ledger('--repair', '--wait', '0');
  expect(repaired.code).toBe(1);
  await eventually(async () => (await house.heard()).length === 35);
});

test('ledger: engines that are not there end it with 2 and a sentence', async () => {
  // A machine slow enough to be told of the build says so on a line before.
  await expect(ledger('--nats-url', 'nats://127.0.0.1:1')).rejects.toThrow(
    /^ledger ended with 2: ( {2}building …\n)?The ledger could not be read/,
  );
});
