import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import type { House } from './house.ts';
import { fillIn } from './requester.ts';

const modes = [
  { phone: false, dark: false },
  { phone: false, dark: true },
  { phone: true, dark: false },
  { phone: true, dark: true },
] as const;

/** Fourteen pages one after the other, on a machine that may be busy. */
const patientMs = 300_000;

/** axe on every page, light and dark, wide and phone: no serious and no critical fault. */
export function everyPageIsAccessible(house: House): void {
  let requestId = '';
  beforeAll(async () => {
    const page = await house.person({ language: 'ru' });
    await fillIn(page, {
      tenant: 'ovk',
      name: 'Анна Титова',
      email: 'titova@example.org',
      text: 'Где посмотреть акты?',
    });
    await page.locator('form button[type="submit"]').click();
    await page.getByTestId('number').waitFor();
    const operator = await house.staff('ovk', 'operator', 'ru');
    requestId = await operator.evaluate(
      async () => (await (await fetch('/api/intake/requests?limit=1')).json()).items[0].requestId as string,
    );
    await house.leave();
  });

  test.each(modes)(
    'phone: $phone, dark: $dark',
    async (mode) => {
      const faults: string[] = [];
      const visit = async (page: Page, address: string) => {
        await page.goto(address);
        await page.locator('main h1, main h2').first().waitFor();
        // Not until the network is idle: pages that follow the queue never are.
        await page.waitForFunction(
          (label) => document.querySelector(`[role="status"][aria-label="${label}"]`) === null,
          ru.state.loading,
        );
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, impact, nodes } of violations) {
          if (impact !== 'serious' && impact !== 'critical') continue;
          faults.push(`${address}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
        }
      };
      const requester = await house.person({ language: 'ru', ...mode });
      for (const address of [
        '/',
        '/h/ovk',
        '/h/edoc',
        '/h/kz-portal',
        '/h/kz-portal/chat',
        '/h/kz-portal/account',
        '/embed/kuty/service-page',
        '/h/ovk/status',
        '/h/ovk/complaint',
        '/h/ovk/guest',
        '/h/edoc/help?q=подписать',
        '/sign-in',
      ]) {
        await visit(requester, address);
      }
      const pages = [
        ['operator', ['/operator', '/mailbox', '/incidents', '/admin']],
        ['moderator', ['/moderator', `/agent/${requestId}`]],
        ['agent', ['/agent', '/articles']],
        [
          'manager',
          [
            '/manager?period=month',
            '/manager/questions',
            '/manager/report',
            '/manager/reports',
            '/manager/what-if',
            '/manager/regulation',
            '/manager/erasures',
          ],
        ],
        ['administrator', ['/admin']],
      ] as const;
      await visit(await house.staff('kz-portal', 'moderator', 'ru', mode), '/blocks');
      for (const [login, addresses] of pages) {
        const page = await house.staff('ovk', login, 'ru', mode);
        for (const address of addresses) await visit(page, address);
      }
      expect(faults).toEqual([]);
      await house.leave();
    },
    patientMs,
  );
}
