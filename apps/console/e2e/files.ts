import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import type { House } from './house.ts';
import { fillIn, registeredNumber } from './requester.ts';

/** A picture of one point, as a clipboard would hold it. */
const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Screenshots with a question, from the form to the agent's page. */
export function filesGoWithTheQuestion(house: House): void {
  test('kz-portal 30-18, edoc 12: a screenshot is pasted, others are chosen, a wrong one is refused by name; the agent sees them', async () => {
    const page = await house.person({ language: 'ru', phone: true });
    await fillIn(page, {
      tenant: 'kz-portal',
      name: 'Мадина Ержанова',
      email: 'madina@example.org',
      text: 'Кнопка не нажимается, снимки приложены',
    });
    await page.evaluate((base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], 'снимок.png', { type: 'image/png' }));
      document.querySelector('textarea')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, point);
    const picker = page.getByRole('region', { name: ru.files.title });
    await picker.getByText('снимок.png').waitFor();
    const buffer = Buffer.from(point, 'base64');
    await picker.locator('input[type="file"]').setInputFiles([
      { name: 'второй.png', mimeType: 'image/png', buffer },
      { name: 'страница.png', mimeType: 'image/png', buffer: Buffer.from('<html></html>') },
    ]);
    await picker.getByText('второй.png').waitFor();
    await picker.getByText('Файлы такого вида здесь не принимают.').waitFor();
    await page.reload();
    await picker.getByText('снимок.png').waitFor();
    await page.getByRole('button', { name: ru.form.send }).click();
    const number = await registeredNumber(page);

    const moderator = await house.staff('kz-portal', 'moderator', 'ru');
    const requestId = await moderator.evaluate(
      async (asked) =>
        (await (await fetch(`/api/intake/requests?number=${asked}`)).json()).items[0].requestId as string,
      number,
    );
    await moderator.goto(`/agent/${requestId}`);
    for (const name of ['снимок.png', 'второй.png']) {
      const image = moderator.getByRole('img', { name });
      await image.waitFor();
      expect(await image.evaluate((shown: HTMLImageElement) => shown.decode().then(() => shown.naturalWidth))).toBe(1);
    }
    await house.leave();
  });
}
