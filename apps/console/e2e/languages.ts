import { texts as kk } from '../src/i18n/locales/kk/index.ts';
import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import { eventually, type House } from './house.ts';
import { fillIn } from './requester.ts';

/** In which language a page of a hotline speaks, and that its dates are words of that language. */
export function everybodyReadsTheirLanguage(house: House): void {
  test('a hotline speaks the first language of the browser that is also its own, else its own first, and what a person chose stays', async () => {
    const spoken = async (browser: 'kk' | 'en', tenant: string) => {
      const page = await house.person({ language: browser });
      await page.goto(`/h/${tenant}`);
      await page.locator('main h1').waitFor();
      return page;
    };
    const kazakh = await spoken('kk', 'kz-portal');
    await kazakh.getByText(kk.form.send).waitFor();
    // A hotline that speaks Russian alone.
    await kazakh.goto('/h/ovk');
    await kazakh.getByText(ru.form.send).waitFor();
    const english = await spoken('en', 'kz-portal');
    await english.getByText(ru.form.send).waitFor();
    await english.getByLabel(ru.switch.language).selectOption('kk');
    await english.getByText(kk.form.send).waitFor();
    await english.reload();
    await english.getByText(kk.form.send).waitFor();
    await house.leave();
  });

  test('dates in Kazakh have the names of the months, which browsers do not know', async () => {
    const page = await house.person({ language: 'kk' });
    await fillIn(page, { tenant: 'kz-portal', name: 'Айна', email: 'ai@example.org', text: 'Қалай өтініш беремін?' });
    await page.locator('form button[type="submit"]').click();
    await page.getByTestId('number').waitFor();
    const number = (await page.getByTestId('number').textContent())?.replace(/\D/g, '');
    await page.goto(`/h/kz-portal/status?number=${number}`);
    await page.locator('form input').nth(1).fill('ai@example.org');
    await page.locator('form button[type="submit"]').click();
    const filed = page.locator('time').first();
    const text = await eventually(async () => (await filed.textContent()) ?? undefined, 'the moment of filing');
    expect(text).toMatch(/^2026 ж\. 5 қар\., \d\d:\d\d$/);
    await house.leave();
  });
}
