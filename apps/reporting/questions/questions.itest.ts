import type { Regulation } from '@reglament/domain/regulation';
import type { Instant } from '@reglament/domain/time';
import type { ClickHouse } from '@reglament/platform/clickhouse';
import { FixedClock } from '@reglament/platform/clock';
import { RegulationBook } from '@reglament/platform/regulations';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { eraseWords } from '../archive/erase-words.ts';
import { readMonthlyReport } from '../reports/monthly-report.ts';
import { Archive } from '../statistics/archive.ts';
import { listRequests } from '../statistics/list-requests.ts';
import { periodOf } from '../statistics/period.ts';
import { readDetails } from '../statistics/read-details.ts';
import { migrations } from '../store/migrations/index.ts';
import { GroupQuestions } from '../sweeps/group-questions.ts';
import { store, testArchive } from '../testing/house.ts';
import { asked, ODD } from './asked.samples.ts';
import { CopyQuestions } from './copy.ts';
import { ForgetWordings } from './forget-wordings.ts';
import { GroupMonth } from './group-month.ts';
import { readMonths } from './months.ts';
import { readQuestions } from './read-questions.ts';

const book = RegulationBook.load('regulations');
const clock = new FixedClock('2026-09-20T09:00:00Z');
const BUILT_IN = { url: '', token: '', alike: 0.75, timeoutMs: 1_000 };

let house: ClickHouse;
let closeArchive: () => Promise<void>;
let archive: Archive;
let tables: TestDatabase;
let ovk: Regulation;
let sweep: GroupQuestions;
let months: GroupMonth;

beforeAll(async () => {
  const found = book.get('ovk');
  if (found === undefined) throw new Error('no ovk');
  ovk = found;
  [{ house, close: closeArchive }, tables] = await Promise.all([
    testArchive(),
    testDatabase({ service: 'reporting', migrations }),
  ]);
  archive = new Archive(house);
  const copies = new CopyQuestions(tables.database, archive, house);
  months = new GroupMonth(tables.database, clock, archive, copies, BUILT_IN);
  sweep = new GroupQuestions(tables.database, clock, book, months, copies);
  await store(house, [
    ...asked('ovk', '2026-09-10', { signature: 9, letter: 6, statement: 4, 'deadline-kk': 3 }, ODD.slice(0, 3)),
    ...asked('kuty', '2026-09-10', { letter: 5 }),
  ]);
}, 120_000);

afterAll(async () => {
  await tables?.close();
  await closeArchive?.();
}, 30_000);

const grouped = async () => {
  while ((await sweep.round()) > 0);
};
const month = (of: string) => periodOf('month', `${of}-01`, ovk.calendar.timeZone);
const page = (of: string) =>
  readQuestions(archive, tables.database, ovk, month(of), { search: '', limit: 50, offset: 0 }, 'ru');
const idOf = async (of: string, name: RegExp) => (await page(of)).items.find((item) => name.test(item.name))?.groupId;

test('ovk 3.2: a month is grouped in the background, and what nobody else asks stays out', async () => {
  await grouped();
  const { items, received, grouped: counted, months: done } = await page('2026-09');
  expect(items.map(({ count }) => count)).toEqual([9, 6, 4, 3]);
  expect(items[0]?.name).toMatch(/электронную подпись/);
  expect([received, counted]).toEqual([25, 22]);
  expect(done).toMatchObject([
    { month: '2026-09', state: 'ready', percent: 100, requests: 25, alone: 3, method: 'built-in' },
  ]);
  for (const { examples, name } of items) expect(examples).not.toContain(name);
});

test('questions: one tenant’s groups are not another’s, in tables and in the archive', async () => {
  const theirs = await tables.database.tenant('kuty', (tx) =>
    tx.sql<{ name: string }>('SELECT name FROM reporting.question_groups'),
  );
  expect(theirs).toHaveLength(1);
  const foreign = await tables.database.system((tx) => tx.sql('SELECT FROM reporting.question_groups')).catch(String);
  expect(foreign).toContain('permission denied');
});

test('questions: a month that grows, or is grouped again, keeps its groups and their ids', async () => {
  const before = await page('2026-09');
  await store(house, asked('ovk', '2026-09-25', { signature: 3, statement: 2 }));
  await months.group(ovk, '2026-09-01');
  await months.group(ovk, '2026-09-01');
  const after = await page('2026-09');
  expect(after.items.map(({ count }) => count)).toEqual([12, 6, 6, 3]);
  expect(new Set(after.items.map(({ groupId }) => groupId))).toEqual(
    new Set(before.items.map(({ groupId }) => groupId)),
  );
});

test('questions: a group keeps its id in the next month, and its change is told', async () => {
  clock.set(Date.parse('2026-10-31T12:00:00Z') as Instant);
  await store(
    house,
    asked('ovk', '2026-10-12', { signature: 5, letter: 8, 'password-en': 4, 'update-uk': 3 }, ODD.slice(3)),
  );
  await grouped();
  const october = await page('2026-10');
  expect(october.items.map(({ count, before }) => [count, before])).toEqual([
    [8, 6],
    [5, 12],
    [4, 0],
    [3, 0],
  ]);
  expect(await idOf('2026-10', /подпись/)).toBe(await idOf('2026-09', /подпись/));
  expect(await idOf('2026-10', /письмо/)).toBe(await idOf('2026-09', /письмо/));
});

