import { createHash } from 'node:crypto';
import type { ClickHouse } from './client.ts';

/** A numbered step of the schema. Once released it never changes; what must change is a new step. */
export interface ClickHouseMigration {
  readonly number: number;
  readonly name: string;
  /** One statement each, safe to run twice (`IF NOT EXISTS`); unqualified names mean the service's database. */
  readonly statements: readonly string[];
}

/** Refuses statements that could not run a second time. */
export function defineMigration(migration: ClickHouseMigration): ClickHouseMigration {
  for (const statement of migration.statements) {
    if (
      /^\s*(CREATE|ALTER|DROP)\b/i.test(statement) &&
      !/\bIF (NOT )?EXISTS\b|^\s*CREATE OR REPLACE\b/i.test(statement)
    ) {
      throw new Error(`Migration ${migration.number} cannot run twice: ${statement.trim().split('\n')[0]}`);
    }
  }
  return Object.freeze(migration);
}

const checksumOf = (migration: ClickHouseMigration): string =>
  createHash('sha256').update(migration.statements.join('\n;\n')).digest('hex');

interface Applied {
  readonly number: number;
  readonly checksum: string;
}

/**
 * Brings the database to the newest step: those not yet applied, in order. Several instances may do it at once.
 * @returns the numbers applied now
 * @throws Error when an applied step reads differently today, or the network's error when ClickHouse is away
 */
export async function migrateClickHouse(
  { client, database }: ClickHouse,
  migrations: readonly ClickHouseMigration[],
): Promise<number[]> {
  // The database goes with each request, because at the first one it does not exist and a client may not name it.
  const run = (query: string) => client.command({ query, http_headers: { 'x-clickhouse-database': database } });
  await client.command({ query: `CREATE DATABASE IF NOT EXISTS ${database}` });
  await run(
    `CREATE TABLE IF NOT EXISTS ${database}.schema_migrations (
      number UInt32, name String, checksum String, applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
    ) ENGINE = ReplacingMergeTree(applied_at) ORDER BY number`,
  );
  const answer = await client.query({
    query: `SELECT number, checksum FROM ${database}.schema_migrations FINAL`,
    format: 'JSONEachRow',
  });
  const applied = new Map((await answer.json<Applied>()).map((row) => [row.number, row.checksum]));
  const now: number[] = [];
  for (const migration of [...migrations].sort((a, b) => a.number - b.number)) {
    const { number, name } = migration;
    const checksum = checksumOf(migration);
    const before = applied.get(number);
    if (before === checksum) continue;
    if (before !== undefined)
      throw new Error(`ClickHouse migration ${number} (${name}) was changed after it was applied.`);
    for (const statement of migration.statements) await run(statement);
    await client.insert({
      table: `${database}.schema_migrations`,
      values: [{ number, name, checksum }],
      columns: ['number', 'name', 'checksum'],
      format: 'JSONEachRow',
    });
    now.push(number);
  }
  return now;
}
