import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type Platform, startPlatform } from '../platform.ts';
import { killInTurn, victimsOf } from './turns.ts';

const data = mkdtempSync(path.join(tmpdir(), 'reglament-kill-'));
let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform({
    data,
    args: ['--instances', '2', '--clock', '2026-11-02T09:00+03:00', '--speed', '600'],
  });
}, 300_000);
afterAll(async () => {
  await platform?.stop();
  rmSync(data, { recursive: true, force: true });
}, 60_000);

/** Runs `npm run <tool>` to its end. */
function run(tool: string, ...args: string[]): Promise<{ code: number | null; out: string; all: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['tools/run.mjs', tool, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let all = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      all += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      all += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, all }));
  });
}

interface Ledger {
  readonly whole: boolean;
  readonly accepted: number;
  readonly problems: readonly object[];
}

async function ledger(): Promise<Ledger> {
  const { out, all } = await run('ledger', '--data', data, '--json', '--wait', '90');
  if (!out.startsWith('{')) throw new Error(`The ledger could not be read: ${all}`);
  return JSON.parse(out);
}

/** A statement as the owner of the cluster, past all policies, or as `role`. */
async function query(text: string, role?: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(platform.engines.postgres);
  await client.connect();
  try {
    if (role !== undefined) await client.query(`SET ROLE ${role}`);
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('two instances of every service, each killed in turn, and NATS, ClickHouse and PostgreSQL, while a day is replayed: nothing lost, nothing twice', async () => {
  let isReplaying = true;
  const replay = run('replay', '--started', data, '--data', 'demo/requests.jsonl').finally(() => {
    isReplaying = false;
  });
  const turns = await killInTurn(data, () => isReplaying);
  expect(new Set(turns.map((turn) => turn.name))).toEqual(new Set(victimsOf(data)));
  expect(turns.length).toBeGreaterThanOrEqual(13);
  const replayed = await replay;
  expect(replayed.all).toContain('They agree.');
  expect(await ledger()).toMatchObject({ whole: true, problems: [] });
  // A clock may expire again only for another deadline: it was paused, or a late fact moved it.
  const twice = await query(
    `SELECT payload->>'clockId' AS clock, payload->>'dueAt' AS due, count(*), array_agg(occurred_at::text) AS at, array_agg(recorded_at::text) AS recorded
       FROM sla.outbox WHERE type = 'clock.expired.v1' GROUP BY 1, 2 HAVING count(*) > 1`,
  );
  expect(twice).toEqual([]);
}, 600_000);

test('after that day every table of every service has rows, and not one of them is seen without a tenant', async () => {
  const tables = await query(
    `SELECT table_schema AS service, table_name AS name FROM information_schema.role_table_grants
      WHERE privilege_type = 'SELECT' AND grantee = 'reglament_' || table_schema ORDER BY 1, 2`,
  );
  expect(tables.length).toBeGreaterThan(15);
  const seen: string[] = [];
  let rows = 0;
  for (const { service, name } of tables) {
    const [all] = await query(`SELECT count(*)::int AS count FROM ${service}.${name}`);
    const [without] = await query(`SELECT count(*)::int AS count FROM ${service}.${name}`, `reglament_${service}`);
    rows += Number(all?.count);
    if (Number(without?.count) !== 0) seen.push(`${service}.${name}`);
  }
  expect(rows).toBeGreaterThan(1_000);
  expect(seen).toEqual([]);
});

test("JetStream's store deleted while everything is stopped: made whole again from PostgreSQL, without a hand", async () => {
  const before = await ledger();
  await platform.stop();
  rmSync(path.join(data, 'nats', 'store'), { recursive: true });
  platform = await startPlatform({ data });
  const after = await ledger();
  expect(after).toMatchObject({ whole: true, problems: [] });
  expect(after.accepted).toBeGreaterThanOrEqual(before.accepted);
}, 600_000);