test('questions: page, statistics, report and list tell the same numbers, and each number leads to its requests', async () => {
  const seen = await page('2026-10');
  const details = await readDetails(archive, ovk, month('2026-10'), clock.now(), 'ru');
  const report = await readMonthlyReport(archive, ovk, '2026-10', clock.now(), 'ru');
  const rows = seen.items.map(({ groupId: key, name, count, before }) => ({ key, name, count, before }));
  expect(details.questions).toEqual(rows);
  expect(report.mostFrequent.map(({ key, question: name, count, before }) => ({ key, name, count, before }))).toEqual(
    rows,
  );
  for (const { groupId, count } of seen.items) {
    const span = { from: seen.fromAt, to: seen.toAt, limit: 50, offset: 0 };
    const { total, items } = await listRequests(archive, ovk, { metric: 'question', key: groupId, ...span }, 'ru');
    expect([total, items.length]).toEqual([count, count]);
  }
});

test('questions: personal data is neither in names nor in examples', async () => {
  const personal = [
    'Меня зовут Иван Петров, +7 912 345-67-89, не печатает касса',
    'не печатает касса, мой договор № 45/17, ivan.petrov@example.org',
    'Касса не печатает. С уважением, Петрова Мария Ивановна',
  ];
  await store(house, asked('ovk', '2026-10-20', {}, personal));
  await months.group(ovk, '2026-10-01');
  const { items } = await page('2026-10');
  const till = items.find(({ name }) => /касса/i.test(name));
  expect(till?.count).toBe(3);
  const [all] = await tables.admin<{ text: string }>(
    `SELECT string_agg(texts::text, ' ') || (SELECT string_agg(name, ' ') FROM reporting.question_groups) AS text
       FROM reporting.question_memory`,
  );
  expect(all?.text).toContain('•••');
  expect(all?.text).not.toMatch(/Петров|Иван|912|example\.org|45\/17|Мария/);
});

test('questions: a copy that ClickHouse lost is made again', async () => {
  const before = (await page('2026-10')).items;
  for (const table of ['question_members', 'question_groups'])
    await house.client.command({ query: `TRUNCATE TABLE ${house.database}.${table}` });
  expect((await page('2026-10')).items).toEqual([]);
  await new GroupQuestions(
    tables.database,
    clock,
    book,
    months,
    new CopyQuestions(tables.database, archive, house),
  ).round();
  expect((await page('2026-10')).items).toEqual(before);
});

test('questions: the months that are grouped tell how far they are', async () => {
  const done = await tables.database.tenant('ovk', (tx) => readMonths(tx, '2026-09-01', '2026-12-01'));
  expect(done.map(({ month: of, state }) => [of, state])).toEqual([
    ['2026-09-01', 'ready'],
    ['2026-10-01', 'ready'],
  ]);
  expect((await page('2026-12')).missing).toEqual(['2026-12']);
});

test('erasure: a wording that only an erased person used goes from names, examples and memory; what others asked too stays', async () => {
  const own = Array.from({ length: 3 }, () => 'Почему Захару Кузьмичу не начислили надбавку за выслугу?');
  const theirs = asked('ovk', '2026-10-20', {}, own);
  await store(house, [...theirs, ...asked('ovk', '2026-10-21', {}, ['Почему мне не начислили надбавку за выслугу?'])]);
  await months.group(ovk, '2026-10-01');
  const before = await page('2026-10');
  const group = before.items.find(({ name }) => /надбавку/.test(name));
  expect([group?.count, JSON.stringify(group)]).toEqual([4, expect.stringContaining('Захару')]);

  const signature = asked('ovk', '2026-10-22', { signature: 1 });
  await store(house, signature);
  const erased = [...theirs, ...signature].map(({ tenant, subjectId: requestId }) => ({ tenant, requestId }));
  const wordings = new ForgetWordings(
    tables.database,
    archive,
    house,
    new CopyQuestions(tables.database, archive, house),
  );
  await wordings.forget(erased);
  await wordings.forget(erased);
  await eraseWords(house, erased);
  const after = await page('2026-10');
  expect(JSON.stringify(after)).not.toMatch(/Захару|Кузьмичу/);
  const copied = await house.client.query({
    query: `SELECT name FROM ${house.database}.question_groups`,
    format: 'JSONEachRow',
  });
  const rows = await copied.json<{ name: string }>();
  expect(JSON.stringify(await everyRow()) + JSON.stringify(rows)).not.toMatch(/Захару|Кузьмичу/);
  expect(rows.length).toBeGreaterThan(3);
  expect(await idOf('2026-10', /^Почему мне не начислили надбавку/)).toBe(group?.groupId);
  expect(await idOf('2026-10', /электронную подпись/)).toBe(
    before.items.find(({ name }) => /электронную подпись/.test(name))?.groupId,
  );

  await months.group(ovk, '2026-10-01');
  expect((await page('2026-10')).items.filter(({ name }) => name === '' || /Захару/.test(name))).toEqual([]);
});

/** All that PostgreSQL keeps of the tenant's groups. */
const everyRow = () =>
  tables.database.tenant('ovk', async (tx) => [
    await tx.sql('SELECT name FROM reporting.question_groups'),
    await tx.sql('SELECT texts FROM reporting.question_memory'),
  ]);
