import { createHash, randomUUID } from 'node:crypto';
import type { PayloadOf } from '@reglament/contracts';
import type { Principal } from '@reglament/platform/auth';
import { FixedClock } from '@reglament/platform/clock';
import { newId } from '@reglament/platform/ids';
import type { Outcome } from '@reglament/platform/outcome';
import type { Logger } from '@reglament/platform/telemetry';
import type { TestDatabase } from '@reglament/testing/database';
import { regulationBook } from '@reglament/testing/regulations';
import { file, filing, filingService, friday, intakeDatabase, letterWriter } from '../intake.samples.ts';
import { insertChat } from '../store/chats.ts';
import { countTraces, eraseRequests } from '../store/erase.ts';
import { ForgetFiles } from '../sweeps/forget-files.ts';
import { ApplyWork } from './apply-work.ts';
import { KeepAnswerFile } from './keep-answer-file.ts';
import { KeepFile } from './keep-file.ts';
import { ShowFile } from './show-file.ts';
import { ShowOwnFile } from './show-own-file.ts';

let db: TestDatabase;
const clock = new FixedClock(friday);
const agent: Principal = { tenant: 'edoc', subject: 'a-1', name: 'Марат', roles: ['agent'], kind: 'staff', scopes: [] };
const by = { kind: 'staff', id: 'a-1', name: 'Марат' } as const;
const steps = Buffer.from('1. Открыть\n2. Подписать\n');
const email = 'petr@example.org';
/** What was logged as a warning. */
const warned: object[] = [];
const logger = { warn: (facts: object) => warned.push(facts) } as unknown as Logger;

beforeAll(async () => {
  db = await intakeDatabase();
});
afterAll(() => db.close());
beforeEach(() => warned.splice(0));

const filed = async (tenant = 'edoc') => file(filingService(db, clock), filing({}, tenant, newId()));
const bring = (requestId: string, content = steps, who = agent, name = 'шаги.txt') =>
  new KeepAnswerFile(db.database, regulationBook(), clock).handle(who, { requestId, name, content }, 'ru');
const idOf = (outcome: Outcome<{ readonly fileId: string }>): string => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.fileId;
};
const ruleOf = (outcome: Outcome<unknown>) =>
  outcome.ok ? null : (outcome.refusal.errors?.[0]?.rule ?? outcome.refusal.code);

async function hear(
  type: 'work.replied.v1' | 'work.information-requested.v1' | 'work.resolved.v1',
  requestId: string,
  attachments: string[],
) {
  const payload: PayloadOf<'work.replied.v1'> = {
    requestId,
    messageId: newId(),
    by,
    text: 'Смотрите файл.',
    attachments,
  };
  const event = {
    id: newId(),
    type,
    source: 'routing',
    tenant: 'edoc',
    subjectId: requestId,
    occurredAt: '2026-11-23T06:05:00.000Z',
    payload,
  };
  const apply = new ApplyWork(regulationBook(), letterWriter(), logger);
  await db.database.tenant('edoc', async (tx) => apply.handle(tx, event as never));
  return payload.messageId;
}

const tiedTo = (messageId: string) =>
  db.admin('SELECT file_id::text AS "fileId" FROM intake.attachments WHERE message_id = $1 ORDER BY place', [
    messageId,
  ]);
const letterOf = async (requestId: string, kind: string) =>
  (
    await db.admin<{ body: string }>('SELECT body FROM intake.letters WHERE request_id = $1 AND kind = $2', [
      requestId,
      kind,
    ])
  )[0]?.body ?? '';
const own = (access: { number: string; contact: string } | { chatId: string }, fileId: string, tenant = 'edoc') =>
  new ShowOwnFile(db.database, regulationBook()).handle({ ...access, tenant, fileId, language: 'ru' });

test('edoc 12: what staff bring is judged by the regulation and told from its bytes; routing hears of it without name and words', async () => {
  const { requestId } = await filed();
  const fileId = idOf(await bring(requestId));
  const [said] = await db.admin<{ payload: object }>(
    "SELECT payload FROM intake.outbox WHERE type = 'request.file-kept.v1' AND subject_id = $1",
    [requestId],
  );
  const sha256 = createHash('sha256').update(steps).digest('hex');
  expect(said?.payload).toEqual({ requestId, fileId, type: 'text/plain', bytes: steps.length, sha256, by });
  expect(ruleOf(await bring(requestId, Buffer.from('<html>')))).toBe('fileTypeNotTaken');
  expect(ruleOf(await bring(requestId, Buffer.alloc(0)))).toBe('emptyFile');
  expect(ruleOf(await bring((await filed('ovk')).requestId, steps, { ...agent, tenant: 'ovk' }))).toBe('noAttachments');
  expect(ruleOf(await bring(requestId, steps, { ...agent, tenant: 'kz-portal' }))).toBe('unknown-request');
});

test.each([
  ['work.replied.v1', 'replied'],
  ['work.information-requested.v1', 'information-requested'],
  ['work.resolved.v1', 'resolved'],
] as const)('%s ties its files to its message in their order, and the letter names them', async (type, kind) => {
  const { requestId } = await filed();
  const files = [idOf(await bring(requestId)), idOf(await bring(requestId, steps, agent, 'план.txt'))].toReversed();
  const messageId = await hear(type, requestId, files);
  expect(await tiedTo(messageId)).toEqual(files.map((fileId) => ({ fileId })));
  expect(await letterOf(requestId, kind)).toContain(
    'Смотрите файл.\n\nК сообщению приложены файлы:\n• план.txt\n• шаги.txt\n',
  );
  expect(warned).toEqual([]);
});

