import { type AnyEvent, eventWords } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { regulationOf } from '@reglament/testing/regulations';
import { Archive } from '../statistics/archive.ts';
import { listRequests } from '../statistics/list-requests.ts';
import { periodOf } from '../statistics/period.ts';
import { readDetails } from '../statistics/read-details.ts';
import { readStatistics } from '../statistics/read-statistics.ts';
import { TENANT_TABLES } from '../store/clickhouse/index.ts';
import { eventsOf, ground } from '../testing/day.ts';
import { store, testArchive } from '../testing/house.ts';
import { eraseWords, WordEraser } from './erase-words.ts';

const NOW = Date.parse('2026-12-24T00:00:00Z') as Instant;
const FROM = Date.parse('2026-10-01T00:00:00Z');
const TO = Date.parse('2026-11-29T00:00:00Z');
const ovk = regulationOf('ovk');
const month = periodOf('month', '2026-11-01', ovk.calendar.timeZone);

let house: ClickHouse;
let close: () => Promise<void>;
let archive: Archive;
let events: AnyEvent[];

beforeAll(async () => {
  ({ house, close } = await testArchive());
  archive = new Archive(house);
  const questions = ['Zakhar lost his password.', 'Zakhar’s printer is silent.'];
  events = eventsOf(ground('ovk', { questions }), 200, FROM, TO, 3);
  await store(house, events);
  // Copies that are not merged yet hold the words as well.
  await store(house, events.slice(0, 700));
}, 120_000);

afterAll(() => close?.(), 30_000);

/** Everything counted: the page, its finer figures, and the month's list of requests without their words. */
async function figures(): Promise<unknown> {
  const page = await readStatistics(archive, ovk, month, NOW, 'en');
  const finer = await readDetails(archive, ovk, month, NOW, 'en');
  const span = { from: new Date(month.from).toISOString(), to: new Date(month.to).toISOString() };
  const list = await listRequests(
    archive,
    ovk,
    { ...span, metric: 'received', key: null, limit: 500, offset: 0 },
    'en',
  );
  return { page, finer, list: { ...list, items: list.items.map((item) => ({ ...item, summary: '' })) } };
}

/** How many stored rows, merged or not, say this anywhere. */
async function rowsWith(mark: string): Promise<number> {
  let count = 0;
  for (const table of TENANT_TABLES) {
    const answer = await house.client.query({
      query: `SELECT count() AS n FROM ${house.database}.${table} WHERE position(toString(tuple(*)), {mark:String}) > 0`,
      query_params: { mark },
      format: 'JSONEachRow',
    });
    const [row] = await answer.json<{ n: number }>();
    count += row?.n ?? 0;
  }
  return count;
}

test('erasing takes the words out of every copy and table, and leaves every figure as it was', async () => {
  const before = await figures();
  expect(await rowsWith('Zakhar')).toBeGreaterThan(events.length / 10);
  const all = [...new Set(events.map(({ subjectId }) => subjectId))];
  const erased = all.slice(0, 120).map((requestId) => ({ tenant: 'ovk', requestId }));
  const eraser = new WordEraser(house);
  await Promise.all(erased.map((one) => eraser.add(one)));

  expect(await figures()).toEqual(before);
  const submitted = events.filter(({ type }) => type === 'request.submitted.v1');
  const kept = submitted.filter(({ subjectId }) => !erased.some(({ requestId }) => requestId === subjectId));
  expect(kept.length).toBeGreaterThan(50);
  const [row] = await (
    await house.client.query({
      query: `SELECT uniqExact(subject_id) AS n FROM ${house.database}.events WHERE position(payload, 'Zakhar') > 0`,
      format: 'JSONEachRow',
    })
  ).json<{ n: number }>();
  expect(row?.n).toBe(kept.length);

  await eraseWords(
    house,
    all.map((requestId) => ({ tenant: 'ovk', requestId })),
  );
  expect(await rowsWith('Zakhar')).toBe(0);
  expect(await figures()).toEqual(before);
  expect(eventWords.size).toBeGreaterThan(10);
}, 60_000);

test('another tenant’s request is not touched, and what is no request’s id is no statement', async () => {
  const other = eventsOf(ground('kuty', { questions: ['Zakhar of Kuty.'] }), 3, FROM, TO, 4);
  await store(house, other);
  const ids = other.map(({ subjectId }) => subjectId);
  await eraseWords(
    house,
    ids.map((requestId) => ({ tenant: 'ovk', requestId })),
  );
  expect(await rowsWith('Zakhar of Kuty')).toBeGreaterThan(0);
  await eraseWords(house, [{ tenant: 'ovk', requestId: "x' OR 1 --" }]);
  await expect(eraseWords(house, [{ tenant: "ovk' OR 1", requestId: ids[0] ?? '' }])).rejects.toThrow('tenant');
});
