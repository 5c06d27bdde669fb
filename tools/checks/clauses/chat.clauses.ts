import { soon } from './bench.ts';
import { bench, file, hours, samples, submitted, tryToFile } from './eastern.ts';

interface Led {
  readonly chatId: string;
  readonly items: readonly { readonly title: string }[];
  readonly isOpen: boolean;
  readonly opensAt: string;
}
interface Chat {
  readonly isOpen: boolean;
  readonly conversation: readonly { readonly from: string; readonly text: string }[];
}

const chats = '/intake/hotlines/kz-portal/chats';
const question = 'Файл со справкой не загружается';
const lead = () => bench().post<Led>(null, chats, { text: question });
const begin = async (chatId: string) =>
  file('kz-portal', { ...samples['kz-portal'], entryPoint: 'portal-chat', text: question, chatId });
const said = async (chatId: string) => (await bench().get<Chat>(null, `${chats}/${chatId}`)).conversation;

test('kz-portal 30-16: a chat begins with the instructions that match the question, and not without them', async () => {
  const asked = { entryPoint: 'portal-chat', text: question };
  const { status, body } = await tryToFile('kz-portal', asked);
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'chat-without-instructions', clause: '30-16' });
  const forged = { ...asked, chatId: '3f2b0c5e-6a51-4c39-9b1e-1d8a5f0e7c42' };
  expect((await tryToFile('kz-portal', forged)).status).toBe(422);
  const { chatId, items } = await lead();
  expect(items[0]?.title).toBe('Документ не загружается');
  expect((await bench().call(null, 'GET', `${chats}/${chatId}`)).status).toBe(404);
  const { requestId } = await begin(chatId);
  expect(await submitted('kz-portal', requestId)).toMatchObject({ channel: 'chat', entryPoint: 'portal-chat' });
});

test('kz-portal 30-8: the chat is the request’s correspondence: the agent is told at once, and so is the requester', async () => {
  const { chatId } = await lead();
  const { requestId } = await begin(chatId);
  await bench().work('moderator@kz-portal', requestId);
  await bench().assign('kz-portal', requestId, 'agent');
  await bench().hear(null, `${chats}/${chatId}/live`, 'work.replied.v1', () =>
    bench().act('agent@kz-portal', requestId, 'reply', { text: 'Какого размера файл?' }),
  );
  await soon(async () => {
    expect((await said(chatId)).at(-1)).toMatchObject({ from: 'staff', text: 'Какого размера файл?' });
  });
  const news = `"type":"request.message-received.v1","requestId":"${requestId}"`;
  await bench().hear('agent@kz-portal', '/routing/live', news, () =>
    bench().post(null, `${chats}/${chatId}/messages`, { text: 'Семь мегабайт. Мой пароль: Qwerty!7' }),
  );
  const { conversation } = await submitted('kz-portal', requestId);
  expect(conversation.at(-1)).toMatchObject({ from: 'requester', text: expect.stringContaining('Семь мегабайт.') });
  expect(conversation.at(-1)?.text).not.toContain('Qwerty!7');
  expect((await bench().call(null, 'POST', '/intake/hotlines/edoc/chats', { text: question })).status).toBe(404);
  expect((await bench().call(null, 'GET', `/intake/hotlines/edoc/chats/${chatId}`)).status).toBe(404);
});

test('kz-portal 30-10: outside the hours the chat says when it opens, at nine in Astana on a working day, and takes the message', async () => {
  const { chatId, opensAt } = await soon(async () => {
    const led = await lead();
    if (led.isOpen) throw new Error('the chat is still open');
    return led;
  }, 60_000);
  const local = new Date(Date.parse(opensAt) + 5 * hours);
  expect([local.getUTCHours(), local.getUTCMinutes()]).toEqual([9, 0]);
  expect([0, 6]).not.toContain(local.getUTCDay());
  const { requestId } = await begin(chatId);
  expect(await bench().work('moderator@kz-portal', requestId)).toMatchObject({ status: 'queued' });
});
