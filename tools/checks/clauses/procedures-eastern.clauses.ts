// The procedures of work that E-DOC's regulation sets out: postponing, and what comes after it.
import { lastOf, plain, soon } from './bench.ts';
import { bench, fileFor, hotline, hours, submitted } from './eastern.ts';

/** A moment so many milliseconds ahead by the platform's clock. */
const ahead = async (ms: number): Promise<string> =>
  new Date(Date.parse((await hotline('edoc')).now) + ms).toISOString();
const refusal = async (requestId: string, verb: string, body: object): Promise<unknown> => {
  const answer = await bench().call('agent@edoc', 'POST', `/routing/requests/${requestId}/${verb}`, body);
  return { status: answer.status, code: (answer.body as { code?: string }).code };
};

test('edoc 9: postponed only for a listed reason and with an end; the requester is told, the clocks pause and go on by themselves at the moment named', async () => {
  const { requestId, email, number } = await fileFor('agent', 'edoc');
  expect(await refusal(requestId, 'postpone', { reason: 'mood', until: await ahead(hours) })).toEqual({
    status: 422,
    code: 'unknown-reason',
  });
  expect(await refusal(requestId, 'postpone', { reason: 'next-release' })).toEqual({
    status: 422,
    code: 'postponed-without-end',
  });
  const until = await ahead(3 * hours);
  const note = 'Исправление уже готово, оно войдёт в ближайший выпуск.';
  const { status, trail } = await bench().act('agent@edoc', requestId, 'postpone', {
    ...{ reason: 'next-release', until, note },
  });
  expect(status).toBe('postponed');
  expect(trail.at(-1)).toMatchObject({ verb: 'postpone', detail: { reason: 'next-release', clause: '9', until } });
  const letter = await bench().letter('edoc', email, 'войдёт в следующий выпуск');
  expect(plain(letter.subject)).toContain(number);
  expect(letter.text).toContain(note);
  const paused = await bench().clock(
    'edoc',
    requestId,
    'resolution.user.consultation',
    ({ state }) => state === 'paused',
  );
  expect(paused.clause).toBe('3');
  const { items } = await bench().get<{ items: { requestId: string }[] }>(
    'moderator@edoc',
    '/routing/requests?status=postponed',
  );
  expect(items.map((item) => item.requestId)).toContain(requestId);

  await soon(async () => expect((await bench().work('agent@edoc', requestId)).status).toBe('assigned'), 60_000);
  const back = await bench().work('agent@edoc', requestId);
  expect(lastOf(back.trail, 'resume')).toMatchObject({ at: until, by: { kind: 'platform' } });
  const running = await bench().clock(
    'edoc',
    requestId,
    'resolution.user.consultation',
    ({ state }) => state === 'running',
  );
  const pauses = running.explanation.spans.filter(({ is }) => is === 'paused');
  expect(pauses).toMatchObject([{ to: until, why: 'work.postponed' }]);
  expect(await bench().clock('edoc', requestId, 'postponement', ({ state }) => state === 'stopped')).toMatchObject({
    verdict: 'kept',
  });
});

test('edoc 9: postponed until the requester writes, it goes on with their word; in Kazakh they are told in Kazakh', async () => {
  const { requestId, email, number } = await fileFor('agent', 'edoc', {
    language: 'kk',
    text: 'Құжатқа қалай қол қоямын?',
  });
  await bench().act('agent@edoc', requestId, 'postpone', { reason: 'not-reproduced', untilReply: true });
  expect((await bench().letter('edoc', email, 'Қате қайталанбайды')).text).toContain('Құрметпен');
  await soon(async () =>
    expect((await bench().get<{ status: string }>('operator@edoc', `/intake/requests/${requestId}`)).status).toBe(
      'postponed',
    ),
  );
  const wrote = { number, contact: email, text: 'Бүгін қайта шықты.' };
  await bench().post(null, '/intake/hotlines/edoc/status/messages', wrote);
  await soon(async () => expect((await bench().work('agent@edoc', requestId)).status).toBe('assigned'));
  expect((await submitted('edoc', requestId)).conversation.at(-1)).toMatchObject({ text: wrote.text });
});

