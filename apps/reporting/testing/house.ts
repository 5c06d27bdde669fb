import type { AnyEvent } from '@reglament/contracts';
import { type ClickHouse, migrateClickHouse, openClickHouse } from '@reglament/platform/clickhouse';
import { newId } from '@reglament/platform/ids';
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

/** Puts a tenant's requests with the same words into one group, as the copy of the groups in ClickHouse has it. */
export async function storeGroups(house: ClickHouse, events: readonly AnyEvent[]): Promise<void> {
  const groups = new Map<string, { tenant: string; group_id: string; shown_as: string; name: string }>();
  const members = events.flatMap((event) => {
    if (event.type !== 'request.submitted.v1') return [];
    const { tenant } = event;
    const name = wordsOfQuestion(event.payload.question);
    const key = `${tenant} ${name}`;
    const id = groups.get(key)?.group_id ?? newId();
    groups.set(key, { tenant, group_id: id, shown_as: id, name });
    const month = `${event.payload.submittedAt.slice(0, 7)}-01`;
    return [{ tenant, month, request_id: event.payload.requestId, group_id: id, version: 1 }];
  });
  const write = (table: string, values: readonly object[]) =>
    house.client.insert({ table: `${house.database}.${table}`, format: 'JSONEachRow', values: [...values] });
  await write('question_members', members);
  await write(
    'question_groups',
    [...groups.values()].map((group) => ({ ...group, hidden: false, version: 1 })),
  );
}

/** Lower case, letters only. */
export const wordsOfQuestion = (question: string): string =>
  question
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
