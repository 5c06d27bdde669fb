/** Runs the migrations, unless the database says that exactly these have been run. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { run } from './build.ts';
import { SERVICES } from './services.ts';

const STAMP_TABLE = 'public.reglament_schema_stamp';

/** Changes whenever a migration, the runner or a role's password changes. */
function stampOf(root: string, passwords: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256').update(JSON.stringify(passwords));
  const patterns = ['apps/*/store/migrations/**/*.ts', 'libs/platform/postgres/*.ts', 'tools/migrate.ts'];
  for (const file of globSync(patterns, { cwd: root }).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function rolePasswords(secretOf: (name: string) => string): Record<string, string> {
  return Object.fromEntries(
    SERVICES.flatMap((service) => [
      [`reglament_${service}`, secretOf(`database-${service}`)],
      [`reglament_${service}_system`, secretOf(`database-${service}-system`)],
    ]),
  );
}

/** Says what was done: `up to date`, or how many steps were applied. */
export async function migrate(
  root: string,
  adminUrl: string,
  passwords: Readonly<Record<string, string>>,
): Promise<string> {
  const stamp = stampOf(root, passwords);
  const known = await withClient(adminUrl, async (client) => {
    await client.query(
      `CREATE TABLE IF NOT EXISTS ${STAMP_TABLE} (one boolean PRIMARY KEY CHECK (one), stamp text NOT NULL)`,
    );
    return (await client.query(`SELECT stamp FROM ${STAMP_TABLE}`)).rows[0]?.stamp;
  });
  if (known === stamp) return 'up to date';
  const env = { DATABASE_URL: adminUrl, MIGRATE_PASSWORDS: JSON.stringify(passwords) };
  const said = await run(process.execPath, [path.join(root, 'tools', 'migrate.ts')], root, env);
  await withClient(adminUrl, (client) =>
    client.query(
      `INSERT INTO ${STAMP_TABLE} VALUES (true, $1) ON CONFLICT (one) DO UPDATE SET stamp = excluded.stamp`,
      [stamp],
    ),
  );
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  const steps = lines.flatMap((line) => (JSON.parse(line) as { applied: string[] }).applied);
  return steps.length === 0 ? 'up to date' : `${steps.length} steps applied`;
}
