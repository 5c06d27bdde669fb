import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import { arrived } from './arrived.ts';
import type { House } from './house.ts';
import { openRequest } from './open-request.ts';
import { fillIn, registeredNumber } from './requester.ts';

/** A picture of one point. */
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const person = { name: 'Мадина Ержанова', email: 'madina.files@example.org' };

/** Files with an answer, from the agent's composer to the requester's page. */
export function filesGoWithTheAnswer(house: House): void {
  test('kz-portal 30-18: an agent pastes and chooses files, a wrong one is refused by name, a reload loses nothing; the requester opens them', async () => {
    const requester = await house.person({ language: 'ru', phone: true });
    await fillIn(requester, { tenant: 'kz-portal', ...person, text: 'Куда нажимать, чтобы подать заявление?' });
    await requester.getByRole('button', { name: ru.form.send }).click();
    const number = await registeredNumber(requester);

    const moderator = await house.staff('kz-portal', 'moderator', 'ru');
    await openRequest(moderator, number);
    await moderator.getByRole('button', { name: ru.verb.take }).click();
    const words = moderator.getByLabel(ru.composer.replyText);
    await words.fill('Нажимайте здесь.');
    const picker = moderator.getByRole('region', { name: ru.files.title });
    await picker.locator('input[type="file"]').setInputFiles([
      { name: 'кнопка.png', mimeType: 'image/png', buffer: point },
      { name: 'страница.png', mimeType: 'image/png', buffer: Buffer.from('<html></html>') },
    ]);
    await arrived(picker, 'кнопка.png');
    await picker.getByText('Файлы такого вида здесь не принимают.').waitFor();
    await moderator.evaluate(
      (bytes) => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([new Uint8Array(bytes)], 'лишний.png', { type: 'image/png' }));
        document
          .querySelector('textarea')
          ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
      },
      [...point],
    );
    await arrived(picker, 'лишний.png');
    await picker.getByRole('button', { name: ru.files.remove.replace('{{name}}', 'лишний.png') }).click();
    // Asking instead of answering takes nothing away, and neither does a reload.
    await moderator.getByRole('tab', { name: ru.composer.ask }).click();
    await picker.getByText('кнопка.png').waitFor();
    await moderator.reload();
    await picker.getByText('кнопка.png').waitFor();
    expect(await words.inputValue()).toBe('Нажимайте здесь.');
    expect(await picker.getByText('лишний.png').count()).toBe(0);
    await moderator.getByRole('button', { name: ru.composer.sendReply }).click();
    const conversation = moderator.getByRole('region', { name: ru.conversation.title });
    await conversation.getByRole('img', { name: 'кнопка.png' }).waitFor();
    await picker.getByText('кнопка.png').waitFor({ state: 'detached' });

    await requester.goto(`/h/kz-portal/status?number=${number}`);
    await requester.getByLabel(ru.status.contact).fill(person.email);
    await requester.locator('form button[type="submit"]').click();
    await requester.getByRole('button', { name: ru.files.show.replace('{{name}}', 'кнопка.png') }).click();
    const shown = requester.getByRole('img', { name: 'кнопка.png' });
    await shown.waitFor();
    expect(await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1);
    await house.leave();
  });
}
