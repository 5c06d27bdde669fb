import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '@reglament/domain/time';
import type { Principal } from '@reglament/platform/auth';
import { FixedClock } from '@reglament/platform/clock';
import { SweepRunner } from '@reglament/platform/events';
import { RegulationBook, RegulationFeed } from '@reglament/platform/regulations';
import { createLogger } from '@reglament/platform/telemetry';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { entities } from '../store/entities.ts';
import { migrations } from '../store/migrations/index.ts';
import { PublishRegulation } from './publish-regulation.ts';
import { ShowRegulation } from './show-regulation.ts';

const folder = join(import.meta.dirname, '../../../regulations');
const text = readFileSync(join(folder, 'edoc.yaml'), 'utf8');
const hourly = text.replace('within: 8 h', 'within: 1 h');
const clock = new FixedClock('2026-11-25T10:00+05:00');
const logger = createLogger({ name: 'gateway', instance: '1', level: 'silent' });
const manager: Principal = {
  ...{ tenant: 'edoc', subject: 'manager', name: 'Айгерим', kind: 'staff' },
  ...{ roles: ['manager'], scopes: [] },
};
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase({ service: 'gateway', migrations, entities });
}, 60_000);
afterAll(() => db.close());

/** The gateway as it would be after a start: its book knows what was published before. */
async function started() {
  const book = RegulationBook.load(folder, clock);
  const feed = new RegulationFeed(db.database, book, new SweepRunner(db.database, logger), logger);
  await feed.refresh();
  const show = new ShowRegulation(book, clock);
  return { book, feed, show, publish: new PublishRegulation(db.database, book, feed, clock, show) };
}
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code;
const said = () =>
  db.admin<{ type: string; tenant: string; payload: Record<string, unknown> }>(
    'SELECT type, tenant, payload FROM gateway.outbox ORDER BY id',
  );

test('an edition is in force from its publication, said with its text and its differences in each language', async () => {
  const gateway = await started();
  const asked = { text: hourly, edition: 'hourly', inForceFrom: null };
  const outcome = await gateway.publish.edition(manager, asked, 'ru');
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      edition: 'hourly',
      state: 'in-force',
      inForceFrom: '2026-11-25T05:00:00.000Z',
      by: 'Айгерим',
      differences: [
        {
          clause: '15',
          sentences: ['«Ожидание ответа обратившегося»: было 8 часов рабочего времени, стало 1 час рабочего времени.'],
        },
      ],
    },
  });
  expect(gateway.book.get('edoc')?.edition).toEqual({ id: 'hourly', inForceFrom: '2026-11-25' });
  const [event] = await said();
  expect(event).toMatchObject({
    type: 'regulation.published.v1',
    payload: {
      ...{ number: 1, edition: 'hourly', replaces: '2026-11', inForceFrom: '2026-11-25T05:00:00.000Z' },
      changes: {
        ru: 'Пункт 15. «Ожидание ответа обратившегося»: было 8 часов рабочего времени, стало 1 час рабочего времени.',
        kk: '15-тармақ. «Жүгінген адамның жауабын күту»: бұрын жұмыс уақытымен 8 сағат, енді жұмыс уақытымен 1 сағат.',
      },
    },
  });
  // Another instance, and one that starts now, know it too.
  expect((await started()).book.get('edoc')?.edition.id).toBe('hourly');
  expect((await started()).show.all('edoc', 'ru')).toMatchObject({
    value: {
      proposedEdition: '2026-11-25',
      editions: [
        { edition: 'hourly', state: 'in-force' },
        { edition: '2026-11', state: 'past', by: null },
      ],
    },
  });
});

test('what cannot be published is refused with a code, and nothing is kept or said', async () => {
  const { publish } = await started();
  const before = (await said()).length;
  const edition = (over: object) => publish.edition(manager, { text, edition: 'x', inForceFrom: null, ...over }, 'ru');
  expect(codeOf(await edition({ edition: 'hourly' }))).toBe('edition-taken');
  expect(codeOf(await edition({ inForceFrom: (clock.now() - 1) as Instant }))).toBe('moment-passed');
  expect(codeOf(await edition({ text: hourly }))).toBe('nothing-changed');
  const wrong = await edition({ text: text.replace('within: 8 h', 'within: soon') });
  expect(wrong).toMatchObject({
    refusal: {
      code: 'draft-refused',
      errors: [{ message: expect.stringMatching(/^edoc\.yaml, строка \d+, пункт 15: /) }],
    },
  });
  expect(codeOf(await edition({ text: readFileSync(join(folder, 'ovk.yaml'), 'utf8') }))).toBe('draft-refused');
  const day = (over: object) =>
    publish.day(manager, { date: '2026-12-30', hours: 'closed', reason: 'x', ...over }, 'ru');
  expect(codeOf(await day({ hours: 'nine to five' }))).toBe('hours-unreadable');
  expect(codeOf(await day({ date: '2026-11-24' }))).toBe('day-passed');
  expect(codeOf(await day({ hours: null }))).toBe('nothing-changed');
  expect(await said()).toHaveLength(before);
});

test('several instances publish at once: each piece of news has its number, none is lost', async () => {
  const instances = await Promise.all([started(), started(), started()]);
  const [first] = instances;
  if (first === undefined) throw new Error('three were started');
  const done = await Promise.all([
    ...instances.map(({ publish }, i) =>
      publish.day(manager, { date: `2026-12-2${i + 1}`, hours: 'closed', reason: `день ${i}` }, 'ru'),
    ),
    ...instances.map(({ publish }, i) =>
      publish.edition(manager, { text, edition: `back-${i}`, inForceFrom: null }, 'ru'),
    ),
  ]);
  // An older text is published anew under another name; the second who does so changes nothing.
  expect(done.map((outcome) => codeOf(outcome) ?? 'published').sort()).toEqual([
    ...['nothing-changed', 'nothing-changed', 'published', 'published', 'published', 'published'],
  ]);
  const rows = await db.admin<{ number: number }>('SELECT number FROM gateway.regulation_news ORDER BY number');
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  await Promise.all(instances.map(({ feed }) => feed.refresh()));
  expect(instances.map(({ book }) => book.version('edoc'))).toEqual([5, 5, 5]);
  expect(first.show.all('edoc', 'ru')).toMatchObject({ value: { days: [{}, {}, { isLatest: true }] } });
});

test('a later edition waits for its moment; a text of today is published before it all the same', async () => {
  const { publish, book } = await started();
  const from = (clock.now() + 86_400_000) as Instant;
  const later = text.replace('within: 8 h', 'within: 2 h');
  expect(await publish.edition(manager, { text: later, edition: 'tomorrow', inForceFrom: from }, 'ru')).toMatchObject({
    value: { state: 'scheduled' },
  });
  expect(await publish.edition(manager, { text: hourly, edition: 'today', inForceFrom: null }, 'ru')).toMatchObject({
    value: { state: 'in-force' },
  });
  clock.set(from);
  expect(book.get('edoc')?.edition).toEqual({ id: 'tomorrow', inForceFrom: '2026-11-26' });
});

test('a draft is checked by line and clause, or told in words; nothing is kept', async () => {
  const { show } = await started();
  expect(show.draft('edoc', 'tenant: edoc\n', 'ru')).toMatchObject({
    value: {
      differences: null,
      mistakes: expect.arrayContaining([{ line: 1, clause: null, sentence: 'Здесь не хватает `country`.' }]),
    },
  });
  expect(show.draft('edoc', text, 'en')).toMatchObject({
    value: { mistakes: [], against: 'tomorrow', differences: [{ clause: '15' }] },
  });
});