test('a message carries only what staff brought for its request: everything else stays away, is logged, and the words stand', async () => {
  const [{ requestId }, other] = [await filed(), await filed()];
  const requesters = idOf(
    await new KeepFile(db.database, regulationBook(), clock).handle({
      tenant: 'edoc',
      name: 'own.txt',
      content: steps,
      language: 'ru',
    }),
  );
  const elsewhere = idOf(await bring(other.requestId));
  const nobodys = newId();
  const good = idOf(await bring(requestId));
  const messageId = await hear('work.replied.v1', requestId, [requesters, elsewhere, good, nobodys]);
  expect(await tiedTo(messageId)).toEqual([{ fileId: good }]);
  expect(warned).toEqual([{ requestId, messageId, missing: [requesters, elsewhere, nobodys] }]);
  // The same file named again goes with its first message alone.
  const second = await hear('work.replied.v1', requestId, [good]);
  expect([await tiedTo(second), await tiedTo(messageId)]).toEqual([[], [{ fileId: good }]]);
  const words = await db.admin('SELECT text FROM intake.messages WHERE message_id = ANY ($1)', [[messageId, second]]);
  expect(words).toEqual([{ text: 'Смотрите файл.' }, { text: 'Смотрите файл.' }]);
});

test('the requester opens it by number and contact or by the chat it was said in; nobody else, no other request, no other hotline', async () => {
  const [{ requestId, number }, other] = [await filed(), await filed()];
  const fileId = idOf(await bring(requestId));
  expect(ruleOf(await own({ number, contact: email }, fileId))).toBe('unknown-file');
  await hear('work.replied.v1', requestId, [fileId]);
  expect(await own({ number, contact: email }, fileId)).toMatchObject({
    ok: true,
    value: { file: { name: 'шаги.txt', content: steps } },
  });
  expect(ruleOf(await own({ number, contact: 'eve@example.org' }, fileId))).toBe('unknown-request');
  expect(ruleOf(await own({ number: other.number, contact: email }, fileId))).toBe('unknown-file');
  expect(ruleOf(await own({ number, contact: email }, fileId, 'kz-portal'))).toBe('unknown-request');

  const chatId = randomUUID();
  await db.database.tenant('edoc', (tx) => insertChat(tx, { tenant: 'edoc', chatId, shown: [], at: clock.now() }));
  expect(ruleOf(await own({ chatId }, fileId))).toBe('unknown-request');
  await db.admin('UPDATE intake.chats SET request_id = $2 WHERE chat_id = $1', [chatId, requestId]);
  expect(await own({ chatId }, fileId)).toMatchObject({ ok: true });
  expect(ruleOf(await own({ chatId: randomUUID() }, fileId))).toBe('unknown-request');
  const show = new ShowFile(db.database);
  expect(await show.handle('edoc', { requestId, fileId }, 'ru')).toMatchObject({ ok: true });
  expect(ruleOf(await show.handle('edoc', { requestId: other.requestId, fileId }, 'ru'))).toBe('unknown-file');
  expect(ruleOf(await show.handle('kz-portal', { requestId, fileId }, 'ru'))).toBe('unknown-file');
});

test('a requester who has seen a file of staff cannot file with it', async () => {
  const { requestId } = await filed();
  const fileId = idOf(await bring(requestId));
  await hear('work.replied.v1', requestId, [fileId]);
  const outcome = await filingService(db, clock).handle(filing({ attachments: [fileId] }, 'edoc', newId()));
  expect(outcome).toMatchObject({ ok: false, refusal: { errors: [{ field: 'attachments.0', rule: 'unknownFile' }] } });
});

test('what no message names is forgotten after a day, and a message that names it then stands without', async () => {
  const { requestId } = await filed();
  const [unsent, sent] = [idOf(await bring(requestId)), idOf(await bring(requestId))];
  await hear('work.replied.v1', requestId, [sent]);
  const nextDay = new FixedClock('2026-11-21T18:51:00+03:00');
  await new ForgetFiles(db.database, nextDay, null as never).round();
  const left = await db.admin('SELECT file_id::text AS "fileId" FROM intake.files WHERE request_id = $1', [requestId]);
  expect(left).toEqual([{ fileId: sent }]);
  const messageId = await hear('work.replied.v1', requestId, [unsent]);
  expect(warned).toEqual([{ requestId, messageId, missing: [unsent] }]);
  expect(await letterOf(requestId, 'replied')).toContain('Смотрите файл.');
});

test('erasing the person takes the files of staff, sent and unsent; a late message brings none back', async () => {
  const { requestId, number } = await filed();
  const [sent, unsent] = [idOf(await bring(requestId)), idOf(await bring(requestId))];
  await hear('work.replied.v1', requestId, [sent]);
  const request = { requestId, number, submittedAt: clock.now(), status: 'resolved' };
  const traces = await db.database.tenant('edoc', (tx) => countTraces(tx, [request], { email: null, phone: null }));
  expect(traces.files).toBe(2);
  await db.database.tenant('edoc', (tx) => eraseRequests(tx, [requestId], clock.now()));
  expect(await db.admin('SELECT 1 FROM intake.files WHERE file_id = ANY ($1)', [[sent, unsent]])).toEqual([]);
  expect(ruleOf(await bring(requestId))).toBe('request-erased');
  await hear('work.replied.v1', requestId, [unsent]);
  expect([await db.admin('SELECT 1 FROM intake.attachments WHERE request_id = $1', [requestId]), warned]).toEqual([
    [],
    [],
  ]);
});
