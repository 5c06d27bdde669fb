/** How many statements PostgreSQL runs for one of what is measured, and the dearest of them. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Platform } from '../platform.ts';

interface Counted {
  readonly calls: number;
  readonly rows: number;
  readonly ms: number;
  readonly query: string;
}

const SHOWN = 45;

/**
 * Has PostgreSQL count (its extension is loaded by a restart, so this comes after what is measured without it), does the work, and says what it took.
 * @returns lines to print: statements for each of what `work` did, the dearest first
 */
export async function countStatements(
  platform: Platform,
  url: string,
  work: () => Promise<number>,
): Promise<readonly string[]> {
  await ask(url, `ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'`);
  process.kill(platform.pids.postgres ?? 0, 'SIGINT');
  await again(url);
  await ask(url, 'CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  // Services find their way back, and prepare their statements anew.
  await pause(3_000);
  await work().catch(() => 0);
  await ask(url, 'SELECT pg_stat_statements_reset()');
  const count = await work();
  const all = await ask<Counted>(
    url,
    `SELECT calls::int, rows::int, total_exec_time AS ms, regexp_replace(query, '\\s+', ' ', 'g') AS query
       FROM pg_stat_statements ORDER BY total_exec_time DESC`,
  );
  const sum = (of: (one: Counted) => number) => all.reduce((total, one) => total + of(one), 0) / count;
  const ms = sum((one) => one.ms).toFixed(2);
  return [
    `statements: ${sum((one) => one.calls).toFixed(1)} each, ${ms} ms of executing, over ${count}`,
    ...all.slice(0, SHOWN).map((one) => {
      const each = [one.calls / count, one.ms / count].map((n) => n.toFixed(3)).join(' × ');
      return `  ${each} ms, ${(one.rows / one.calls).toFixed(1)} rows: ${one.query.trim().slice(0, 150)}`;
    }),
  ];
}

async function ask<R extends pg.QueryResultRow>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

async function again(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    await pause(200);
    const answered = await ask(url, 'SELECT 1 FROM pg_class LIMIT 1').catch(() => null);
    if (answered !== null && tries > 3) return;
  }
  throw new Error('PostgreSQL did not come back');
}
