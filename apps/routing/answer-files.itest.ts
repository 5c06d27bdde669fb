import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@reglament/platform/ids';
import { Bench, type Person } from './testing/bench.ts';

let bench: Bench;
let agent: Person;
let moderator: Person;

beforeAll(async () => {
  bench = await Bench.start('2026-11-20T10:00:00+03:00');
  moderator = await bench.person('kz-portal', ['moderator'], 'm1', 'Мария Ким');
  agent = await bench.person('kz-portal', ['agent'], 'a1', 'Анна Котова', 'kk');
  await bench.hire('kz-portal', 'a1', { name: 'Анна Котова' });
}, 60_000);
afterAll(() => bench?.stop());

async function assigned(): Promise<string> {
  const id = await bench.file('kz-portal');
  expect((await moderator.post(`/requests/${id}/assign`, { agentId: 'a1', version: 1 })).status).toBe(200);
  return id;
}

const by = { kind: 'staff', id: 'a1', name: 'Анна Котова' } as const;
/** Intake tells of a file that staff brought. @returns its id */
async function brought(requestId: string, tenant = 'kz-portal'): Promise<string> {
  const fileId = newId();
  const payload = { requestId, fileId, type: 'image/png', bytes: 68, sha256: 'a'.repeat(64), by };
  await bench.deliver(bench.event('request.file-kept.v1', tenant, payload));
  return fileId;
}

const press = (id: string, verb: string, attachments: string[], text: string | undefined = 'Мына суретті қараңыз.') =>
  agent.post(`/requests/${id}/${verb}`, { text, attachments });
const saidLast = async (id: string) => (await bench.said(id)).at(-1);

test.each([
  ['reply', 'work.replied.v1'],
  ['ask', 'work.information-requested.v1'],
  ['resolve', 'work.resolved.v1'],
])('kz-portal 30-18: %s carries files that staff brought, in their order; the trail names them', async (verb, type) => {
  const id = await assigned();
  const files = [await brought(id), await brought(id)].toReversed();
  const answer = await press(id, verb, files);
  expect(answer.status).toBe(200);
  expect(await saidLast(id)).toMatchObject({ type, payload: { attachments: files } });
  expect(answer.body.trail.at(-1)).toMatchObject({ verb, detail: { attachments: files } });
});

test('an answer without files says nothing of files, as before', async () => {
  const id = await assigned();
  await agent.post(`/requests/${id}/reply`, { text: 'Бетті жаңартыңыз.' });
  await agent.post(`/requests/${id}/reply`, { text: 'Бетті жаңартыңыз.', attachments: [] });
  for (const { payload } of (await bench.said(id)).slice(-2)) expect(Object.keys(payload)).not.toContain('attachments');
});

test('an id that is of no file brought for this request is refused by field before anything is said, in the reader’s language', async () => {
  const [id, other] = [await assigned(), await assigned()];
  const elsewhere = await brought(other);
  const ofAnotherHotline = await brought(id, 'edoc');
  const good = await brought(id);
  const before = await bench.said(id);
  const answer = await press(id, 'reply', [good, elsewhere, ofAnotherHotline, newId()]);
  expect(answer).toMatchObject({ status: 422, body: { code: 'files-not-taken', clause: '30-18' } });
  const message = 'Бұл файл енді жоқ. Оны қайта тіркеңіз.';
  const rule = 'unknownFile';
  expect(answer.body.errors).toEqual(
    ['1', '2', '3'].map((place) => ({ field: `attachments.${place}`, rule, message })),
  );
  expect(await bench.said(id)).toEqual(before);
  // What was good is still there for the next try.
  expect((await press(id, 'reply', [good])).status).toBe(200);
  // And goes with one message only.
  expect((await press(id, 'reply', [good])).body.errors).toMatchObject([{ field: 'attachments.0', rule }]);
});

test('more files than the regulation says, files without words, words that are stopped: nothing is said and no file is used up', async () => {
  const id = await assigned();
  const files = await Promise.all([1, 2, 3, 4, 5, 6].map(() => brought(id)));
  const rules = async (answer: ReturnType<typeof press>) =>
    (await answer).body.errors?.map((each: { rule: string }) => each.rule);
  expect(await rules(press(id, 'reply', files))).toEqual(['tooManyFiles']);
  const silently = await agent.post(`/requests/${id}/resolve`, { attachments: files.slice(0, 1) });
  expect(silently.body.errors).toMatchObject([{ field: 'text', rule: 'filesNeedWords' }]);
  const stopped = await press(id, 'reply', files.slice(0, 1), 'Құпиясөзіңізді жіберіңіз. Сообщите ваш пароль.');
  expect([stopped.status, stopped.body.code]).toEqual([422, 'message-stopped']);
  expect((await press(id, 'reply', files.slice(0, 5))).status).toBe(200);
  const elsewhere = await bench.person('ovk', ['agent'], 'o1', 'Олег');
  await bench.hire('ovk', 'o1', { name: 'Олег' });
  const noFiles = await bench.file('ovk');
  await (await bench.person('ovk', ['moderator'], 'o2', 'Ольга')).post(`/requests/${noFiles}/assign`, {
    agentId: 'o1',
    version: 1,
  });
  const refused = await elsewhere.post(`/requests/${noFiles}/reply`, {
    text: 'Готово.',
    attachments: [await brought(noFiles, 'ovk')],
  });
  expect(refused.body.errors).toMatchObject([{ field: 'attachments', rule: 'noAttachments' }]);
});

test('news of a file that comes while the answer is on its way is waited for', async () => {
  const id = await assigned();
  const fileId = newId();
  const payload = { requestId: id, fileId, type: 'image/png', bytes: 68, sha256: 'a'.repeat(64), by };
  const answering = press(id, 'reply', [fileId]);
  // Long enough for the verb to have looked in vain; were it shorter, the test would only prove less.
  await pause(300);
  await bench.deliver(bench.event('request.file-kept.v1', 'kz-portal', payload));
  expect((await answering).status).toBe(200);
});

test('a file is forgotten after a day, and with the person at once; told of twice, it is there once', async () => {
  const [id, other] = [await assigned(), await assigned()];
  const fileId = await brought(id);
  const payload = { requestId: id, fileId, type: 'image/png', bytes: 68, sha256: 'a'.repeat(64), by };
  await bench.deliver(bench.event('request.file-kept.v1', 'kz-portal', payload));
  const rows = (of: string) =>
    bench.db.admin('SELECT file_id::text FROM routing.answer_files WHERE request_id = $1', [of]);
  expect(await rows(id)).toHaveLength(1);
  await brought(other);
  const erased = { requestId: other, erasureId: newId(), because: 'demand' as const, clause: null, by };
  await bench.deliver(bench.event('request.erased.v1', 'kz-portal', erased));
  expect(await rows(other)).toEqual([]);
  bench.clock.advance(24 * 3_600_000 + 1);
  expect((await press(id, 'reply', [fileId])).body.errors).toMatchObject([{ rule: 'unknownFile' }]);
  await brought(await bench.file('kz-portal'));
  expect(await rows(id)).toEqual([]);
});
