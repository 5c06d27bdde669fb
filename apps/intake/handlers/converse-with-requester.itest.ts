import { FixedClock } from '@reglament/platform/clock';
import type { TestDatabase } from '@reglament/testing/database';
import { regulationBook } from '@reglament/testing/regulations';
import { file, filingService, friday, intakeDatabase } from '../intake.samples.ts';
import { ConverseWithRequester } from './converse-with-requester.ts';
import { ShowStatus } from './show-status.ts';

const tenant = 'ovk';
const asked = '2026-11-20T15:10:00.000Z';
let db: TestDatabase;
let converse: ConverseWithRequester;

beforeAll(async () => {
  db = await intakeDatabase();
  const [book, clock] = [regulationBook(), new FixedClock(friday)];
  converse = new ConverseWithRequester(db.open(), book, clock, new ShowStatus(db.open(), book, clock));
});
afterAll(() => db.close());

const moments = async (requestId: string) =>
  (
    await db.admin<{ at: Date }>('SELECT occurred_at AS at FROM intake.outbox WHERE subject_id = $1 ORDER BY id', [
      requestId,
    ])
  ).map(({ at }) => at.toISOString());

test('an answer and a withdrawal come no earlier than what they follow, though the clock of this machine is behind', async () => {
  const { requestId, number } = await file(filingService(db));
  await db.admin(`UPDATE intake.requests SET status = 'waiting', status_at = $2 WHERE request_id = $1`, [
    requestId,
    asked,
  ]);
  const own = { tenant, language: 'ru', number, contact: 'petr@example.org' } as const;
  expect(await converse.write({ ...own, text: 'Вот номер счёта.', attachments: [] })).toMatchObject({ ok: true });
  expect(await converse.withdraw({ ...own, reason: null })).toMatchObject({ ok: true });
  expect(await moments(requestId)).toEqual([new Date(friday).toISOString(), asked, asked]);
});
