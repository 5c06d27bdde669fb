import { plain, soon } from './bench.ts';
import { bench, expectDeclined, file, fileFor, hotline, hours, minutes, submitted, tryToFile } from './eastern.ts';

const asked = { text: 'Какой браузер вы используете?' };
let silent: { requestId: string; email: string };

/** Milliseconds of working time from filing to the promise, as the clock's own explanation counts it. */
const promisedTime = async (requestId: string, rule: string): Promise<number> =>
  (await bench().clock('edoc', requestId, rule, () => true)).explanation.countedMs;

test('edoc 15: when more is asked of the requester, eight working hours begin', async () => {
  const accepted = await fileFor('agent', 'edoc');
  silent = accepted;
  await bench().act('agent@edoc', accepted.requestId, 'ask', asked);
  expect(await promisedTime(accepted.requestId, 'silence')).toBe(8 * hours);
  expect(await bench().letter('edoc', accepted.email, asked.text)).toBeDefined();

  const answering = await fileFor('agent', 'edoc');
  await bench().act('agent@edoc', answering.requestId, 'ask', asked);
  await bench().post(null, '/intake/hotlines/edoc/status/messages', {
    number: answering.number,
    contact: answering.email,
    text: 'Обычный.',
  });
  await bench().clock('edoc', answering.requestId, 'silence', ({ state }) => state === 'stopped');
  await soon(async () => expect((await bench().work('agent@edoc', answering.requestId)).status).toBe('assigned'));
});

test('edoc 1, 2, 7: a guest and a user of the portal are both consulted, each with a promised time', async () => {
  for (const [entryPoint, clientCategory] of [
    ['guest-form', 'guest'],
    ['portal-form', 'user'],
  ] as const) {
    const { promises, requestId } = await fileFor('agent', 'edoc', { entryPoint, clientCategory });
    expect(promises.map(({ rule }) => rule)).toEqual([
      `response.${clientCategory}.consultation`,
      `resolution.${clientCategory}.consultation`,
    ]);
    const { status } = await bench().act('agent@edoc', requestId, 'resolve', { text: 'Нажмите «Подписать».' });
    expect(status).toBe('resolved');
  }
});

test('edoc 3: first answer and solution are promised by client category and request category', async () => {
  const fields = { identification: 'login-4711', steps: 'Открыл', expected: 'Документ', actual: 'Пусто' };
  const targets: [string, string, number, number][] = [
    ['guest', 'error', 2 * hours, 27 * hours],
    ['user', 'error', hours, 18 * hours],
    ['partner', 'error', 30 * minutes, 8 * hours],
    ['partner', 'access', 30 * minutes, 2 * hours],
    ['partner', 'consultation', 30 * minutes, 4 * hours],
  ];
  for (const [clientCategory, category, response, resolution] of targets) {
    const own = category === 'error' ? fields : { identification: 'login-4711' };
    const { requestId } = await file('edoc', { clientCategory, category, fields: own });
    const suffix = `${clientCategory}.${category}`;
    expect([suffix, await promisedTime(requestId, `response.${suffix}`)]).toEqual([suffix, response]);
    expect([suffix, await promisedTime(requestId, `resolution.${suffix}`)]).toEqual([suffix, resolution]);
  }
});

test('edoc 4: consultation, error, proposal and access are the categories, and a request has one of them', async () => {
  const { categories } = await hotline('edoc');
  const inScope = categories.filter(({ outOfScope }) => outOfScope === null).map(({ kind }) => kind);
  expect(inScope).toEqual(['consultation', 'error', 'proposal', 'access']);
  const { status, body } = await tryToFile('edoc', { category: 'complaint' });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'category' })]));
});

test('edoc 5: 9:00–18:00 by Astana on working days: no deadline falls outside', async () => {
  const { hours: week } = await hotline('edoc');
  expect(week[0]).toMatchObject({ intervals: [{ from: '09:00', to: '18:00' }] });
  const { requestId } = await file('edoc', { clientCategory: 'guest' });
  const { explanation } = await bench().clock('edoc', requestId, 'resolution.guest.consultation', () => true);
  const counted = explanation.spans.filter((span) => span.is === 'counted');
  expect(counted.length).toBeGreaterThan(1);
  for (const { from, to } of counted) {
    // 9:00 is 4:00 UTC since Kazakhstan has one offset, UTC+5.
    expect(new Date(from).getUTCHours()).toBeGreaterThanOrEqual(4);
    expect(Date.parse(to) - Date.parse(`${to.slice(0, 10)}T00:00Z`)).toBeLessThanOrEqual(13 * hours);
  }
});

test('edoc 6: out of scope is declined with the clause quoted, or redirected to the partner', async () => {
  await expectDeclined('edoc', '6', 'legal', 'out-of-scope');
  const { requestId, email } = await fileFor('agent', 'edoc', { category: 'other-software', fields: {} });
  const { status } = await bench().act('agent@edoc', requestId, 'hand-over', { vendor: 'integrator' });
  expect(status).toBe('handed-over');
  expect(await bench().letter('edoc', email, 'Партнёр по внедрению')).toBeDefined();
});

