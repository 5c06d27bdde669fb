import { FixedClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { msk, regulations, request, shown } from '../sla.samples.ts';
import type { News } from '../store/fact-store.ts';
import { migrations } from '../store/migrations/index.ts';
import { FoldNews } from './fold-news.ts';
import { Terms } from './terms.ts';

const NOW = '2026-11-20 09:00';
let db: TestDatabase;
let clock: FixedClock;
let foldNews: FoldNews;
beforeAll(async () => {
  db = await testDatabase({ service: 'sla', migrations });
  clock = new FixedClock(msk(NOW));
  foldNews = new FoldNews(regulations, clock, new Terms());
}, 60_000);
afterAll(() => db.close());

const arrive = (...news: News[]) => db.database.tenant('ovk', (tx) => foldNews.handle(tx, news));

interface Row {
  rule: string;
  run: number;
  state: string;
  verdict: string | null;
  due_at: Date | null;
  next_at: Date | null;
}
const rowsOf = (requestId: string) =>
  db.admin<Row>('SELECT * FROM sla.clocks WHERE request_id = $1 ORDER BY rule, run', [requestId]);
const said = async (requestId: string): Promise<string[]> => {
  const rows = await db.admin<{ type: string; payload: { rule: string; dueAt: string | null; verdict?: string } }>(
    'SELECT type, payload FROM sla.outbox WHERE subject_id = $1 ORDER BY id',
    [requestId],
  );
  return rows.map(({ type, payload }) =>
    [payload.rule, type.split('.')[1], shown(payload.dueAt), payload.verdict].filter((part) => part != null).join(' '),
  );
};
const seen = async (requestId: string): Promise<string[]> =>
  (await rowsOf(requestId)).map(({ rule, run, state, verdict, due_at }) =>
    [rule, run, verdict ?? state, shown(due_at?.toISOString() ?? null)].join(' '),
  );

test('ovk 2.7: filed Friday 17:50, the answer is due Monday 9:20; placement runs by the clock on the wall', async () => {
  const { requestId, submitted } = request();
  await arrive(submitted('2026-11-20 17:50'));
  expect(await seen(requestId)).toEqual(['answer 1 running 2026-11-23 09:20', 'placement 1 running 2026-11-20 17:53']);
  expect(await said(requestId)).toEqual(['placement scheduled 2026-11-20 17:53', 'answer scheduled 2026-11-23 09:20']);
});

test('ovk 2.8: a failure has the sixty minutes of restoration instead', async () => {
  const { requestId, submitted } = request(newId(), 'failure');
  await arrive(submitted('2026-11-20 10:00'));
  expect(await seen(requestId)).toContain('restoration 1 running 2026-11-20 11:00');
});

test('facts that came before the submission count as soon as it is known', async () => {
  const { requestId, submitted, fact } = request();
  await arrive(fact('work.queued', '2026-11-20 10:00'));
  await arrive(fact('work.assigned', '2026-11-20 10:04'));
  expect(await seen(requestId)).toEqual([]);
  await arrive(submitted('2026-11-20 09:59'));
  expect(await seen(requestId)).toEqual([
    'answer 1 running 2026-11-20 10:29',
    'moderation 1 kept 2026-11-20 10:05',
    'placement 1 kept 2026-11-20 10:02',
  ]);
});

test('the answer waits while the requester is asked, and goes on with what was left', async () => {
  const { requestId, submitted, fact } = request();
  await arrive(submitted('2026-11-20 10:00'), fact('work.queued', '2026-11-20 10:00'));
  await arrive(fact('work.information-requested', '2026-11-20 10:10'));
  expect(await seen(requestId)).toContain('answer 1 paused ');
  expect((await rowsOf(requestId)).find(({ rule }) => rule === 'answer')?.next_at).toBeNull();
  await arrive(fact('request.message-received', '2026-11-20 12:00'));
  expect(await seen(requestId)).toContain('answer 1 running 2026-11-20 12:20');
  await arrive(fact('work.replied', '2026-11-20 12:20'));
  expect(await seen(requestId)).toContain('answer 1 kept 2026-11-20 12:20');
});

test('a fact that comes twice changes nothing and says nothing', async () => {
  const { requestId, submitted, fact } = request();
  const queued = fact('work.queued', '2026-11-20 10:00');
  await arrive(submitted('2026-11-20 10:00'), queued, queued);
  const before = await said(requestId);
  await arrive(queued);
  expect(await said(requestId)).toEqual(before);
});

test('facts in any order, in any company, give the same clocks', async () => {
  const life = (of: ReturnType<typeof request>): News[] => [
    of.submitted('2026-11-20 10:00'),
    of.fact('work.queued', '2026-11-20 10:01'),
    of.fact('work.assigned', '2026-11-20 10:03'),
    of.fact('work.call-attempted', '2026-11-20 10:05', { outcome: 'no-answer' }),
    of.fact('work.information-requested', '2026-11-20 10:10'),
    of.fact('request.message-received', '2026-11-20 11:00'),
    of.fact('work.call-attempted', '2026-11-20 11:05', { outcome: 'answered' }),
    of.fact('work.replied', '2026-11-20 11:30'),
    of.fact('work.resolved', '2026-11-20 11:31'),
    of.fact('work.reopened', '2026-11-20 15:00'),
  ];
  const inOrder = request();
  for (const one of life(inOrder)) await arrive(one);
  const expected = await seen(inOrder.requestId);
  expect(expected).toContain('answer 1 broken 2026-11-20 11:20');
  expect(expected).toContain('answer 2 running 2026-11-20 15:30');
  for (let round = 1; round <= 6; round += 1) {
    const mixed = request();
    // A fixed permutation of ten for each round: 3, 7 and 9 have no divisor in common with ten.
    const step = [3, 7, 9][round % 3] ?? 3;
    const facts = life(mixed);
    const order = facts
      .map((_, index) => facts[(index * step + round) % facts.length])
      .filter((one) => one !== undefined);
    const size = 1 + (round % 4);
    for (let from = 0; from < order.length; from += size) await arrive(...order.slice(from, from + size));
    expect(await seen(mixed.requestId)).toEqual(expected);
  }
});

test('two instances that learn of one request at the same moment wait for each other: no fact is overlooked', async () => {
  const other = db.open();
  const second = (...news: News[]) => other.tenant('ovk', (tx) => foldNews.handle(tx, news));
  for (let round = 0; round < 10; round += 1) {
    const { requestId, submitted, fact } = request();
    await Promise.all([
      arrive(submitted('2026-11-20 10:00')),
      second(fact('work.queued', '2026-11-20 10:01')),
      arrive(fact('work.replied', '2026-11-20 10:20')),
    ]);
    expect(await seen(requestId)).toEqual([
      'answer 1 kept 2026-11-20 10:30',
      'moderation 1 broken 2026-11-20 10:06',
      'placement 1 kept 2026-11-20 10:03',
    ]);
  }
});

test('a broken promise nobody announced is announced first', async () => {
  const { requestId, submitted, fact } = request();
  await arrive(submitted('2026-11-20 10:00'), fact('work.queued', '2026-11-20 10:00'));
  clock.set(msk('2026-11-20 10:40'));
  await arrive(fact('work.assigned', '2026-11-20 10:39'));
  expect((await said(requestId)).filter((one) => one.startsWith('moderation'))).toEqual([
    'moderation scheduled 2026-11-20 10:05',
    'moderation expired 2026-11-20 10:05',
    'moderation stopped 2026-11-20 10:05 broken',
  ]);
  clock.set(msk(NOW));
});

test('a request of one tenant does not exist for another', async () => {
  const { requestId, submitted } = request();
  await arrive(submitted('2026-11-20 10:00'));
  const rows = await db.database.tenant('edoc', (tx) =>
    tx.sql('SELECT 1 FROM sla.clocks WHERE request_id = $1', [requestId]),
  );
  expect(rows).toEqual([]);
});
