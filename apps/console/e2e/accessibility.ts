import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import { type House, screenOf } from './house.ts';
import { fillIn } from './requester.ts';

const modes = [
  { phone: false, dark: false },
  { phone: false, dark: true },
  { phone: true, dark: false },
  { phone: true, dark: true },
] as const;

/** Each of them four times: on a machine that may be busy. */
const patientMs = 300_000;

interface Visited {
  /** Who opens them: `tenant login`, or nobody who has signed in. */
  readonly by: readonly [tenant: string, login: string] | 'requester';
  readonly pages: (requestId: string) => readonly string[];
}

const VISITED: readonly Visited[] = [
  {
    by: 'requester',
    pages: () => [
      '/',
      '/h/ovk',
      '/h/edoc',
      '/h/kz-portal',
      '/h/kz-portal/chat',
      '/h/kz-portal/account',
      '/embed/kuty/service-page',
      '/h/ovk/status',
      '/h/ovk/complaint',
      '/h/edoc/complaint',
      '/h/ovk/guest',
      '/h/edoc/help?q=подписать',
      '/sign-in',
    ],
  },
  { by: ['ovk', 'operator'], pages: () => ['/operator', '/mailbox', '/incidents', '/admin'] },
  { by: ['ovk', 'moderator'], pages: (requestId) => ['/moderator', `/agent/${requestId}`] },
  { by: ['ovk', 'agent'], pages: () => ['/agent', '/articles'] },
  {
    by: ['ovk', 'manager'],
    pages: () => [
      '/manager?period=month',
      '/manager/questions',
      '/manager/report',
      '/manager/reports',
      '/manager/what-if',
      '/manager/regulation',
      '/manager/erasures',
    ],
  },
  { by: ['ovk', 'administrator'], pages: () => ['/admin'] },
  { by: ['kz-portal', 'moderator'], pages: () => ['/blocks', '/incidents'] },
  { by: ['initiative', 'manager'], pages: () => ['/documents'] },
  { by: ['kuty', 'manager'], pages: () => ['/disclosures'] },
];

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

  test.each(VISITED)(
    'for $by',
    async ({ by, pages }) => {
      const page = await (by === 'requester' ? house.person({ language: 'ru' }) : house.staff(...by, 'ru'));
      const faults: string[] = [];
      for (const address of pages(requestId)) {
        await page.goto(address);
        await page.locator('main h1, main h2').first().waitFor();
        // Not until the network is idle: pages that follow the queue never are.
        await page.waitForFunction(
          (label) => document.querySelector(`[role="status"][aria-label="${label}"]`) === null,
          ru.state.loading,
        );
        await page.evaluate(axe.source);
        for (const mode of modes) faults.push(...(await faultsOf(page, address, mode)));
      }
      expect(faults).toEqual([]);
      await house.leave();
    },
    patientMs,
  );
}

/** What axe has against the page as it stands, in one of its four appearances. */
async function faultsOf(page: Page, address: string, { phone, dark }: (typeof modes)[number]): Promise<string[]> {
  await page.setViewportSize(screenOf(phone));
  const scheme = dark ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme: scheme });
  // Colours on their way from one appearance to the other belong to neither.
  await page.waitForFunction((asked) => document.documentElement.dataset.mantineColorScheme === asked, scheme);
  await page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
  const grave = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
  return grave.map((fault) => `${address}${phone ? ', phone' : ''}${dark ? ', dark' : ''}: ${fault}`);
}
