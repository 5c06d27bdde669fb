import type { AnyEvent, EventType, PayloadOf } from '@reglament/contracts';
import type { Instant } from '@reglament/domain/time';
import { newId } from '@reglament/platform/ids';
import type { TestDatabase } from '@reglament/testing/database';
import { regulationBook, regulationOf } from '@reglament/testing/regulations';
import { file, filing, filingService, intakeDatabase, letterWriter, quiet } from '../intake.samples.ts';
import { requestById } from '../store/requests.ts';
import { ApplyWork } from './apply-work.ts';
import { showPlace } from './show-place.ts';

let db: TestDatabase;
const applyWork = new ApplyWork(regulationBook(), letterWriter(), quiet);
const agent = { kind: 'staff', id: 'a-1', name: 'Мария Котова' } as const;

beforeAll(async () => {
  db = await intakeDatabase();
});
afterAll(() => db.close());

async function request(tenant = 'ovk') {
  return (await file(filingService(db), filing({}, tenant))).requestId;
}

/** Lets intake hear of a fact of work, as the transport would: in one transaction of the tenant. */
async function hear<T extends EventType>(
  type: T,
  payload: PayloadOf<T> & { requestId: string },
  at: string,
  tenant = 'ovk',
) {
  const envelope = { id: newId(), type, source: 'routing', tenant, subjectId: payload.requestId, occurredAt: at };
  await db.database.tenant(tenant, async (tx) => applyWork.handle(tx, { ...envelope, payload } as unknown as AnyEvent));
}

const status = async (requestId: string) =>
  (await db.admin<{ status: string }>('SELECT status FROM intake.requests WHERE request_id = $1', [requestId]))[0]
    ?.status;
const letters = (requestId: string) =>
  db.admin<{ kind: string; subject: string; body: string }>(
    `SELECT kind, subject, body FROM intake.letters WHERE request_id = $1 AND kind <> 'acknowledged'`,
    [requestId],
  );

test('an answer joins the conversation and is written to the requester', async () => {
  const requestId = await request();
  await hear(
    'work.replied.v1',
    { requestId, messageId: newId(), by: agent, text: 'Откройте раздел «Подписка».' },
    '2026-11-23T06:05:00.000Z',
  );
  const messages = await db.admin('SELECT author, author_name, text FROM intake.messages WHERE request_id = $1', [
    requestId,
  ]);
  expect(messages).toEqual([{ author: 'staff', author_name: 'Мария Котова', text: 'Откройте раздел «Подписка».' }]);
  const [letter] = await letters(requestId);
  expect(letter).toMatchObject({ kind: 'replied', body: expect.stringContaining('Откройте раздел «Подписка».') });
  expect(letter?.body).toContain('Мария Котова');
});

test('ovk 2.9: a request cancelled because nobody answered is told by a letter of its own, with the clause', async () => {
  const requestId = await request();
  const calls = regulationBook().get('ovk')?.calls;
  const by = { kind: 'platform', id: 'platform', name: 'Reglament' } as const;
  const cancelled = { requestId, by, reason: calls?.reason ?? '', clause: '2.9', note: null };
  await hear('work.cancelled.v1', cancelled, '2026-11-23T07:00:00.000Z');
  expect(await status(requestId)).toBe('cancelled');
  const [letter] = await letters(requestId);
  expect(letter?.kind).toBe('unreachable');
  expect(letter?.body).toContain(String(calls?.attempts));
});

test('facts that arrive in the wrong order leave the status that is true', async () => {
  const requestId = await request();
  await hear('work.resolved.v1', { requestId, by: agent, messageId: null, text: null }, '2026-11-23T08:00:00.000Z');
  const late = {
    requestId,
    agent,
    by: agent,
    reason: { kind: 'taken', sentence: '', clause: null },
    previousAgentId: null,
  } as const;
  await hear('work.assigned.v1', late, '2026-11-23T07:00:00.000Z');
  expect(await status(requestId)).toBe('resolved');
});

test('a fact about a request that intake never accepted is a fault, not silence', async () => {
  const requestId = newId();
  await expect(hear('work.resumed.v1', { requestId, because: 'staff' }, '2026-11-23T08:00:00.000Z')).rejects.toThrow(
    requestId,
  );
});

test.each(
  regulationBook()
    .all()
    .map((r) => r.tenant),
)('%s: each letter it may write is whole in the tenant’s language', async (tenant) => {
  const regulation = regulationBook().get(tenant);
  const requestId = await request(tenant);
  const decline = regulation?.reasons.find((r) => r.use === 'decline');
  const declined = { requestId, by: agent, reason: decline?.id ?? '', clause: decline?.clause ?? '', text: null };
  await hear('work.declined.v1', declined, '2026-11-23T08:00:00.000Z', tenant);
  const [letter] = await letters(requestId);
  expect(letter?.body).not.toMatch(/[{}]|undefined|null/);
  expect(letter?.body).toContain(decline?.name[regulation?.languages[0] ?? 'ru'] ?? 'a reason');
});

test('edoc 15: who was silent finds the prescribed words and what was done in the conversation and in the letter', async () => {
  const requestId = await request('edoc');
  const by = { kind: 'platform', id: 'platform', name: 'Reglament' } as const;
  const note = 'Что сделано по обращению:\n• понедельник, 23 ноября в 09:20: запрошены сведения';
  const cancelled = { requestId, by, reason: 'no-client-answer', clause: '15', note };
  await hear('work.cancelled.v1', cancelled, '2026-11-24T06:05:00.000Z', 'edoc');
  const messages = await db.admin('SELECT author, text FROM intake.messages WHERE request_id = $1', [requestId]);
  expect(messages).toEqual([
    { author: 'platform', text: `Обращение завершено: ответ от клиента не получен.\n\n${note}` },
  ]);
  expect((await letters(requestId))[0]).toMatchObject({ kind: 'cancelled', body: expect.stringContaining(note) });
});

test('kz-portal 30-9: an answer moves the others up, a request that is reopened goes to the end, and late facts change nothing', async () => {
  const portal = regulationOf('kz-portal');
  const ids = [await request('kz-portal'), await request('kz-portal'), await request('kz-portal')];
  const place = (requestId: string) =>
    db.database.tenant('kz-portal', async (tx) => {
      const found = await requestById(tx, requestId);
      const now = Date.parse('2026-11-23T10:00:00Z') as Instant;
      return found && (await showPlace(tx, portal, regulationBook().calendar('kz-portal'), found, now))?.place;
    });
  const [first = '', second = '', third = ''] = ids;
  const before = (await place(third)) ?? 0;
  expect([await place(first), await place(second)]).toEqual([before - 2, before - 1]);
  const reply = { requestId: first, messageId: newId(), by: agent, text: 'Обновите страницу.' };
  await hear('work.replied.v1', reply, '2026-11-23T07:00:00.000Z', 'kz-portal');
  expect([await place(first), await place(second), await place(third)]).toEqual([undefined, before - 2, before - 1]);
  const reopened = { requestId: first, by: agent, because: 'not solved' };
  await hear('work.reopened.v1', reopened, '2026-11-23T06:30:00.000Z', 'kz-portal');
  expect(await place(first)).toBeUndefined();
  await hear('work.reopened.v1', reopened, '2026-11-23T08:00:00.000Z', 'kz-portal');
  expect([await place(second), await place(third), await place(first)]).toEqual([before - 2, before - 1, before]);
});
