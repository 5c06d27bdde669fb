import { createHash } from 'node:crypto';
import type { Source } from '@reglament/contracts';
import pg from 'pg';
import { appRole, systemRole } from './ddl.ts';

/** One step of a schema, SQL text, schema-qualified. Once released it never changes: a change is a new step. */
export interface Migration {
  /** Sorts and names it: `0001-requests`. */
  readonly name: string;
  readonly up: string;
}
export type MigrationList = readonly Migration[];

export interface MigrateOptions {
  /** A role that may create roles and schemas in this database. */
  readonly adminUrl: string;
  readonly service: Source;
  /** The service's schema; always the service's name. */
  readonly schema: string;
  readonly migrations: MigrationList;
  /** The password `reglament_<service>` gets. */
  readonly appPassword: string;
  /** The password `reglament_<service>_system` gets. */
  readonly systemPassword: string;
}

/** Owns every schema and table, cannot sign in: so that no service's role owns what it reads, and none can lift a policy. */
const ownerRole = 'reglament_owner';
/** Any constant: two runners at once take turns. */
const lockKey = 7_345_001;

/**
 * Brings one service's schema up to date: roles, schema, grants, and the steps not yet applied, each in one transaction with its record.
 * Applying twice changes nothing. (MikroORM's Migrator keeps no checksums, so it would not notice a released step that was edited;
 * and it wants an ORM with the owner's rights per service for what is a loop over SQL texts.)
 * @returns the names of the steps applied now
 * @throws Error when an applied step was edited, removed or overtaken, or a table would be open to more than one tenant
 */
export async function migrateService(options: MigrateOptions): Promise<string[]> {
  if (options.schema !== options.service) throw new Error(`${options.service} keeps its tables in its own schema`);
  const client = new pg.Client({ connectionString: options.adminUrl, application_name: 'reglament-migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await createRoles(client, options);
    await createSchema(client, options.service);
    const applied = await applySteps(client, options);
    await refuseOpenTables(client, options.service);
    return applied;
  } finally {
    await client.end();
  }
}

async function createRoles(client: pg.Client, options: MigrateOptions): Promise<void> {
  const database = client.escapeIdentifier((await client.query('SELECT current_database() AS name')).rows[0].name);
  await createRole(client, ownerRole, 'NOLOGIN');
  await client.query(`GRANT ${ownerRole} TO CURRENT_USER`);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT, CREATE ON DATABASE ${database} TO ${ownerRole}`);
  const passwords = [
    [appRole(options.service), options.appPassword],
    [systemRole(options.service), options.systemPassword],
  ] as const;
  for (const [role, password] of passwords) {
    await createRole(client, role, `LOGIN NOINHERIT PASSWORD ${client.escapeLiteral(password)}`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${role}`);
    // The owner looks at all tenants' events as the ledger does: by taking the service's role, never past the policies.
    await client.query(`GRANT ${role} TO CURRENT_USER`);
  }
}

/** Roles belong to the whole cluster, so another database's migration may be making the same one at this moment. */
async function createRole(client: pg.Client, role: string, attributes: string): Promise<void> {
  const plain = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION';
  const attempts = 5;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const found = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      await client.query(`${found.rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role} WITH ${attributes} ${plain}`);
      return;
    } catch (error) {
      // duplicate_object, unique_violation, or "tuple concurrently updated": somebody else was first
      const raced = ['42710', '23505', 'XX000'].includes((error as { code?: string }).code ?? '');
      if (!raced || attempt >= attempts) throw new Error(`Role ${role} could not be made`, { cause: error });
    }
  }
}

async function createSchema(client: pg.Client, schema: Source): Promise<void> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${ownerRole};
    GRANT USAGE ON SCHEMA ${schema} TO ${appRole(schema)}, ${systemRole(schema)};
    SET ROLE ${ownerRole};
    CREATE TABLE IF NOT EXISTS ${schema}.migrations (
      name text PRIMARY KEY,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    );`);
}

async function applySteps(client: pg.Client, { service, migrations }: MigrateOptions): Promise<string[]> {
  const rows = await client.query(`SELECT name, checksum FROM ${service}.migrations`);
  const before = new Map<string, string>(rows.rows.map((row) => [row.name, row.checksum]));
  refuseRewrittenHistory(service, migrations, before);
  const applied: string[] = [];
  for (const step of migrations) {
    if (before.has(step.name)) continue;
    try {
      await client.query('BEGIN');
      await client.query(step.up);
      await client.query(`INSERT INTO ${service}.migrations (name, checksum) VALUES ($1, $2)`, [
        step.name,
        checksum(step),
      ]);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw new Error(`${service}: migration ${step.name} failed: ${(error as Error).message}`, { cause: error });
    }
    applied.push(step.name);
  }
  return applied;
}

function refuseRewrittenHistory(service: Source, migrations: MigrationList, before: ReadonlyMap<string, string>): void {
  const names = migrations.map((step) => step.name);
  if (new Set(names).size !== names.length) throw new Error(`${service}: two migrations have one name`);
  if ([...names].sort().join() !== names.join())
    throw new Error(`${service}: migrations are not in the order of names`);
  for (const [name, sum] of before) {
    const step = migrations.find((candidate) => candidate.name === name);
    if (step === undefined) throw new Error(`${service}: migration ${name} is applied but no longer in the list`);
    if (checksum(step) !== sum) throw new Error(`${service}: migration ${name} was edited after it was applied`);
  }
  const firstNew = names.findIndex((name) => !before.has(name));
  if (firstNew >= 0 && names.slice(firstNew).some((name) => before.has(name))) {
    throw new Error(`${service}: migration ${names[firstNew]} comes before one that is applied already`);
  }
}

/** Indentation is not part of a step, so formatting the source does not count as editing it. */
const checksum = (step: Migration): string =>
  createHash('sha256').update(step.up.replace(/\s+/g, ' ').trim()).digest('hex');

/** A table that the app role may touch must be cut by tenant: forgetting the policy fails here, before anything can leak. */
async function refuseOpenTables(client: pg.Client, schema: Source): Promise<void> {
  const open = await client.query(
    `SELECT c.relname AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm')
        AND has_table_privilege($2, c.oid, 'SELECT, INSERT, UPDATE, DELETE')
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
    [schema, appRole(schema)],
  );
  const names = open.rows.map((row) => `${schema}.${row.name}`).join(', ');
  if (names !== '') throw new Error(`${names}: open to ${appRole(schema)} without row-level security by tenant`);
}
