import { outboxTables } from '@reglament/platform/postgres';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import pg from 'pg';
import { Outbox } from './outboxes.ts';

let db: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  db = await testDatabase({ service: 'intake', migrations: [{ name: '0001-bus', up: outboxTables('intake') }] });
  client = new pg.Client({ connectionString: db.adminUrl });
  await client.connect();
}, 90_000);
afterAll(async () => {
  await client.end();
  await db.close();
});

const idOf = (place: number): string => `0190a0a0-0000-7000-8000-${String(place).padStart(12, '0')}`;

test('rebuild: an event that is published while what is new is being read is not overlooked', async () => {
  for (const [place, sequence] of [1, 2, null].entries()) {
    await db.admin(
      `INSERT INTO intake.outbox (event_id, tenant, type, subject_id, occurred_at, payload, stream_seq, published_at)
       VALUES ($1, 'ovk', 'request.submitted.v1', 's', '2026-11-02T06:00:00Z', '{}', $2, CASE WHEN $2::bigint IS NULL THEN NULL ELSE now() END)`,
      [idOf(place), sequence],
    );
  }
  const seen = new Set<string>();
  for await (const events of new Outbox(client, 'intake').since({ sequence: 0, eventId: null }, 10)) {
    for (const { id } of events) seen.add(id);
    // The relay goes on meanwhile.
    await db.admin('UPDATE intake.outbox SET stream_seq = 3, published_at = now() WHERE event_id = $1', [idOf(2)]);
  }
  expect([...seen].sort()).toEqual([0, 1, 2].map(idOf));
});
