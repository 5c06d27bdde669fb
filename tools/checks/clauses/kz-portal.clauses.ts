import { bench, expectDeclined, fileFor, hotline, submitted, tryToFile } from './eastern.ts';
import type { Work } from './shapes.ts';

test('kz-portal 30-1: a request says under which edition it was filed', async () => {
  const { requestId } = await fileFor(null, 'kz-portal');
  expect((await submitted('kz-portal', requestId)).edition).toBe('2026-11');
});

test('kz-portal 30-3: who no longer agrees withdraws the request, and it leaves the queue', async () => {
  const { requestId, number, email } = await fileFor(null, 'kz-portal');
  await bench().post(null, '/intake/hotlines/kz-portal/status/withdraw', { number, contact: email });
  const status = await bench().post<{ status: string }>(null, '/intake/hotlines/kz-portal/status', {
    number,
    contact: email,
  });
  expect(status.status).toBe('withdrawn');
  expect(await queueWithout(requestId)).not.toContain(requestId);
});

test('kz-portal 30-5: a wish beyond the rules is directed to the service provider', async () => {
  const { requestId, email } = await fileFor('agent', 'kz-portal', { category: 'more-than-rules' });
  const { status } = await bench().act('agent@kz-portal', requestId, 'hand-over', { vendor: 'service-provider' });
  expect(status).toBe('handed-over');
  expect(await bench().letter('kz-portal', email, 'Услугодатель')).toBeDefined();
});

test.each([
  ['30-6', 'norms', 'not-technical'],
  ['30-6', 'investigation', 'not-technical'],
  ['30-12', 'third-party', 'not-a-user'],
])('kz-portal %s: a question of %s is declined with the clause quoted', async (clause, category, reason) => {
  await expectDeclined('kz-portal', clause, category, reason);
});

test('kz-portal 30-8: there is no form for calls, and the service refuses one by the clause, in the caller’s language', async () => {
  const { entryPoints, channels, phone } = await hotline('kz-portal');
  expect(phone).toBeNull();
  expect(entryPoints.map(({ channel }) => channel)).not.toContain('phone');
  expect(channels.find(({ channel }) => channel === 'phone')).toMatchObject({ open: false, clause: '30-8' });
  for (const [language, words] of [
    ['ru', 'не консультирует по телефону'],
    ['kk', 'телефон арқылы кеңес бермейді'],
  ] as const) {
    const call = {
      ...{ entryPoint: 'portal-form', channel: 'phone', category: 'application', language, text: 'Алло', fields: {} },
      requester: { name: 'Айна', phone: '+77012345678' },
    };
    const { status, body } = await bench().call('operator@kz-portal', 'POST', '/intake/requests', call, language);
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'channel-closed', clause: '30-8', detail: expect.stringContaining(words) });
  }
});

/** The requests in the queue, in its order, once `requestId` has left it. */
async function queueWithout(requestId: string): Promise<string[]> {
  for (let look = 0; look < 100; look += 1) {
    const ids = await queue();
    if (!ids.includes(requestId)) return ids;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return queue();
}
const queue = async (): Promise<string[]> => {
  const { items } = await bench().get<{ items: Work[] }>('moderator@kz-portal', '/routing/queue?limit=200');
  return items.map((item) => item.requestId);
};

test('kz-portal 30-9: no answer is promised by a time, the wait is measured, and the queue keeps the order of arrival', async () => {
  const fields = { page: '/queue', circumstances: 'После входа' };
  const categories = ['application', 'page-error', 'sign-in', 'page-error'];
  const arrived: string[] = [];
  for (const category of categories) {
    const own = category === 'page-error' ? { fields } : {};
    const { requestId, promises } = await fileFor(null, 'kz-portal', { category, ...own });
    expect(promises).toEqual([]);
    arrived.push(requestId);
  }
  expect((await queue()).filter((id) => arrived.includes(id))).toEqual(arrived);
  const first = arrived[0] ?? '';
  await bench().assign('kz-portal', first, 'agent');
  await bench().act('agent@kz-portal', first, 'reply', { text: 'Откройте раздел «Заявления».' });
  const clock = await bench().clock('kz-portal', first, 'answer', ({ state }) => state === 'stopped');
  expect(clock).toMatchObject({ dueAt: null, verdict: 'kept', stoppedAt: expect.any(String), clause: '30-9' });
});

test('kz-portal 30-10: 9:00–18:00 by Astana; outside it is said when support opens, and the message is taken all the same', async () => {
  const { hours, isOpen, now, opensAt } = await hotline('kz-portal');
  expect(hours[0]).toMatchObject({ intervals: [{ from: '09:00', to: '18:00' }] });
  const local = new Date(Date.parse(now) + 5 * 3_600_000);
  const isWeekend = [0, 6].includes(local.getUTCDay());
  expect(isOpen).toBe(!isWeekend && local.getUTCHours() >= 9 && local.getUTCHours() < 18);
  if (!isOpen) expect(opensAt.slice(11)).toBe('04:00:00.000Z');
  expect((await tryToFile('kz-portal')).status).toBe(201);
});

test('kz-portal 30-11: a password that a user gives away is masked in every list that staff see', async () => {
  const { requestId } = await fileFor(null, 'kz-portal', { text: 'Не могу войти, мой пароль: Ромашка77!' });
  expect((await bench().work('moderator@kz-portal', requestId)).summary).not.toContain('Ромашка77');
  const lists = ['moderator@kz-portal /routing/queue?limit=200', 'operator@kz-portal /intake/requests?limit=200'];
  for (const each of lists) {
    const [who = '', address = ''] = each.split(' ');
    const { status, text } = await bench().call(who, 'GET', address);
    expect(status).toBe(200);
    expect(text).toContain(requestId);
    expect(text).not.toContain('Ромашка77');
  }
});

test('kz-portal 30-13: staff see of a person what the person wrote into the request, and nothing else', async () => {
  const { requestId, email } = await fileFor('agent', 'kz-portal', { name: 'Жания Тестова' });
  const seen = await bench().get<{ requester: object }>('agent@kz-portal', `/intake/requests/${requestId}`);
  expect(seen.requester).toEqual({ name: 'Жания Тестова', email, phone: null });
  const work = await bench().call('agent@kz-portal', 'GET', `/routing/requests/${requestId}`);
  expect(work.text).not.toContain(email);
});

test('kz-portal 30-18: the form asks for the page and the circumstances of an error', async () => {
  const { status, body } = await tryToFile('kz-portal', { category: 'page-error', language: 'kk' });
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ field: 'fields.page' }, { field: 'fields.circumstances' }]);
});
