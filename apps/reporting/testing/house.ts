import type { AnyEvent } from '@reglament/contracts';
import { type ClickHouse, migrateClickHouse, openClickHouse } from '@reglament/platform/clickhouse';
import { type OwnEngine, ownEngine } from '@reglament/testing/engines';
import { renewRequests } from '../archive/renew.ts';
import { clickHouseMigrations } from '../store/clickhouse/index.ts';

/**
 * A ClickHouse of the test's own with the archive's schema.
 * @param env what the engine's host is told, such as the readers
 */
export async function testArchive(
  env: Readonly<Record<string, string>> = {},
): Promise<{ engine: OwnEngine; house: ClickHouse; close(): Promise<void> }> {
  const engine = await ownEngine('clickhouse', env);
  const house = openClickHouse({ url: engine.url, database: 'reglament', application: 'test' });
  await migrateClickHouse(house, clickHouseMigrations);
  return {
    engine,
    house,
    async close() {
      await house.client.close();
      await engine.close();
    },
  };
}

/** Stores events as the archiver would, without a bus in between. */
export async function store(house: ClickHouse, events: readonly AnyEvent[]): Promise<void> {
  await house.client.insert({
    table: `${house.database}.events`,
    format: 'JSONEachRow',
    values: events.map((event, index) => ({
      tenant: event.tenant,
      type: event.type,
      occurred_at: event.occurredAt,
      id: event.id,
      source: event.source,
      subject_id: event.subjectId,
      payload: JSON.stringify(event.payload),
      stream_seq: index,
    })),
  });
  await renewRequests(
    house,
    events.map(({ tenant, subjectId }) => ({ tenant, requestId: subjectId })),
  );
}
