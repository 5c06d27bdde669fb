import { readFileSync } from 'node:fs';
import type { Regulation } from '@reglament/domain/regulation';
import { isoOf } from '@reglament/domain/time';
import { FixedClock } from '@reglament/platform/clock';
import { RegulationBook, type RegulationNews } from '@reglament/platform/regulations';
import { createLogger } from '@reglament/platform/telemetry';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import pg from 'pg';
import { msk, regulations, request, shown } from '../sla.samples.ts';
import { UNDER_OTHER_TERMS } from '../store/clock-store.ts';
import type { News } from '../store/fact-store.ts';
import { migrations } from '../store/migrations/index.ts';
import { ExplainClocks } from './explain-clocks.ts';
import { FoldNews } from './fold-news.ts';
import { ReevaluateOpen } from './reevaluate-open.ts';
import { Terms } from './terms.ts';

const clock = new FixedClock(msk('2026-11-20 10:00'));
const logger = createLogger({ name: 'sla', instance: '1', level: 'silent' });
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase({ service: 'sla', migrations });
}, 60_000);
afterAll(() => db.close());

/** The service as it would be after a start with this book. */
function serviceWith(book: RegulationBook) {
  const terms = new Terms();
  const foldNews = new FoldNews(book, clock, terms);
  const sweep = new ReevaluateOpen(db.database, book, terms, foldNews, logger);
  return {
    arrive: (...news: News[]) => db.database.tenant('ovk', (tx) => foldNews.handle(tx, news)),
    reevaluate: async () => {
      let all = 0;
      for (let done = await sweep.handle(); done > 0; done = await sweep.handle()) all += done;
      return all;
    },
    waiting: () => sweep.waiting('ovk'),
    clocks: async (requestId: string, rule: string) =>
      ((await new ExplainClocks(db.database, book, clock, terms).handle('ovk', requestId, 'ru')) ?? []).filter(
        (one) => one.rule === rule,
      ),
    seen: async (requestId: string) =>
      ((await new ExplainClocks(db.database, book, clock, terms).handle('ovk', requestId, 'ru')) ?? []).map((one) =>
        [one.rule, one.run, one.verdict ?? one.state, shown(one.dueAt), one.explanation.withinMs, one.formerRules].join(
          ' ',
        ),
      ),
  };
}

/** The book with another ovk: its answer within 20 minutes, and no clock of placement any more. */
function changedBook(): RegulationBook {
  const change = (regulation: Regulation): Regulation =>
    regulation.tenant !== 'ovk'
      ? regulation
      : {
          ...regulation,
          clocks: regulation.clocks
            .filter((rule) => rule.id !== 'placement')
            .map((rule) => (rule.id === 'answer' ? { ...rule, within: 20 * 60_000 } : rule)),
        };
  return new RegulationBook(regulations.all().map(change));
}

test('after a start with a changed regulation open clocks run under it, stopped ones keep the verdict of their time', async () => {
  const before = serviceWith(regulations);
  const open = request();
  await before.arrive(open.submitted('2026-11-20 17:50'));
  const answered = request();
  const reply = answered.fact('work.replied', '2026-11-20 10:25');
  await before.arrive(answered.submitted('2026-11-20 10:00'), answered.fact('work.queued', '2026-11-20 10:00'), reply);

  const after = serviceWith(changedBook());
  expect(await after.reevaluate()).toBe(1);
  expect(await after.reevaluate()).toBe(0);
  expect(await after.seen(open.requestId)).toEqual(['answer 1 running 2026-11-23 09:10 1200000 false']);
  // A fact that comes now folds the request anew, but does not touch what has stopped.
  await after.arrive(answered.fact('work.reopened', '2026-11-20 11:00'));
  expect(await after.seen(answered.requestId)).toEqual(
    expect.arrayContaining([
      'answer 1 kept 2026-11-20 10:30 1800000 true',
      'answer 2 running 2026-11-20 11:20 1200000 false',
    ]),
  );

  const said = await db.admin<{ type: string; payload: { rule: string; dueAt: string; verdict?: string } }>(
    'SELECT type, payload FROM sla.outbox WHERE subject_id = $1 ORDER BY id',
    [open.requestId],
  );
  const history = said.map(({ type, payload }) => [
    payload.rule,
    type.split('.')[1],
    shown(payload.dueAt),
    payload.verdict,
  ]);
  expect(history).toEqual(
    expect.arrayContaining([
      ['answer', 'scheduled', '2026-11-23 09:20', undefined],
      ['answer', 'scheduled', '2026-11-23 09:10', undefined],
      ['placement', 'stopped', '2026-11-20 17:53', 'cancelled'],
    ]),
  );
});

test('each batch seeks to its place, by a plan for any place: what is done already is not read again', async () => {
  const client = new pg.Client({ connectionString: db.adminUrl });
  await client.connect();
  // Of so few rows all would be read.
  await client.query('SET enable_seqscan = off');
  const { rows } = await client.query<Record<string, string>>(`EXPLAIN (GENERIC_PLAN) ${UNDER_OTHER_TERMS}`);
  await client.end();
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Cond: .*request_id > \$6/);
});

