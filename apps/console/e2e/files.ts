import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import { arrived } from './arrived.ts';
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
    await arrived(picker, 'снимок.png');
    const buffer = Buffer.from(point, 'base64');
    await picker.locator('input[type="file"]').setInputFiles([
      { name: 'второй.png', mimeType: 'image/png', buffer },
      { name: 'страница.png', mimeType: 'image/png', buffer: Buffer.from('<html></html>') },
    ]);
    await arrived(picker, 'второй.png');
    await picker.getByText('Файлы такого вида здесь не принимают.').waitFor();
    await page.reload();
    for (const name of ['снимок.png', 'второй.png']) await arrived(picker, name);
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

  test('whoever leaves the page while a file is on its way is asked first: it would be lost', async () => {
    const page = await house.person({ language: 'ru' });
    await fillIn(page, { tenant: 'kz-portal', name: 'Мадина Ержанова', email: 'madina@example.org', text: 'Снимок' });
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/api/intake/hotlines/kz-portal/files', async (route) => {
      await held;
      await route.continue();
    });
    const picker = page.getByRole('region', { name: ru.files.title });
    await picker
      .locator('input[type="file"]')
      .setInputFiles({ name: 'снимок.png', mimeType: 'image/png', buffer: Buffer.from(point, 'base64') });
    await picker.getByRole('progressbar').waitFor({ state: 'attached' });
    const asked = page.waitForEvent('dialog');
    const leaving = page.goto('/h/ovk').catch((error: Error) => error);
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    expect(await leaving).toBeInstanceOf(Error);
    letThrough();
    await arrived(picker, 'снимок.png');
    // Nothing is lost any more, so nothing is asked.
    await page.goto('/h/ovk');
    await house.leave();
  });
}
