import type { Page } from 'playwright-core';
import type { Accepted, PromiseMade } from '../src/api/types.ts';
import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import { type House, textOf } from './house.ts';
import { registeredNumber } from './requester.ts';

const hotlinePhone = '8 (800) 555-06-40';

/** The screen of each role, what stands on it, and the roles it is not for. */
const screens = [
  { login: 'operator', screen: '/operator', heading: ru.operator.title, shut: ['/moderator', '/manager', '/admin'] },
  { login: 'moderator', screen: '/moderator', heading: ru.moderator.queue, shut: ['/operator', '/admin'] },
  { login: 'agent', screen: '/agent', heading: ru.agent.title, shut: ['/operator', '/moderator', '/manager'] },
] as const;

/** Who works where, and what is on every page. */
export function eachRoleItsOwnScreen(house: House): void {
  test('ovk 1.4: operator, moderator and agent each come to their own screen, and are told where another’s is not theirs', async () => {
    for (const { login, screen, heading, shut } of screens) {
      const page = await house.staff('ovk', login, 'ru');
      await page.waitForURL((url) => url.pathname === screen);
      await page.getByRole('heading', { name: heading }).first().waitFor();
      const menu = page.getByRole('navigation', { name: ru.nav.main });
      for (const address of shut) {
        expect(await menu.locator(`a[href="${address}"]`).count()).toBe(0);
        await page.goto(address);
        await page.getByRole('heading', { name: ru.problem.notYours }).waitFor();
      }
      await page.getByRole('link', { name: ru.problem.toYours }).click();
      await page.getByRole('heading', { name: heading }).first().waitFor();
    }
    await house.leave();
  });

  test('ovk 1.6: the hotline’s telephone stands on every form and on every page', async () => {
    const onEach = async (page: Page, addresses: readonly string[]) => {
      for (const address of addresses) {
        await page.goto(address);
        await page.locator('main h1, main h2').first().waitFor();
        await page.getByText(hotlinePhone).filter({ visible: true }).first().waitFor();
      }
    };
    const requester = await house.person({ language: 'ru' });
    const forms = ['main-site', 'care-accounting', 'care-reporting', 'care-documents'];
    await onEach(requester, [
      ...forms.flatMap((entry) => [`/h/ovk?entry=${entry}`, `/embed/ovk/${entry}`]),
      ...['/h/ovk/status', '/h/ovk/complaint', '/h/ovk/guest'],
    ]);
    await onEach(await house.staff('ovk', 'operator', 'ru'), ['/operator', '/incidents', '/mailbox']);
    await onEach(await house.staff('ovk', 'moderator', 'ru'), ['/moderator', '/agent']);
    await onEach(await house.staff('ovk', 'manager', 'ru'), [
      ...['/manager', '/manager/questions', '/manager/report', '/manager/reports'],
      ...['/manager/what-if', '/manager/regulation'],
    ]);
    await onEach(await house.staff('ovk', 'administrator', 'ru'), ['/admin']);
    await house.leave();
  }, 120_000);

  test('ovk 2.1: the operator’s screen says by when, on which clause, and that one need not call; the request is then promised that', async () => {
    const page = await house.staff('ovk', 'operator', 'ru');
    const aside = page.getByRole('complementary', { name: ru.operator.tell });
    await aside.getByText(ru.operator.chooseFirst).waitFor();
    const foreseen = page.waitForResponse((response) => response.url().endsWith('/api/intake/promises'));
    await page.locator('input[name="category"][value="failure"]').check();
    const [promise] = (await (await foreseen).json()) as PromiseMade[];
    if (promise === undefined) throw new Error('nothing is promised for a failure');
    await aside.getByText(promise.sentence).waitFor();
    expect(await textOf(aside)).toContain('2.8');
    expect(await textOf(aside)).toContain(ru.operator.reminder);

    for (const select of await page.locator('form select').all()) await select.selectOption({ index: 1 });
    for (const field of await page.locator('form [data-field^="fields."]').all()) {
      if ((await field.evaluate((element) => element.tagName)) !== 'SELECT') await field.fill('Портал');
    }
    await page.locator('[data-field="text"]').fill('Касса не печатает чек, очередь у двух окон');
    await page.locator('[data-field="requester.name"]').fill('Галина Фролова');
    await page.locator('[data-field="requester.phone"]').fill('+7 921 555-01-03');
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/intake/requests'));
    await page.getByRole('button', { name: ru.operator.register }).click();
    const accepted = (await (await answered).json()) as Accepted;
    expect(await registeredNumber(page)).toBe(accepted.number);
    await page
      .getByRole('status')
      .getByText(accepted.promises[0]?.sentence ?? '?')
      .waitFor();
    const later = Date.parse(accepted.promises[0]?.dueAt ?? '') - Date.parse(promise.dueAt ?? '');
    expect(later).toBeGreaterThanOrEqual(0);
    expect(later).toBeLessThan(10 * 60_000);
    await house.leave();
  });
}