const text = readFileSync(new URL('../../../regulations/ovk.yaml', import.meta.url), 'utf8');
/** The shipped regulations with everything published in them, beside a clock that shows noon of 20 November. */
const bookWith = (...news: RegulationNews[]): RegulationBook => {
  const published = news.some(({ kind }) => kind === 'published');
  const folder = new URL('../../../regulations', import.meta.url).pathname;
  const book = published ? RegulationBook.load(folder, clock) : new RegulationBook(regulations.all(), { clock });
  for (const one of news) book.apply(one);
  return book;
};
const faster: RegulationNews = {
  ...{ kind: 'published', tenant: 'ovk', number: 1, edition: 'faster', replaces: '2026-11', by: 'Анна' },
  ...{ at: msk('2026-11-20 09:30'), inForceFrom: msk('2026-11-20 09:30') },
  text: text.replace(/edition: \{ id: [^,]+,/, 'edition: { id: faster,').replace('within: 30 min', 'within: 20 min'),
};
const day = (number: number, date: string, hours: string | null, at: string): RegulationNews => ({
  ...{ kind: 'day-changed', tenant: 'ovk', number, date, hours, reason: 'Санитарный день', by: 'Анна', at: msk(at) },
});

test('kz-portal 30-1: a request goes on under the edition it was filed under when another is published', async () => {
  const before = serviceWith(bookWith());
  const old = request();
  await before.arrive(old.submitted('2026-11-20 17:50'));
  const after = serviceWith(bookWith(faster));
  await after.reevaluate();
  const fresh = request();
  await after.arrive(fresh.submitted('2026-11-20 17:50', 'faster'));
  // Filed under an edition that this service has not heard of yet: by the one in force, and set right when it arrives.
  const early = request();
  await before.arrive(early.submitted('2026-11-20 17:50', 'faster'));
  const answer = async (service: typeof after, requestId: string) =>
    (await service.seen(requestId)).find((line) => line.startsWith('answer'));
  expect(await answer(after, old.requestId)).toBe('answer 1 running 2026-11-23 09:20 1800000 false');
  expect(await answer(after, fresh.requestId)).toBe('answer 1 running 2026-11-23 09:10 1200000 false');
  expect(await serviceWith(bookWith(faster)).reevaluate()).toBe(1);
  expect(await answer(after, early.requestId)).toBe('answer 1 running 2026-11-23 09:10 1200000 false');
});

test('a changed day moves open clocks, and the explanation shows what was promised before and why it changed', async () => {
  const open = request();
  await serviceWith(bookWith()).arrive(open.submitted('2026-11-20 17:50'));
  const closed = day(1, '2026-11-23', 'closed', '2026-11-20 18:00');
  const after = serviceWith(bookWith(closed));
  expect(await after.waiting()).toBeGreaterThan(0);
  await after.reevaluate();
  expect(await after.waiting()).toBe(0);
  const again = serviceWith(bookWith(closed, day(2, '2026-11-23', '12:00-15:00', '2026-11-20 19:00')));
  await again.reevaluate();
  // Nothing is worked out twice, and a change that concerns no day of the clock moves nothing.
  await serviceWith(bookWith(closed, day(2, '2026-11-23', '12:00-15:00', '2026-11-20 19:00'))).reevaluate();
  const [answer] = await again.clocks(open.requestId, 'answer');
  const because = (hours: string, at: string) => [
    { date: '2026-11-23', hours, reason: 'Санитарный день', by: 'Анна', at: isoOf(msk(at)) },
  ];
  const moment = (local: string) => isoOf(msk(local));
  expect(answer?.dueAt).toBe(moment('2026-11-23 12:20'));
  expect(answer?.former).toEqual([
    {
      ...{ dueAt: moment('2026-11-23 09:20'), becameDueAt: moment('2026-11-24 09:20'), movedAt: isoOf(clock.now()) },
      because: because('closed', '2026-11-20 18:00'),
    },
    {
      ...{ dueAt: moment('2026-11-24 09:20'), becameDueAt: moment('2026-11-23 12:20'), movedAt: isoOf(clock.now()) },
      because: because('12:00-15:00', '2026-11-20 19:00'),
    },
  ]);
  expect(answer?.explanation.spans).toContainEqual({
    ...{ from: moment('2026-11-23 12:00'), to: moment('2026-11-23 12:20'), is: 'counted', why: 'Санитарный день' },
  });
});

test('whether a stop or a changed day is heard of first makes no difference', async () => {
  const changes = [
    day(1, '2026-11-20', '09:00-10:00, 14:00-18:00', '2026-11-20 10:20'),
    day(2, '2026-11-20', '09:00-18:00', '2026-11-20 10:50'),
  ];
  const stoppedAt = ['2026-11-20 10:10', '2026-11-20 10:40', '2026-11-20 11:10'];
  const ways = await Promise.all(
    stoppedAt.map(async (at) => {
      const [first, last] = [request(), request()];
      const stop = (one: typeof first) => one.fact('work.replied', at);
      for (const one of [first, last]) await serviceWith(bookWith()).arrive(one.submitted('2026-11-20 09:50'));
      await serviceWith(bookWith()).arrive(stop(first));
      for (const news of [changes.slice(0, 1), changes]) await serviceWith(bookWith(...news)).reevaluate();
      await serviceWith(bookWith(...changes)).arrive(stop(last));
      const recorded = await Promise.all(
        [first, last].map(({ requestId }) =>
          db.admin<{ verdict: string; due_at: Date }>(
            "SELECT verdict, due_at, terms FROM sla.clocks WHERE request_id = $1 AND rule = 'answer'",
            [requestId],
          ),
        ),
      );
      const [a, b] = recorded.map(([row]) => row);
      expect(a).toEqual(b);
      return [a?.verdict, shown(a?.due_at.toISOString() ?? null)];
    }),
  );
  expect(ways).toEqual([
    ['kept', '2026-11-20 10:20'],
    ['kept', '2026-11-20 14:20'],
    ['broken', '2026-11-20 10:20'],
  ]);
});

test('a start with the same regulation finds nothing to do', async () => {
  const { submitted } = request();
  const service = serviceWith(regulations);
  await service.arrive(submitted('2026-11-20 10:00'));
  await service.reevaluate();
  expect(
    await serviceWith(RegulationBook.load(new URL('../../../regulations', import.meta.url).pathname)).reevaluate(),
  ).toBe(0);
});
