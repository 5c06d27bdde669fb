import { soon } from './bench.ts';
import { bench, file, fileFor, submitted } from './eastern.ts';
import type { Filed } from './shapes.ts';

interface Call {
  readonly callId: string;
  readonly state: 'open' | 'verified' | 'locked';
  readonly attemptsLeft: number;
}
type Seen = { readonly call: { readonly callId: string; readonly verifiedAt: string | null } | null };

const operator = 'operator@kuty';
const manager = 'manager@kuty';
const phrase = 'Зелений клен 41';
const right = { surname: 'Бондаренко', 'first-name': 'Олена', 'key-phrase': phrase };
const wrong = { ...right, 'key-phrase': 'Зелений дуб 41' };

const register = (number: string) =>
  bench().post<{ callerIds: string[] }>(manager, '/intake/callers', {
    callers: [{ numbers: [number], answers: right }],
  });
const begin = (number: string) => bench().post<Call>(operator, '/intake/calls', { number });
const answer = ({ callId }: Call, answers: object) =>
  bench().post<Call>(operator, `/intake/calls/${callId}/verification`, { answers });
/** The operator formalises what a caller asked about an own application. */
const formalise = (call: Call | null, category = 'own-data') =>
  bench().call(operator, 'POST', '/intake/requests', {
    channel: 'phone',
    entryPoint: 'support-line',
    category,
    language: 'uk',
    requester: { name: 'Олена Бондаренко', phone: '+380502223344' },
    text: 'Як змінити адресу?',
    ...(call === null ? {} : { callId: call.callId }),
  });
const seen = ({ requestId }: Filed) => bench().get<Seen>(operator, `/intake/requests/${requestId}`);

test('kuty terms: a caller, a writer, and a verified caller: from the number of the profile, with surname, first name and key phrase', async () => {
  await register('+380502223301');
  const written = await file('kuty', { category: 'own-data' });
  expect((await seen(written)).call).toBeNull();
  const elsewhere = await begin('+380502223302');
  expect(await answer(elsewhere, right)).toMatchObject({ state: 'open' });
  for (const left of ['surname', 'first-name', 'key-phrase']) {
    const call = await begin('050 222 33 01');
    expect([left, (await answer(call, { ...right, [left]: 'Інакше Інший' })).state]).toEqual([left, 'open']);
    // A right answer wipes the wrong one out; else the number would be locked on the way.
    expect(await answer(call, { ...right, surname: 'бондаренко' })).toMatchObject({ state: 'verified' });
  }
  const call = await begin('050 222 33 01');
  await answer(call, right);
  const filed = (await formalise(call)).body as Filed;
  expect((await seen(filed)).call).toMatchObject({ callId: call.callId, verifiedAt: expect.any(String) });
});

test('kuty 2.2: only a verified caller is advised in detail; the phrase is a secret, and three wrong answers lock the number', async () => {
  await register('+380502223303');
  const profiles = await bench().call(manager, 'GET', '/intake/callers?q=2223303');
  expect(profiles.text).toContain('Бондаренко');
  expect(profiles.text).not.toMatch(/клен|argon2/u);
  for (const role of ['operator', 'agent', 'moderator', 'administrator'])
    expect([role, (await bench().call(`${role}@kuty`, 'GET', '/intake/callers')).status]).toEqual([role, 403]);

  const refused = await formalise(null);
  expect(refused.body).toMatchObject({ status: 403, code: 'caller-not-verified', clause: '2.2' });
  expect((await formalise(null, 'failure')).status).toBe(201);

  // The lock lasts half an hour of the simulated clock: one and a half real seconds, hence all at once.
  const call = await soon(async () => {
    const begun = await begin('+380502223303');
    await Promise.all(Array.from({ length: 6 }, () => answer(begun, wrong)));
    expect(await answer(begun, right)).toMatchObject({ state: 'locked', attemptsLeft: 0 });
    return begun;
  });
  expect((await formalise(call)).body).toMatchObject({ code: 'caller-not-verified' });
  await soon(async () => expect(await answer(call, right)).toMatchObject({ state: 'verified' }));
  expect((await formalise(call)).status).toBe(201);
});

test('kuty 2.6: another person’s data is not sent to a requester; their own may be said back, however it is written', async () => {
  const given = { name: 'Оксана Гнатюк', phone: '+380671112233', text: 'Чи прийнято заявку доньки, Софія Гнатюк?' };
  const { requestId, number, email } = await fileFor('agent', 'kuty', given);
  const reply = (verb: string, body: object) =>
    bench().call('agent@kuty', 'POST', `/routing/requests/${requestId}/${verb}`, body, 'uk');
  const others = 'Місце перед вами зайняла Марія Ткачук, 067 111 22 44.';
  for (const [verb, body] of [
    ['reply', { text: others }],
    ['ask', { text: others }],
    ['resolve', { text: others }],
    ['cancel', { reason: 'duplicate', note: others }],
  ] as const) {
    const stopped = await reply(verb, body);
    expect([verb, stopped.status, stopped.body]).toMatchObject([
      verb,
      422,
      { code: 'message-stopped', clause: '2.6', detail: expect.stringContaining('«Марія Ткачук», «067 111 22 44»') },
    ]);
  }
  expect((await submitted('kuty', requestId)).conversation).toHaveLength(1);
  await bench().act('agent@kuty', requestId, 'reply', {
    text: 'Оксано Гнатюк, заявку Софії Гнатюк прийнято. Зателефонуємо на 067 111-22-33.',
  });
  // What the requester tells later is theirs as well.
  const about = { text: 'Довідка на ім’я Андрія Гнатюка прийнята.' };
  expect((await reply('reply', { text: 'Довідка 1234567890 прийнята.' })).status).toBe(422);
  await bench().post(null, '/intake/hotlines/kuty/status/messages', {
    number,
    contact: email,
    text: 'Довідка 1234567890.',
  });
  await soon(async () => expect((await reply('reply', { text: 'Довідка 1234567890 прийнята.' })).status).toBe(200));
  expect((await reply('reply', about)).body).toMatchObject({ clause: '2.6' });
});
