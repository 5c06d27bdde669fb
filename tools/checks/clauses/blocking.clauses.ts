import { bench, file, fileFor, samples, submitted, tryToFile } from './eastern.ts';

interface Block {
  readonly blockId: string;
  readonly requestId: string;
  readonly until: string;
  readonly state: string;
  readonly appeal: { readonly text: string | null; readonly mayUphold: boolean };
}
interface Account {
  readonly block: {
    readonly ground: string;
    readonly until: string;
    readonly appeal: { readonly state: string };
  } | null;
  readonly feed: readonly { readonly kind: string }[];
}

const rude = { ground: 'rudeness', days: 30, reason: 'Оскорбления в обращении и в сообщениях.' };
const block = (requestId: string) =>
  bench().post<Block>('moderator@kz-portal', `/intake/requests/${requestId}/block`, rude);
const answer = (who: string, blockId: string, decided: 'lift' | 'uphold') =>
  bench().call(who, 'POST', `/intake/blocks/${blockId}/answer`, { answer: decided, text: 'Мы перечитали переписку.' });

test('kz-portal 30-19: a user who breaks the rules is blocked for a term and ignored by every way: told the clause, the ground, until when, and how to appeal', async () => {
  const { requestId, email, number } = await fileFor(null, 'kz-portal');
  const { until } = await block(requestId);
  for (const [language, words] of [
    ['ru', 'пункт 30-17'],
    ['kk', '30-17-тармақ'],
  ] as const) {
    const { status, body } = await tryToFile('kz-portal', { email: email.toUpperCase(), language });
    expect(status).toBe(403);
    expect(body).toMatchObject({
      ...{ code: 'requester-blocked', clause: '30-19', ground: 'rudeness', groundClause: '30-17', until },
      ...{ detail: expect.stringContaining(words), appeal: { state: 'open' } },
    });
  }
  const message = { number, contact: email, text: 'Ответьте же!' };
  const said = await bench().call(null, 'POST', '/intake/hotlines/kz-portal/status/messages', message);
  expect([said.status, (said.body as { code: string }).code]).toEqual([403, 'requester-blocked']);
  const { chatId } = await bench().post<{ chatId: string }>(null, '/intake/hotlines/kz-portal/chats', {
    text: 'Вопрос',
  });
  const chat = { ...samples['kz-portal'], entryPoint: 'portal-chat', chatId, email };
  expect((await tryToFile('kz-portal', chat)).body).toMatchObject({ code: 'requester-blocked' });
  expect((await submitted('kz-portal', requestId)).conversation).toHaveLength(1);
  expect((await bench().letter('kz-portal', email, 'пункт 30-17')).text).toContain(rude.reason);
  expect((await tryToFile('kz-portal')).status).toBe(201);
  expect((await bench().call('agent@kz-portal', 'GET', '/intake/blocks')).status).toBe(403);
});

test('kz-portal 30-19: the blocked user appeals from the account, once; somebody else decides, and both are told', async () => {
  const { requestId, email } = await fileFor(null, 'kz-portal');
  const { blockId, until } = await block(requestId);
  const me = await bench().requester('kz-portal', email);
  const own = async () => (await bench().own<Account>(me, 'GET', 'kz-portal')).body;
  expect(await own()).toMatchObject({
    block: { ground: 'rudeness', until, appeal: { state: 'open' } },
    feed: [{ kind: 'blocked' }],
  });
  const appeal = () => bench().own(me, 'POST', 'kz-portal', '/appeal', { text: 'Это писал не я.' });
  expect([(await appeal()).status, (await appeal()).status]).toEqual([200, 409]);
  const listed = await bench().get<{ items: Block[] }>('manager@kz-portal', '/intake/blocks');
  expect(listed.items.find((each) => each.blockId === blockId)).toMatchObject({
    ...{ state: 'in-force', appeal: { text: 'Это писал не я.', mayUphold: true } },
  });
  expect(await answer('moderator@kz-portal', blockId, 'uphold')).toMatchObject({
    status: 409,
    body: { code: 'own-block' },
  });
  expect((await answer('manager@kz-portal', blockId, 'lift')).status).toBe(200);
  expect(await own()).toMatchObject({ block: null, feed: [{ kind: 'unblocked' }, { kind: 'blocked' }] });
  expect((await bench().letter('kz-portal', email, 'блокировку сняли')).text).toContain('перечитали переписку');
  expect((await file('kz-portal', { email })).number).not.toBe('');
});
