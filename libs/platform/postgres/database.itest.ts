import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Instant } from '@reglament/domain/time';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import pg from 'pg';
import { entitiesOf, InstantType } from '../orm/index.ts';
import {
  inboxTables,
  type MigrationList,
  migrateService,
  outboxTables,
  systemGrant,
  tenantPolicy,
  timestamp,
} from './index.ts';

const Note = defineEntity({
  name: 'Note',
  schema: 'gateway',
  tableName: 'notes',
  properties: {
    tenant: p.string().primary(),
    id: p.integer().primary(),
    text: p.string(),
    at: p.type(InstantType).$type<Instant>(),
  },
});

const migrations: MigrationList = [
  { name: '0001-bus', up: `${outboxTables('gateway')} ${inboxTables('gateway')}` },
  {
    name: '0002-notes',
    up: `CREATE TABLE gateway.notes (tenant text, id int, text text NOT NULL, at timestamptz(3) NOT NULL, PRIMARY KEY (tenant, id));
      ${tenantPolicy('gateway', 'notes')} ${systemGrant('gateway', 'notes', 'SELECT')}
      CREATE TABLE gateway.secrets (id int PRIMARY KEY);`,
  },
];
const at = Date.parse('2026-11-22T09:00:00.123Z') as Instant;
const staff = { staffId: '00000000-0000-7000-8000-000000000001' };

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase({ service: 'gateway', migrations, entities: entitiesOf([Note]) });
  for (const tenant of ['ovk', 'edoc']) {
    await db.database.tenant(tenant, async (tx) => {
      tx.em.create(Note, { tenant, id: 1, text: `of ${tenant}`, at });
    });
  }
}, 60_000);
afterAll(() => db.close());

const changed = {
  subjectId: staff.staffId,
  occurredAt: at,
  payload: { ...staff, name: 'A', roles: ['agent' as const], skills: [], languages: ['ru' as const], active: true },
};

test('a query without a tenant set returns no rows, whatever the table', async () => {
  const client = new pg.Client({ connectionString: db.url });
  await client.connect();
  const tables = await db.admin<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.role_table_grants WHERE grantee = 'reglament_gateway' AND privilege_type = 'SELECT'",
  );
  expect(tables.map((table) => table.name).sort()).toEqual(
    expect.arrayContaining(['dead_letters', 'inbox', 'notes', 'outbox']),
  );
  for (const { name } of tables) expect((await client.query(`SELECT * FROM gateway.${name}`)).rows).toEqual([]);
  await client.end();
});

test('a transaction of one tenant sees that tenant alone, and a forged where changes nothing', async () => {
  const seen = await db.database.tenant('ovk', (tx) =>
    tx.sql("SELECT tenant FROM gateway.notes WHERE tenant = 'edoc' OR true"),
  );
  expect(seen).toEqual([{ tenant: 'ovk' }]);
});

test('a tenant set in one transaction is gone in the next one on the same connection', async () => {
  const client = await db.database.pool.connect();
  await client.query("BEGIN; SELECT set_config('app.tenant', 'ovk', true)");
  expect((await client.query('SELECT FROM gateway.notes')).rowCount).toBe(1);
  await client.query('COMMIT');
  expect((await client.query('SELECT FROM gateway.notes')).rowCount).toBe(0);
  client.release();
});

test('nothing can be written into another tenant', async () => {
  const write = db.database.tenant('ovk', (tx) =>
    tx.sql("INSERT INTO gateway.notes VALUES ('edoc', 2, 'smuggled', now())"),
  );
  await expect(write).rejects.toThrow(/row-level security/);
});

test.each([
  ['lift the policy', 'ALTER TABLE gateway.notes DISABLE ROW LEVEL SECURITY'],
  ['unforce it', 'ALTER TABLE gateway.notes NO FORCE ROW LEVEL SECURITY'],
  ['drop the policy', 'DROP POLICY of_tenant ON gateway.notes'],
  ['become the owner', 'SET ROLE reglament_owner'],
  ['become the system role', 'SET ROLE reglament_gateway_system'],
  ['bypass it', 'ALTER ROLE reglament_gateway BYPASSRLS'],
  ['make a table', 'CREATE TABLE gateway.mine (id int)'],
  ['read a table that was not granted', 'SELECT * FROM gateway.secrets'],
  ['rewrite the trail', "UPDATE gateway.outbox SET payload = '{}'"],
  ['edit the list of migrations', 'DELETE FROM gateway.migrations'],
])('the app role cannot %s', async (_, statement) => {
  await expect(db.database.tenant('ovk', (tx) => tx.sql(statement))).rejects.toMatchObject({ code: '42501' });
});

