import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import { type House, textOf } from './house.ts';

/** A manager changes what the hotline works by: an edition, and a day. The hotline is one that no other case works with. */
export function regulationChangesWhileItRuns(house: House): void {
  test('kz-portal 30-1: a manager sees mistakes by line, then the differences in words, publishes, and a changed day stands in the explanation', async () => {
    const requester = await house.person({ language: 'ru' });
    await requester.goto('/');
    const requestId = await requester.evaluate(async () => {
      const filed = await fetch('/api/intake/hotlines/edoc/requests', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...{ entryPoint: 'portal-form', category: 'proposal', clientCategory: 'user', language: 'ru' },
          ...{ text: 'Предлагаю тёмную тему.', fields: { identification: 'login-1' } },
          requester: { name: 'Айна Тестова', email: 'aina@example.org' },
        }),
      });
      return (await filed.json()).requestId as string;
    });
    expect(requestId).toBeDefined();
    const page = await house.staff('edoc', 'manager', 'ru');
    await page.goto('/manager/regulation');
    await page.getByRole('button', { name: ru.regulation.take }).click();
    const text = page.getByTestId('regulation-text');
    await page.waitForFunction(
      () => (document.querySelector('[data-testid="regulation-text"]') as HTMLTextAreaElement).value !== '',
    );
    const written = await text.inputValue();
    await text.fill(written.replace('within: 8 h', 'within: soon'));
    expect(await textOf(page.getByTestId('regulation-mistakes'))).toMatch(/Строка \d+, п. 15/);
    expect(await page.getByRole('button', { name: ru.regulation.publish }).isDisabled()).toBe(true);
    await text.fill(written.replace('within: 8 h', 'within: 6 h'));
    expect(await textOf(page.getByTestId('regulation-differences'))).toContain(
      'было 8 часов рабочего времени, стало 6',
    );
    await page.getByRole('button', { name: ru.regulation.publish }).click();
    await page.getByRole('dialog').getByRole('button', { name: ru.regulation.publish }).click();
    const newest = page.locator('[data-edition]').first();
    await newest
      .filter({ hasText: ru.regulation.state['in-force'] })
      .filter({ hasNotText: ru.regulation.file })
      .waitFor();

    await page.locator('input[type="date"]').fill('2026-11-25');
    await page.getByLabel(ru.regulation.reason).fill('Переезд центра');
    await page.getByRole('button', { name: ru.regulation.changeDay }).click();
    await page.getByRole('listitem').filter({ hasText: 'Переезд центра' }).waitFor();
    await page.getByTestId('reevaluation').filter({ hasText: ru.regulation.upToDate }).waitFor();

    await page.goto(`/agent/${requestId}`);
    const explained = page.getByRole('button', { name: ru.explain.show });
    const clock = page.getByRole('listitem').filter({ hasText: 'Решение' }).filter({ has: explained });
    await clock.getByRole('button', { name: ru.explain.show }).click();
    const former = page.getByTestId('former-promises');
    expect(await textOf(former)).toContain('Переезд центра');
    expect(await textOf(page.locator('li', { has: former }))).toContain('Редакция 2026-11.');
    await house.leave();
  });
}
