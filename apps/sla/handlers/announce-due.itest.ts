import { FixedClock } from '@reglament/platform/clock';
import { Metrics } from '@reglament/platform/telemetry';
import { type TestDatabase, testDatabase } from '@reglament/testing/database';
import { msk, regulations, request, shown } from '../sla.samples.ts';
import type { News } from '../store/fact-store.ts';
import { migrations } from '../store/migrations/index.ts';
import { AnnounceDue } from './announce-due.ts';
import { FoldNews } from './fold-news.ts';
import { Terms } from './terms.ts';

let db: TestDatabase;
const clock = new FixedClock(msk('2026-11-20 10:00'));
const foldNews = new FoldNews(regulations, clock, new Terms());
let instances: AnnounceDue[];
beforeEach(async () => {
  db = await testDatabase({ service: 'sla', migrations });
  instances = [db.database, db.open()].map((database) => new AnnounceDue(database, clock, new Metrics()));
  clock.set(msk('2026-11-20 10:00'));
}, 60_000);
afterEach(() => db.close());

const arrive = (...news: News[]) => db.database.tenant('ovk', (tx) => foldNews.handle(tx, news));
/** Both instances at once, until neither finds anything more. */
async function tick(at: string): Promise<void> {
  clock.set(msk(at));
  for (let round = 0; round < 20; round += 1) {
    const taken = await Promise.all(instances.map((instance) => instance.handle()));
    if (taken.every((one) => one.taken === 0)) return;
  }
  throw new Error('the ticker finds no end');
}

interface Said {
  type: string;
  tenant: string;
  subject_id: string;
  payload: { rule: string; dueAt: string; late?: boolean };
}
const said = async (what: string): Promise<string[]> => {
  const rows = await db.admin<Said>('SELECT * FROM sla.outbox WHERE type = $1 ORDER BY id', [`clock.${what}.v1`]);
  return rows.map(
    ({ payload }) =>
      `${payload.rule} ${shown(payload.dueAt)}${payload.late === undefined ? '' : payload.late ? ' late' : ' in time'}`,
  );
};

test('ovk 2.4: two instances announce each warning and each expiry once, however often they look', async () => {
  const count = 40;
  for (let index = 0; index < count; index += 1) {
    const { submitted, fact } = request();
    await arrive(submitted('2026-11-20 10:00'), fact('work.queued', '2026-11-20 10:00'));
  }
  await tick('2026-11-20 10:02:59');
  expect(await said('warned')).toEqual([]);
  for (const at of ['10:03', '10:03:30', '10:04', '10:04:59', '10:05', '10:05:01', '10:06'])
    await tick(`2026-11-20 ${at}`);
  const twice = Array.from({ length: 2 * count }, () => 'moderation 2026-11-20 10:05');
  expect(await said('warned')).toEqual(twice);
  expect(await said('expired')).toEqual(Array.from({ length: count }, () => 'moderation 2026-11-20 10:05 in time'));
});

test('after a stop every missed expiry is announced once and marked late, warnings that it overtook are not', async () => {
  const { submitted, fact } = request();
  await arrive(submitted('2026-11-20 10:00'), fact('work.queued', '2026-11-20 10:00'));
  await tick('2026-11-20 10:28');
  expect(await said('expired')).toEqual(['moderation 2026-11-20 10:05 late']);
  // The answer still runs: one warning stands for the two that have passed.
  expect(await said('warned')).toEqual(['answer 2026-11-20 10:30']);
  await tick('2026-11-20 10:30');
  await tick('2026-11-20 12:00');
  expect(await said('expired')).toEqual(['moderation 2026-11-20 10:05 late', 'answer 2026-11-20 10:30 in time']);
});

test('a pause silences a clock, and going on arms it again for its new moment', async () => {
  const { submitted, fact } = request();
  await arrive(
    submitted('2026-11-20 10:00'),
    fact('work.queued', '2026-11-20 10:00'),
    fact('work.assigned', '2026-11-20 10:01'),
  );
  await arrive(fact('work.information-requested', '2026-11-20 10:10'));
  await tick('2026-11-20 11:59');
  expect(await said('expired')).toEqual([]);
  await arrive(fact('request.message-received', '2026-11-20 12:00'));
  await tick('2026-11-20 12:19');
  expect(await said('expired')).toEqual([]);
  await tick('2026-11-20 12:20');
  expect(await said('expired')).toEqual(['answer 2026-11-20 12:20 in time']);
});

test('what a broken transaction announced is announced by the next one', async () => {
  const { submitted, fact } = request();
  await arrive(submitted('2026-11-20 10:00'), fact('work.queued', '2026-11-20 10:00'));
  clock.set(msk('2026-11-20 10:05'));
  await db.admin('ALTER TABLE sla.outbox RENAME TO away');
  await expect(instances[0]?.handle()).rejects.toThrow('outbox');
  await db.admin('ALTER TABLE sla.away RENAME TO outbox');
  await tick('2026-11-20 10:05');
  expect(await said('expired')).toEqual(['moderation 2026-11-20 10:05 in time']);
});

test('the next announcement is known, so that the ticker can sleep until it', async () => {
  expect((await instances[0]?.handle())?.nextAt).toBeNull();
  const { submitted } = request();
  await arrive(submitted('2026-11-20 17:50'));
  expect(shown((await instances[0]?.handle())?.nextAt ?? null)).toBe('2026-11-20 17:51');
});
