import type { Instant } from '@reglament/domain/time';
import { RegulationBook } from '@reglament/platform/regulations';
import type { TestDatabase } from '@reglament/testing/database';
import { regulationOf } from '@reglament/testing/regulations';
import { file, filing, filingService, intakeDatabase } from '../intake.samples.ts';
import type { SubmitRequest } from './submit-request.ts';

let db: TestDatabase;
let submit: SubmitRequest;

beforeAll(async () => {
  db = await intakeDatabase();
  submit = filingService(db);
});
afterAll(() => db.close());

test('a request is answered with a number and the deadline of ovk 2.7, and request, letter and event are one write', async () => {
  const answer = await file(submit, filing());
  expect(answer.promises).toMatchObject([{ clause: '2.7' }]);
  expect(new Date(answer.promises[0]?.dueAt ?? 0).toISOString()).toBe('2026-11-23T06:20:00.000Z');

  const rows = await db.admin<{ number: string; requester_phone: string }>(
    'SELECT number, requester_phone FROM intake.requests WHERE request_id = $1',
    [answer.requestId],
  );
  expect(rows).toEqual([{ number: answer.number, requester_phone: '+79161234567' }]);
  const events = await db.admin<{ type: string; payload: { question: string; number: string } }>(
    'SELECT type, payload FROM intake.outbox WHERE subject_id = $1',
    [answer.requestId],
  );
  expect(events).toMatchObject([{ type: 'request.submitted.v1', payload: { number: answer.number } }]);
  const letters = await db.admin<{ kind: string; body: string; recipient: string }>(
    'SELECT kind, body, recipient FROM intake.letters WHERE request_id = $1',
    [answer.requestId],
  );
  expect(letters).toMatchObject([{ kind: 'acknowledged', recipient: 'petr@example.org' }]);
});

test('personal data of the question does not leave intake', async () => {
  const { requestId } = await file(submit, filing());
  const [event] = await db.admin<{ payload: object }>('SELECT payload FROM intake.outbox WHERE subject_id = $1', [
    requestId,
  ]);
  // The random id may hold these three digits by chance.
  expect(JSON.stringify({ ...event?.payload, requestId: '' })).not.toMatch(/916|petr@/);
});

test('ovk 1.6: the acknowledgement names the number, the deadline, the hotline’s telephone, and leaves no placeholder', async () => {
  const answer = await file(submit, filing());
  const [letter] = await db.admin<{ subject: string; body: string }>(
    'SELECT subject, body FROM intake.letters WHERE request_id = $1',
    [answer.requestId],
  );
  expect(letter?.body).toContain('8 (800) 555-06-40');
  expect(letter?.body).toContain('понедельник, 23 ноября в 09:20');
  expect(letter?.body.replaceAll(/\D/g, '')).toContain(answer.number);
  expect(`${letter?.subject}${letter?.body}`).not.toMatch(/[{}]/);
});

test('two hundred people file at once: numbers are unique and without a gap, and commits are shared', async () => {
  const before = await db.admin<{ last: string }>(
    `SELECT last FROM intake.number_counters WHERE tenant = 'initiative'`,
  );
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, i) => file(submit, filing({ text: `Вопрос ${i}` }, 'initiative'))),
  );
  expect(new Set(answers.map((a) => a.number)).size).toBe(200);
  const [after] = await db.admin<{ last: string }>(
    `SELECT last FROM intake.number_counters WHERE tenant = 'initiative'`,
  );
  expect(Number(after?.last) - Number(before[0]?.last ?? 0)).toBe(200);
  const commits = await db.admin<{ n: string }>(
    `SELECT count(DISTINCT xmin::text) AS n FROM intake.requests WHERE tenant = 'initiative'`,
  );
  expect(Number(commits[0]?.n)).toBeLessThan(100);
});

test('the same Idempotency-Key files once, also at two instances at the same moment', async () => {
  const other = filingService(db);
  const twice = await Promise.all([submit, other, submit, other].map((s) => file(s, filing({}, 'ovk', 'key-1'))));
  expect(new Set(twice.map((a) => a.requestId)).size).toBe(1);
  expect(twice.filter((a) => !a.repeated)).toHaveLength(1);
  const rows = await db.admin('SELECT FROM intake.requests WHERE request_id = $1', [twice[0]?.requestId]);
  expect(rows).toHaveLength(1);
});

test('a key used for one request is refused for another', async () => {
  await file(submit, filing({}, 'ovk', 'key-2'));
  const outcome = await submit.handle(filing({ text: 'Совсем другой вопрос' }, 'ovk', 'key-2'));
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'idempotency-key-reused', status: 409 } });
});

test('another tenant may use the same key', async () => {
  const [a, b] = [
    await file(submit, filing({}, 'ovk', 'key-3')),
    await file(submit, filing({}, 'initiative', 'key-3')),
  ];
  expect(a.requestId).not.toBe(b.requestId);
});

test('a number that cannot be read is refused by its field, and nothing is written', async () => {
  const requester = { name: 'N', email: null, phone: '+7 916 123 45 6O' };
  expect(await submit.handle(filing({ requester }))).toMatchObject({
    ok: false,
    refusal: { status: 422, errors: [{ field: 'requester.phone', rule: 'unreadablePhone' }] },
  });
});

test('kz-portal 30-1: a repeated key is answered by the edition it was filed under, though the one in force has dropped the subject', async () => {
  const first = filing({}, 'ovk', 'key-4');
  const { number } = await file(submit, first);
  const former = regulationOf('ovk');
  const categories = new Map([...former.categories].filter(([id]) => id !== first.submission.category));
  const next = { ...former, categories, edition: { id: 'next', inForceFrom: '2026-12-01' } };
  const editions = [former, next].map((regulation, at) => ({
    id: regulation.edition.id,
    inForceFrom: at as Instant,
    regulation,
    text: undefined,
    published: null,
  }));
  const later = filingService(db, undefined, new RegulationBook([editions]));
  expect(await file(later, first)).toMatchObject({ number, repeated: true, promises: [{ clause: '2.7' }] });
  for (const other of [{ ...first, idempotencyKey: 'key-5' }, filing({ text: 'Другой вопрос' }, 'ovk', 'key-4')]) {
    const refused = { code: 'invalid-submission', errors: [{ field: 'category', rule: 'unknownCategory' }] };
    expect(await later.handle(other)).toMatchObject({ ok: false, refusal: refused });
  }
});

test('kz-portal 30-16: a chat is filed by nobody before the instructions were shown, and is one request however often it is sent', async () => {
  const entryPoint = regulationOf('kz-portal').entryPoints.find((e) => e.channel === 'chat')?.id ?? '';
  const chatId = '0192f0c1-2b3c-4d4e-8f50-617283940a1b';
  const chat = { ...filing({ channel: 'chat', entryPoint }, 'kz-portal', 'key-6'), registeredBy: null };
  for (const named of [{}, { chatId }])
    expect(await submit.handle({ ...chat, ...named })).toMatchObject({
      ok: false,
      refusal: { code: 'chat-without-instructions', status: 422, clause: '30-16' },
    });
  await db.admin(`INSERT INTO intake.chats (tenant, chat_id, shown, led_at) VALUES ('kz-portal', $1, '{}', now())`, [
    chatId,
  ]);
  const { requestId } = await file(submit, { ...chat, chatId });
  expect(await file(submit, { ...chat, chatId, idempotencyKey: 'key-7' })).toMatchObject({ requestId, repeated: true });
  expect(await db.admin('SELECT request_id FROM intake.chats WHERE chat_id = $1', [chatId])).toEqual([
    { request_id: requestId },
  ]);
});
