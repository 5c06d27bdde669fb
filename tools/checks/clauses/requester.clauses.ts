import { plain, soon } from './bench.ts';
import { bench, file, fileFor, hotline, submitted, tryToFile } from './eastern.ts';

interface Status {
  readonly status: string;
  readonly place: {
    readonly clause: string;
    readonly place: number;
    readonly waiting: number;
    readonly estimate: { readonly from: string; readonly to: string; readonly answers: number } | null;
  } | null;
}

const statusOf = ({ number, email }: { number: string; email: string }): Promise<Status> =>
  bench().post(null, '/intake/hotlines/kz-portal/status', { number, contact: email });
const placeOf = async (filed: { number: string; email: string }) => (await statusOf(filed)).place;

test('kz-portal 30-9: a user sees the own place among those who wait, and an estimate once the pace is known', async () => {
  const mine = await file('kz-portal');
  const after = await file('kz-portal');
  // Work of earlier cases may still be on its way, so both places are read until they agree.
  await soon(async () => {
    const [first, second] = [await placeOf(mine), await placeOf(after)];
    expect(first).toMatchObject({ clause: '30-9', waiting: second?.waiting });
    expect([first?.place, second?.place]).toEqual([(second?.waiting ?? 0) - 1, second?.waiting]);
  });

  const answered = await Promise.all(Array.from({ length: 6 }, () => fileFor('agent', 'kz-portal')));
  for (const { requestId } of answered)
    await bench().act('agent@kz-portal', requestId, 'reply', { text: 'Обновите страницу.' });
  await soon(async () => expect(await placeOf(answered[0] ?? mine)).toBeNull());
  const known = await soon(async () => {
    const { estimate } = (await placeOf(after)) ?? {};
    if (!estimate) throw new Error('no estimate yet');
    return estimate;
  });
  expect(known.answers).toBeGreaterThanOrEqual(5);
  expect(Date.parse(known.to)).toBeGreaterThanOrEqual(Date.parse(known.from));

  const place = (await placeOf(after))?.place ?? 0;
  await bench().post(null, '/intake/hotlines/kz-portal/status/withdraw', { number: mine.number, contact: mine.email });
  expect((await placeOf(after))?.place).toBe(place - 1);
  expect(await placeOf(mine)).toBeNull();
});

test('kz-portal 30-17: the rules of conduct come with the form and must be accepted in the edition in force, which is kept with the request', async () => {
  const { texts, acceptance, edition } = await hotline('kz-portal');
  expect(acceptance).toEqual({ clause: '30-17' });
  for (const language of ['ru', 'kk'] as const) {
    expect(texts.conduct?.[language]).not.toBe('');
    const refused = await tryToFile('kz-portal', { acceptedRules: null, language });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ field: 'acceptedRules', rule: 'rulesNotAccepted' }]);
  }
  const earlier = await tryToFile('kz-portal', { acceptedRules: '2019-01' });
  expect(earlier.body.errors).toMatchObject([{ field: 'acceptedRules', rule: 'rulesChanged' }]);
  const { requestId } = await file('kz-portal');
  expect((await submitted('kz-portal', requestId)).acceptedRules).toBe(edition.id);
});

interface Account {
  readonly requests: readonly { readonly number: string; readonly status: string; readonly open: boolean }[];
  readonly feed: readonly {
    readonly kind: string;
    readonly number: string | null;
    readonly data: Readonly<Record<string, unknown>>;
    readonly isNew: boolean;
  }[];
  readonly unread: number;
}

test('kz-portal 30-2: in the account one’s own requests stand, and its feed tells what happened, once', async () => {
  const mine = await fileFor('agent', 'kz-portal');
  const foreign = await file('kz-portal');
  const me = await bench().requester('kz-portal', mine.email);
  const own = () => bench().own<Account>(me, 'GET', 'kz-portal');
  expect((await own()).body.requests).toMatchObject([{ number: mine.number, open: true }]);
  expect((await own()).text).not.toContain(foreign.number);
  await bench().act('agent@kz-portal', mine.requestId, 'reply', { text: 'Обновите страницу.' });
  const answered = await soon(async () => {
    const line = (await own()).body.feed.find(({ kind }) => kind === 'answered');
    if (line === undefined) throw new Error('the feed does not tell of the answer');
    return line;
  });
  expect(answered).toMatchObject({ number: mine.number, isNew: true });
  await bench().own(me, 'POST', 'kz-portal', '/seen', {});
  expect((await own()).body.unread).toBe(0);
  // Another hotline, another cookie: nobody is signed in there, and whoever asks for an unknown address is answered alike.
  expect((await bench().own(me, 'GET', 'edoc')).status).toBe(404);
  const codes = '/intake/hotlines/kz-portal/account/codes';
  const unknown = await bench().call(null, 'POST', codes, { email: 'nobody-at-all@example.org', language: 'ru' });
  expect([unknown.status, Object.keys(unknown.body as object)]).toEqual([202, ['signIn', 'validMinutes']]);
});

test('kz-portal 30-3: who disagrees leaves from the account: what is open is withdrawn, the account closed, a letter confirms it', async () => {
  const open = await fileFor(null, 'kz-portal');
  const { requestId } = await fileFor('agent', 'kz-portal', { email: open.email });
  await bench().act('agent@kz-portal', requestId, 'resolve', { text: 'Исправлено.' });
  const me = await bench().requester('kz-portal', open.email);
  await soon(async () => {
    const { body } = await bench().own<Account>(me, 'GET', 'kz-portal');
    expect(body.requests.filter((request) => request.open)).toHaveLength(1);
  });
  expect((await bench().own(me, 'POST', 'kz-portal', '/leave', { confirm: false })).status).toBe(400);
  const left = await bench().own<{ withdrawn: string[]; clause: string; kept: Record<string, string> }>(
    me,
    ...(['POST', 'kz-portal', '/leave', { confirm: true, reason: 'Не согласна с правилами' }] as const),
  );
  expect(left.body).toMatchObject({ clause: '30-3', kept: { ru: expect.stringContaining('Поданные вопросы') } });
  expect(left.body.withdrawn.map(plain)).toEqual([open.number]);
  expect((await bench().own(me, 'GET', 'kz-portal')).status).toBe(401);
  expect((await statusOf(open)).status).toBe('withdrawn');
  await soon(async () => expect((await bench().work('moderator@kz-portal', open.requestId)).status).toBe('withdrawn'));
  expect((await bench().work('moderator@kz-portal', requestId)).status).toBe('resolved');
  const letter = await bench().letter('kz-portal', open.email, 'прекратили пользоваться');
  expect(plain(letter.text)).toContain(open.number);
  expect(letter.text).toContain('Поданные вопросы');
});
