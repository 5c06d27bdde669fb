import { bench, fileFor, submitted } from './eastern.ts';

/** What the agent is told when a message is stopped; the request stays as it was. */
async function expectStopped(
  tenant: 'kuty' | 'kz-portal',
  sent: Record<string, string>,
  clause: string,
  words: string,
) {
  const { requestId } = await fileFor('agent', tenant);
  for (const verb of ['reply', 'ask', 'resolve']) {
    const { status, body } = await bench().call(
      `agent@${tenant}`,
      'POST',
      `/routing/requests/${requestId}/${verb}`,
      sent,
    );
    expect([verb, status, (body as { code: string }).code]).toEqual([verb, 422, 'message-stopped']);
    expect(body).toMatchObject({ clause, findings: [{ clause, words }] });
  }
  const { status } = await bench().work(`agent@${tenant}`, requestId);
  expect(status).toBe('assigned');
  expect((await submitted(tenant, requestId)).conversation).toHaveLength(1);
  return requestId;
}

test('kuty 2.8: an insulting word of an operator is not sent, whatever way it is written; the corrected text is', async () => {
  const requestId = await expectStopped('kuty', { text: 'Ви ідіот, це ж очевидно.' }, '2.8', 'ідіот');
  const { status } = await bench().act('agent@kuty', requestId, 'reply', { text: 'Оберіть садок на другому кроці.' });
  expect(status).toBe('assigned');
});

test('kz-portal 30-11: support that asks for a password is stopped; a warning not to tell it goes out', async () => {
  const text = 'Пришлите ваш пароль, и мы проверим.';
  const requestId = await expectStopped('kz-portal', { text }, '30-11', 'Пришлите ваш пароль');
  const warning = { text: 'Никому не сообщайте пароль: мы его никогда не спрашиваем.' };
  expect((await bench().act('agent@kz-portal', requestId, 'reply', warning)).status).toBe('assigned');
});

test('kz-portal 30-11: a password in a request or a later message is masked before anyone reads it', async () => {
  const given = { text: 'Не могу войти, пароль: Kupia7secret', fields: { page: 'Вход, пароль: Kupia7secret' } };
  const { requestId, number, email } = await fileFor('agent', 'kz-portal', given);
  await bench().act('agent@kz-portal', requestId, 'ask', { text: 'Что написано на странице?' });
  const later = { number, contact: email, text: 'Ничего. Мой пароль: Kupia7secret' };
  await bench().post(null, '/intake/hotlines/kz-portal/status/messages', later);
  const whole = JSON.stringify(await submitted('kz-portal', requestId));
  expect(whole).toContain('•••');
  expect(whole).not.toContain('Kupia7secret');
});

test('edoc 16: insulting words are not sent to an invited helper either', async () => {
  const { requestId } = await fileFor('agent', 'edoc');
  const invite = (briefing: string) =>
    bench().call('agent@edoc', 'POST', `/routing/requests/${requestId}/guests`, { name: 'Партнёр', briefing });
  const stopped = await invite('Этот идиот ничего не понимает, помогите.');
  expect(stopped.body).toMatchObject({ status: 422, code: 'message-stopped', clause: '16' });
  expect((await bench().work('agent@edoc', requestId)).guests).toEqual([]);
  expect((await invite('Не открывается подпись, помогите.')).status).toBe(201);
});