test('edoc 8: a proposal is taken in writing and not on the telephone; a consultation is taken on both', async () => {
  const call = (category: string) =>
    bench().call('operator@edoc', 'POST', '/intake/requests', {
      ...{ entryPoint: 'support-line', channel: 'phone', category, clientCategory: 'user', language: 'ru' },
      requester: { name: 'Айна Тестова', phone: '+77012345678' },
      text: 'Звонок',
      fields: { identification: 'login-4711' },
    });
  const refused = await call('proposal');
  expect(refused.status).toBe(422);
  expect((refused.body as { errors: unknown }).errors).toMatchObject([{ field: 'category' }]);
  expect((await call('consultation')).status).toBe(201);
  expect((await tryToFile('edoc', { category: 'proposal' })).status).toBe(201);
});

test('edoc 9: refused only for a listed reason, which the requester is told, and the clocks end', async () => {
  const { requestId, email } = await fileFor('agent', 'edoc');
  const unlisted = await bench().call('agent@edoc', 'POST', `/routing/requests/${requestId}/decline`, {
    reason: 'mood',
  });
  expect(unlisted.status).toBe(422);
  await bench().act('agent@edoc', requestId, 'decline', { reason: 'out-of-scope' });
  expect(await bench().letter('edoc', email, 'не входит в круг решаемых')).toBeDefined();
  await bench().clock('edoc', requestId, 'resolution.user.consultation', ({ state }) => state === 'stopped');
});

test('edoc 11: without naming oneself there is no request; a doubtful name may be declined by that reason', async () => {
  const { status, body } = await tryToFile('edoc', { fields: {} });
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ field: 'fields.identification' }]);
  const { requestId } = await fileFor('agent', 'edoc');
  const { trail } = await bench().act('agent@edoc', requestId, 'decline', { reason: 'not-identified' });
  expect(trail.at(-1)).toMatchObject({ detail: { reason: 'not-identified', clause: '11' } });
});

test('edoc 12: an error needs its steps, what was expected and what came; all that lacks is told at once', async () => {
  const { status, body } = await tryToFile('edoc', { category: 'error' });
  expect(status).toBe(422);
  expect((body.errors as { field: string }[]).map(({ field }) => field)).toEqual([
    'fields.steps',
    'fields.expected',
    'fields.actual',
  ]);
});

test('edoc 13: the registration number is unique and leads to the request for requester, operator, agent and in letters', async () => {
  const [one, other] = [await fileFor('agent', 'edoc'), await file('edoc')];
  expect(one.number).not.toBe(other.number);
  const status = await bench().post<{ number: string }>(null, '/intake/hotlines/edoc/status', {
    number: one.number,
    contact: one.email,
  });
  expect(status.number).toBe(one.number);
  const search = `/intake/requests?number=${encodeURIComponent(one.number)}`;
  const { items } = await bench().get<{ items: { requestId: string }[] }>('operator@edoc', search);
  expect(items.map(({ requestId }) => requestId)).toEqual([one.requestId]);
  expect((await bench().work('agent@edoc', one.requestId)).number).toBe(one.number);
  expect(plain((await bench().letter('edoc', one.email, one.number)).subject)).toContain(one.number);
});

test('edoc 15: after eight working hours without an answer closing is offered for the reason “ответ от клиента не получен”; the letter and the conversation say it and list what was done', async () => {
  const { requestId, email } = silent;
  await bench().clock('edoc', requestId, 'silence', ({ expired }) => expired, 170_000);
  await soon(async () => {
    const { cancelOffer } = await bench().work('agent@edoc', requestId);
    expect(cancelOffer).toMatchObject({ reason: 'no-client-answer', clause: '15' });
    expect(cancelOffer?.summary).toContain('запрошены сведения');
  });
  const { status } = await bench().act('agent@edoc', requestId, 'cancel', { reason: 'no-client-answer' });
  expect(status).toBe('cancelled');
  expect(await bench().letter('edoc', email, 'Ответ от клиента не получен')).toBeDefined();
  expect((await submitted('edoc', requestId)).letters.map(({ kind }) => kind)).toContain('cancelled');
  // The platform wrote itself what had been done, in the letter and in the conversation.
  const summary = [
    'Что сделано по обращению:',
    'обращение зарегистрировано',
    'обращением занимается',
    'запрошены сведения',
  ];
  const letter = await bench().letter('edoc', email, 'Ответ от клиента не получен');
  const { from, text } = (await submitted('edoc', requestId)).conversation.at(-1) ?? { from: '', text: '' };
  expect(from).toBe('platform');
  expect(text).toContain('Обращение завершено: ответ от клиента не получен.');
  for (const line of summary) {
    expect(letter.text).toContain(line);
    expect(text).toContain(line);
  }
}, 240_000);