test('edoc 13: an error is diagnosed step by step — cause, priority, search for a solution, action — by whom and when on record; before that it is not resolved', async () => {
  const fields = { identification: 'login-4711', steps: 'Открыл', expected: 'Документ', actual: 'Пусто' };
  const { requestId } = await fileFor('agent', 'edoc', { category: 'error', fields });
  const early = await bench().call('agent@edoc', 'POST', `/routing/requests/${requestId}/resolve`, {}, 'kk');
  expect(early.status).toBe(409);
  expect(early.body).toMatchObject({ code: 'diagnosis-incomplete', clause: '13' });
  expect((early.body as { detail: string }).detail).toContain('«Себебі», «Басымдығы», «Шешімін іздеу», «Не істелді»');
  const steps = [
    { step: 'cause', text: 'Истёк сертификат сервера.' },
    { step: 'priority', choice: 'high' },
    { step: 'solution', text: 'Выпустить новый сертификат.' },
    { step: 'action', text: 'Сертификат заменён, подписание проверено.' },
  ];
  for (const step of steps) await bench().act('agent@edoc', requestId, 'diagnosis', step);
  const { diagnosis, agent } = await bench().work('agent@edoc', requestId);
  expect(diagnosis.map(({ step }) => step)).toEqual(steps.map(({ step }) => step));
  for (const step of diagnosis) expect(step.by.id).toBe(agent?.id);
  const { status } = await bench().act('agent@edoc', requestId, 'resolve', { text: 'Подписание снова работает.' });
  expect(status).toBe('resolved');
});

test('edoc 3: a request whose category or client changes midway has the times of what it now is, counted from its receipt, and the explanation says so', async () => {
  const { requestId, acceptedAt } = await fileFor('agent', 'edoc', { clientCategory: 'user' });
  const note = 'Это ошибка у клиента с договором.';
  const changed = { category: 'error', clientCategory: 'partner', note };
  await bench().act('agent@edoc', requestId, 'reclassify', changed);
  const now = await bench().clock('edoc', requestId, 'resolution.partner.error', ({ state }) => state === 'running');
  expect(now.explanation.countedMs).toBe(8 * hours);
  expect(Math.abs(Date.parse(now.startedAt) - Date.parse(acceptedAt))).toBeLessThan(hours);
  const former = await bench().clock(
    'edoc',
    requestId,
    'resolution.user.consultation',
    ({ state }) => state === 'stopped',
  );
  expect(former.verdict).toBe('cancelled');
  const { trail } = await bench().work('agent@edoc', requestId);
  expect(lastOf(trail, 'reclassify')).toMatchObject({ detail: { category: 'error', note } });
});

test('edoc 17: a third party is invited to one request by a link: reads what was shared of it, writes a note back, sees nothing else; access ends when it is ended', async () => {
  const { requestId, email, number } = await fileFor('agent', 'edoc', {
    text: 'Подпись пропала, пишите на my-own@example.org.',
  });
  const other = await fileFor('agent', 'edoc');
  const briefing = 'Проверьте, пожалуйста, журнал подписания за сегодня.';
  const invitation = { name: 'Ирина, партнёр', briefing };
  const { path, work } = await bench().post<{ path: string; work: { guests: { guestId: string }[] } }>(
    'agent@edoc',
    `/routing/requests/${requestId}/guests`,
    invitation,
  );
  const token = path.split('#')[1] ?? '';
  const shown = await bench().call(null, 'POST', '/routing/guests/edoc', { token });
  expect(shown.body).toMatchObject({ briefing, guest: invitation.name });
  expect(plain((shown.body as { number: string }).number)).toBe(number);
  for (const secret of [email, 'my-own@example.org', 'Айна', 'login-4711', other.number]) {
    expect(plain(shown.text)).not.toContain(plain(secret));
  }
  const text = 'В журнале сбой в 10:15, исправляем.';
  await bench().post(null, '/routing/guests/edoc/notes', { token, text });
  const seen = await bench().work('agent@edoc', requestId);
  expect(seen.guests).toMatchObject([{ name: invitation.name, notes: [{ text }] }]);
  expect(seen.trail.slice(-3).map(({ verb }) => verb)).toEqual(['invite-guest', 'guest-read', 'guest-note']);

  // The secret is no credential: no other route lets it in, as a bearer, a key or a cookie.
  expect(await bench().openWith(token)).toEqual([]);
  await bench().post('agent@edoc', `/routing/requests/${requestId}/guests/${work.guests[0]?.guestId}/revoke`, {});
  expect((await bench().call(null, 'POST', '/routing/guests/edoc', { token })).status).toBe(404);
});
