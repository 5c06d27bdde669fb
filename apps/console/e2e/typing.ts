import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import type { House } from './house.ts';
import { fillIn, registeredNumber } from './requester.ts';

/** Nothing a person typed is ever lost, and nothing is filed twice. */
export function nothingTypedIsLost(house: House): void {
  test('typed text survives a lost connection and a reload, and is filed once', async () => {
    const words = `Пропала связь посреди отправки ${Math.random().toString(36).slice(2, 8)}`;
    const page = await house.person({ language: 'ru' });
    await fillIn(page, { tenant: 'ovk', name: 'Павел Крылов', email: 'krylov@example.org', text: words });
    await page.context().setOffline(true);
    await page.getByRole('button', { name: ru.form.send }).click();
    await page.getByText(ru.form.error.kept).waitFor();
    await page.context().setOffline(false);
    await page.reload();
    expect(await page.locator('[data-field="text"]').inputValue()).toBe(words);
    expect(await page.locator('[data-field="requester.email"]').inputValue()).toBe('krylov@example.org');
    await page.getByRole('button', { name: ru.form.send }).dblclick();
    await registeredNumber(page);

    const operator = await house.staff('ovk', 'operator', 'ru');
    const found = await operator.evaluate(
      async (q) =>
        (await (await fetch(`/api/intake/requests?q=${encodeURIComponent(q)}`)).json()).items.length as number,
      words,
    );
    expect(found).toBe(1);
    await house.leave();
  });

  test('what was filed is forgotten in the browser: the form is empty again, and the same words are a new request', async () => {
    const page = await house.person({ language: 'ru' });
    const filing = { tenant: 'ovk', name: 'Павел Крылов', email: 'krylov@example.org', text: 'Опять не печатает' };
    const numbers: string[] = [];
    for (let times = 0; times < 2; times += 1) {
      await page.goto('/h/ovk');
      await page.locator('[data-field="text"]').waitFor();
      expect(await page.locator('[data-field="text"]').inputValue()).toBe('');
      await fillIn(page, filing);
      await page.getByRole('button', { name: ru.form.send }).click();
      numbers.push(await registeredNumber(page));
    }
    expect(new Set(numbers).size).toBe(2);
    await house.leave();
  });

  test('an empty form says at each field what is missing, and puts the person at the first', async () => {
    const page = await house.person({ language: 'ru' });
    await page.goto('/h/ovk');
    await page.getByRole('button', { name: ru.form.send }).click();
    await page.getByText(ru.form.error.seeAbove).waitFor();
    expect(await page.getByText(ru.form.error.required).count()).toBeGreaterThanOrEqual(3);
    await page.locator('[data-field="category"]:focus').waitFor();
    await house.leave();
  });

  test('two moderators at once: one wins, the other is told who has it', async () => {
    const [first, second] = await Promise.all([
      house.staff('ovk', 'moderator', 'ru'),
      house.staff('ovk', 'moderator2', 'ru'),
    ]);
    await Promise.all([first, second].map((page) => page.locator('[data-live="live"]').waitFor()));
    const requester = await house.person({ language: 'ru' });
    await fillIn(requester, {
      tenant: 'ovk',
      name: 'Нина Орлова',
      email: 'orlova@example.org',
      text: 'Кто из двоих возьмёт?',
    });
    await requester.getByRole('button', { name: ru.form.send }).click();
    const number = await registeredNumber(requester);
    for (const page of [first, second]) {
      const row = page.locator(`[role="option"][data-number="${number}"]`);
      await row.click();
      await page.keyboard.press('a');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
    }
    await first.keyboard.press('Enter');
    await first.getByText(new RegExp(`${ru.moderator.undo}$`)).waitFor();
    await second.keyboard.press('Enter');
    const told = second.locator('section[aria-live="polite"]').getByText(/занимается/);
    await told.waitFor();
    await second.locator(`[role="option"][data-number="${number}"]`).waitFor({ state: 'detached' });
    await house.leave();
  });
}
