import { createHash, randomBytes } from 'node:crypto';
import type { Source } from '@reglament/contracts';
import { Database, type DatabaseOptions, type MigrationList, migrateService } from '@reglament/platform/postgres';
import pg from 'pg';
import { engines } from '../engines/index.ts';

export interface TestDatabase {
  readonly database: Database;
  /** The service's app role in this database. */
  readonly url: string;
  /** The service's system role in this database. */
  readonly systemUrl: string;
  /** The owner of the cluster, past all policies: for looking at what a test left, and for migrations. */
  readonly adminUrl: string;
  /** Runs one statement past all policies. */
  admin<R = Record<string, unknown>>(text: string, params?: unknown[]): Promise<R[]>;
  /** Opens a second Database on the same tables, as another instance of the service would. */
  open(options?: Partial<DatabaseOptions>): Database;
  /** Closes everything opened here and drops the database. */
  close(): Promise<void>;
}

/** One service, its migrations and entities. `more` puts further services' schemas into the same database. */
export interface TestSchema {
  readonly service: Source;
  readonly migrations: MigrationList;
  readonly entities?: DatabaseOptions['entities'];
  readonly more?: readonly { readonly service: Source; readonly migrations: MigrationList }[];
}

const password = 'only-in-tests';

/** A database of its own with the service's schema in it, cloned from a template that is migrated once per run. */
export async function testDatabase(schema: TestSchema): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await maintain(async (client) => {
    const template = await ensureTemplate(client, schema);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const adminUrl = urlFor(name);
  const url = urlFor(name, `reglament_${schema.service}`);
  const systemUrl = urlFor(name, `reglament_${schema.service}_system`);
  const opened: Database[] = [];
  const open = (options: Partial<DatabaseOptions> = {}) => {
    const entities = schema.entities === undefined ? {} : { entities: schema.entities };
    const database = new Database({ service: schema.service, url, systemUrl, ...entities, ...options });
    opened.push(database);
    return database;
  };
  const adminPool = new pg.Pool({ connectionString: adminUrl, max: 2 });
  adminPool.on('error', () => undefined);
  return {
    database: open(),
    url,
    systemUrl,
    adminUrl,
    admin: async <R>(text: string, params: unknown[] = []) => (await adminPool.query(text, params)).rows as R[],
    open,
    async close() {
      await Promise.all([...opened.map((database) => database.close()), adminPool.end()]);
      await maintain((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** The shared cluster's address of a database, as its owner or as one of our roles. */
export function urlFor(database: string, role?: string): string {
  const url = new URL(engines().postgresUrl);
  url.pathname = `/${database}`;
  if (role !== undefined) {
    url.username = role;
    url.password = password;
  }
  return url.href;
}

async function ensureTemplate(client: pg.Client, schema: TestSchema): Promise<string> {
  const services = [{ service: schema.service, migrations: schema.migrations }, ...(schema.more ?? [])];
  const hash = createHash('sha256').update(JSON.stringify(services)).digest('hex').slice(0, 12);
  const template = `template_${schema.service}_${hash}`;
  const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
  if (found.rowCount === 1) return template;
  const draft = `draft_${randomBytes(6).toString('hex')}`;
  await client.query(`CREATE DATABASE ${draft}`);
  for (const { service, migrations } of services) {
    await migrateService({
      adminUrl: urlFor(draft),
      service,
      schema: service,
      migrations,
      appPassword: password,
      systemPassword: password,
    });
  }
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
  return template;
}

/** Roles and templates belong to the whole cluster, so test files take turns here. */
async function maintain(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: urlFor('postgres') });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(1)');
    await work(client);
  } finally {
    await client.end();
  }
}