test('the system role sees all tenants of the tables granted to it, and may do no more than was granted', async () => {
  const seen = await db.database.system((tx) => tx.sql('SELECT tenant FROM gateway.notes ORDER BY tenant'));
  expect(seen).toEqual([{ tenant: 'edoc' }, { tenant: 'ovk' }]);
  await expect(db.database.system((tx) => tx.sql('DELETE FROM gateway.notes'))).rejects.toMatchObject({
    code: '42501',
  });
});

test("a name that cannot be a tenant's never reaches the database", async () => {
  const injected = "x', true); DROP TABLE gateway.notes; --";
  await expect(db.database.tenant(injected, async () => undefined)).rejects.toThrow(/Not a tenant's name/);
});

test('state and event are one write: both are there after the commit, in the order appended', async () => {
  const ids = await db.database.tenant('ovk', async (tx) => {
    tx.em.create(Note, { tenant: 'ovk', id: 10, text: 'with events', at });
    return [tx.append('staff.changed.v1', changed), tx.append('staff.changed.v1', changed)];
  });
  const rows = await db.admin('SELECT event_id, tenant, type, published_at FROM gateway.outbox ORDER BY id');
  expect(rows).toEqual(
    ids.map((id) => ({ event_id: id, tenant: 'ovk', type: 'staff.changed.v1', published_at: null })),
  );
  expect(await db.admin('SELECT FROM gateway.notes WHERE id = 10')).toHaveLength(1);
});

test('state and event are one write: a rollback leaves neither, and nudges nobody', async () => {
  let nudges = 0;
  const stop = db.database.onNudge(() => {
    nudges += 1;
  });
  const before = await db.admin('SELECT count(*) FROM gateway.outbox');
  const failing = db.database.tenant('ovk', async (tx) => {
    tx.em.create(Note, { tenant: 'ovk', id: 11, text: 'never', at });
    await tx.em.flush();
    tx.append('staff.changed.v1', changed);
    throw new Error('after the write');
  });
  await expect(failing).rejects.toThrow('after the write');
  expect(await db.admin('SELECT count(*) FROM gateway.outbox')).toEqual(before);
  expect(await db.admin('SELECT FROM gateway.notes WHERE id = 11')).toHaveLength(0);
  expect(nudges).toBe(0);
  stop();
});

test('work added for before the commit runs after the handlers, and its events go out', async () => {
  const order: string[] = [];
  await db.database.tenant('ovk', async (tx) => {
    tx.beforeCommit(async () => {
      order.push('before the commit');
      tx.append('staff.changed.v1', { ...changed, subjectId: 'late' });
    });
    tx.afterCommit(() => order.push('after the commit'));
    order.push('work');
  });
  expect(order).toEqual(['work', 'before the commit', 'after the commit']);
  expect(await db.admin("SELECT FROM gateway.outbox WHERE subject_id = 'late'")).toHaveLength(1);
});

test('an event that breaks its contract, or that is not ours to say, stops the transaction', async () => {
  const broken = { ...changed, payload: { ...changed.payload, roles: ['king'] } } as unknown as typeof changed;
  const append = (work: Parameters<typeof db.database.tenant<void>>[1]) => db.database.tenant('ovk', work);
  await expect(append(async (tx) => void tx.append('staff.changed.v1', broken))).rejects.toThrow(/breaks its contract/);
  await expect(append(async (tx) => void tx.append('clock.warned.v1', {} as never))).rejects.toThrow(/belongs to sla/);
  await expect(append(async (tx) => void tx.appendFor('edoc', 'staff.changed.v1', changed))).rejects.toThrow(/of ovk/);
});

test('the system role names the tenant of what it says', async () => {
  await db.database.system(async (tx) => void tx.appendFor('kuty', 'staff.changed.v1', changed));
  expect(await db.admin("SELECT tenant FROM gateway.outbox WHERE tenant = 'kuty'")).toHaveLength(1);
});

test('moments come back as they went in, to the millisecond, through SQL and through the ORM', async () => {
  await db.database.tenant('ovk', async (tx) => {
    const [row] = await tx.sql<{ at: Instant; n: number }>(
      'SELECT at, 9007199254740991::bigint AS n FROM gateway.notes WHERE id = 1 AND at = $1',
      [timestamp(at)],
    );
    expect(row).toEqual({ at, n: 9007199254740991 });
    const note = await tx.em.findOneOrFail(Note, { tenant: 'ovk', id: 1 });
    expect(note.at).toBe(at);
    note.at = (at + 1) as Instant;
  });
  const later = await db.database.tenant('ovk', (tx) => tx.sql('SELECT at FROM gateway.notes WHERE id = 1'));
  expect(later).toEqual([{ at: at + 1 }]);
});

test('two transactions that deadlock both finish: the loser is tried again with a new transaction', async () => {
  let arrived = 0;
  let bothHere: () => void = () => undefined;
  const meeting = new Promise<void>((resolve) => {
    bothHere = resolve;
  });
  const cross = (first: number, second: number) =>
    db.database.tenant('edoc', async (tx) => {
      await tx.sql('UPDATE gateway.notes SET text = text || $2 WHERE id = $1', [first, 'x']);
      arrived += 1;
      if (arrived >= 2) bothHere();
      await meeting;
      await tx.sql('UPDATE gateway.notes SET text = text || $2 WHERE id = $1', [second, 'x']);
    });
  await db.admin("INSERT INTO gateway.notes VALUES ('edoc', 21, '', now()), ('edoc', 22, '', now())");
  await Promise.all([cross(21, 22), cross(22, 21)]);
  // On a busy machine the two may meet more than once.
  expect(arrived).toBeGreaterThanOrEqual(3);
  expect(await db.admin('SELECT text FROM gateway.notes WHERE id IN (21, 22)')).toEqual([
    { text: 'xx' },
    { text: 'xx' },
  ]);
});

describe('migrations', () => {
  const again = (list: MigrationList) =>
    migrateService({
      adminUrl: db.adminUrl,
      service: 'gateway',
      schema: 'gateway',
      migrations: list,
      appPassword: 'only-in-tests',
      systemPassword: 'only-in-tests',
    });
  const step = (name: string, up: string): MigrationList => [...migrations, { name, up }];

  test('applied a second time they change nothing', async () => {
    expect(await again(migrations)).toEqual([]);
  });

  test('one that was edited after it was applied is refused; a different indentation is not an edit', async () => {
    const edited = migrations.map((m) => (m.name === '0002-notes' ? { ...m, up: `${m.up} SELECT 1` } : m));
    const indented = migrations.map((m) => ({ ...m, up: m.up.replaceAll('\n', '\n    ') }));
    await expect(again(edited)).rejects.toThrow(/0002-notes was edited/);
    expect(await again(indented)).toEqual([]);
  });

  test('one that comes before an applied one, or is gone from the list, is refused', async () => {
    await expect(again([{ name: '0000-early', up: 'SELECT 1' }, ...migrations])).rejects.toThrow(
      /0000-early comes before/,
    );
    await expect(again(migrations.slice(0, 1))).rejects.toThrow(/no longer in the list/);
  });

  test('one that fails leaves nothing behind', async () => {
    await expect(again(step('0003-half', 'CREATE TABLE gateway.half (id int); SELECT 1 / 0'))).rejects.toThrow(
      /0003-half failed/,
    );
    expect(await db.admin("SELECT to_regclass('gateway.half') AS half")).toEqual([{ half: null }]);
  });

  test('a table that is granted but not cut by tenant is refused by name', async () => {
    const open = 'CREATE TABLE gateway.open (id int); GRANT SELECT ON gateway.open TO reglament_gateway';
    await expect(again(step('0003-open', open))).rejects.toThrow(/gateway.open: open to reglament_gateway/);
  });
});
