import type { Regulation } from '@reglament/domain/regulation';
import { FixedClock } from '@reglament/platform/clock';
import { RegulationBook } from '@reglament/platform/regulations';
import { createLogger } from '@reglament/platform/telemetry';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { msk, regulations, request, shown } from '../sla.samples.ts';
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

test('a start with the same regulation finds nothing to do', async () => {
  const { submitted } = request();
  const service = serviceWith(regulations);
  await service.arrive(submitted('2026-11-20 10:00'));
  await service.reevaluate();
  expect(
    await serviceWith(RegulationBook.load(new URL('../../../regulations', import.meta.url).pathname)).reevaluate(),
  ).toBe(0);
});
