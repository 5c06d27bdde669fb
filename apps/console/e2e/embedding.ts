import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import { snippetFor } from '../src/pages/embed/snippet.ts';
import { eventually, type House, textOf } from './house.ts';
import { fillTheForm, registeredNumber } from './requester.ts';

/** The pages of the organisations’ sites are answered by the test; the form in their frames comes from the platform. */
const around = (snippet: string) =>
  `<!doctype html><html lang="ru"><title>Сайт</title><body><h1>Сайт</h1>${snippet}<p id="below">Ниже</p></body></html>`;

/** A form in a page of another origin: shown to the sites of the regulation, with its height, and to nobody else. */
export function formsStandInOtherSites(house: House): void {
  const snippetOf = (tenant: string, entryPoint: string) =>
    snippetFor({ origin: house.url, tenant, entryPoint, title: 'Форма' });

  test.each([
    ['ovk', '2.2', 'care-accounting', 'https://accounting.ovk.example.org'],
    ['initiative', '2.1', 'support-form', 'https://www.initiative.example.org'],
  ] as const)(
    '%s %s: a request is filed from the form in a page of the organisation’s own site, and the form is recorded',
    async (tenant, _, entryPoint, site) => {
      const page = await house.person({ language: 'ru' });
      await answer(page, site, around(snippetOf(tenant, entryPoint)));
      await page.goto(`${site}/help`);
      const form = await frameOf(page, house.url);
      await fillTheForm(form, {
        tenant,
        name: 'Лидия Громова',
        email: `${entryPoint}@example.org`,
        text: 'Как продлить подписку?',
      });
      await eventually(async () => ((await overflow(form)) === 0 ? true : undefined), 'the frame as tall as its form');
      const tall = await heightOf(page);
      await form.getByRole('button', { name: ru.form.send }).click();
      const number = await registeredNumber(form);
      await eventually(async () => ((await heightOf(page)) < tall ? true : undefined), 'the frame to shrink');
      expect(await form.locator('header, footer').count()).toBe(0);
      const operator = await house.staff(tenant, 'operator', 'ru');
      const recorded = await operator.evaluate(async (asked) => {
        const { items } = await (await fetch(`/api/intake/requests?number=${asked}`)).json();
        const { entryPoint, channel } = await (await fetch(`/api/intake/requests/${items[0].requestId}`)).json();
        return { entryPoint, channel };
      }, number);
      expect(recorded).toEqual({ entryPoint, channel: 'web' });
      await house.leave();
    },
  );

  test('ovk 2.2: a site that the regulation does not name for the form is refused, and so is every other page', async () => {
    const stranger = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(around(snippetOf('ovk', 'main-site')));
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    try {
      const page = await house.person({ language: 'ru' });
      const address = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
      expect(await refusedOn(page, address)).toBe(true);
      // A site of the regulation, and a form that is not its own; then a page that is no form.
      const site = 'https://accounting.ovk.example.org';
      await answer(page, site, around(snippetOf('ovk', 'main-site')));
      expect(await refusedOn(page, `${site}/`)).toBe(true);
      await answer(page, site, around(`<iframe title="Линия" src="${house.url}/h/ovk"></iframe>`));
      expect(await refusedOn(page, `${site}/`)).toBe(true);
    } finally {
      stranger.close();
      await house.leave();
    }
  });

  test('kz-portal 30-8, 30-10, 30-16: on the portal’s page the instructions come first, then the chat, and both sides see each word at once', async () => {
    const site = 'https://portal.kz-portal.example.org';
    const page = await house.person({ language: 'ru' });
    await answer(page, site, around(snippetOf('kz-portal', 'portal-chat')));
    await page.goto(`${site}/help`);
    const chat = await frameOf(page, house.url);
    await chat.getByText(ru.chat.open).waitFor();
    await chat.getByRole('textbox', { name: ru.chat.question }).fill('Файл со справкой не загружается');
    await chat.getByRole('button', { name: ru.chat.look }).click();
    await chat.getByRole('link', { name: 'Документ не загружается' }).waitFor();
    await chat.getByRole('button', { name: ru.chat.notAnswered }).click();
    await chat.locator('input[name="category"][value="application"]').check();
    await chat.locator('[data-field="requester.name"]').fill('Сауле Ахмет');
    await chat.locator('[data-field="requester.email"]').fill('saule@example.org');
    for (const box of await chat.locator('form input[type="checkbox"]').all()) await box.check();
    await chat.getByRole('button', { name: ru.chat.begin }).click();
    await chat.getByRole('log').waitFor();

    const moderator = await house.staff('kz-portal', 'moderator', 'ru');
    await moderator.goto('/moderator');
    await moderator.locator('[role="option"][data-number]').first().click();
    await moderator.keyboard.press('a');
    await moderator.getByRole('dialog').getByRole('option').first().waitFor();
    await moderator.keyboard.press('Enter');
    const requestId = await eventually(
      () =>
        moderator.evaluate(async () => {
          const { items } = await (await fetch('/api/routing/requests?limit=5')).json();
          return items.find((item: { status: string }) => item.status === 'assigned')?.requestId as string | undefined;
        }),
      'the request to be assigned',
    );
    await moderator.goto(`/agent/${requestId}`);
    await moderator.getByRole('textbox', { name: ru.composer.replyText }).fill('Какого размера файл?');
    await moderator.getByRole('button', { name: ru.composer.sendReply }).click();
    await chat.getByText('Какого размера файл?').waitFor();
    await chat.getByRole('textbox', { name: ru.chat.words }).fill('Семь мегабайт');
    await chat.getByRole('textbox', { name: ru.chat.words }).press('Enter');
    await moderator.getByText('Семь мегабайт').waitFor();
    // An article is the next answer: the nearest to the question is chosen, Enter sends it.
    await moderator.getByRole('button', { name: ru.articles.answerWith }).click();
    await moderator
      .getByRole('dialog')
      .getByText(/Документ не загружается/)
      .first()
      .waitFor();
    await moderator.getByRole('combobox', { name: ru.help.search }).press('Enter');
    await chat.getByText(/отвечает статья «Документ не загружается»/).waitFor();
    await house.leave();
  });

  test('the administrator copies the lines that a site needs, under the name of each form', async () => {
    const page = await house.staff('ovk', 'administrator', 'ru');
    await page.goto('/admin');
    await page.getByRole('tab', { name: ru.embed.title }).click();
    const form = page.getByRole('region', { name: /Служба заботы.*учётных/ });
    expect(await textOf(form.locator('code'))).toContain(`src="${house.url}/embed/ovk/care-accounting"`);
    await form.getByText('https://accounting.ovk.example.org').waitFor();
    await house.leave();
  });
}

/** Answers for a site, under the address it has in the regulation. */
async function answer(page: Page, site: string, body: string): Promise<void> {
  await page.unrouteAll();
  await page.route(`${site}/**`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
}

const frameOf = (page: Page, url: string): Promise<Frame> =>
  eventually(async () => page.frames().find((frame) => frame.url().startsWith(`${url}/embed/`)), 'the frame');
const heightOf = (page: Page): Promise<number> =>
  page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);
/** How many pixels of the form one must scroll for inside its frame. */
const overflow = (form: Frame): Promise<number> =>
  form.evaluate(() => Math.max(0, document.documentElement.scrollHeight - window.innerHeight));

/** Whether the browser says that it was told not to show the frame on this page. */
async function refusedOn(page: Page, address: string): Promise<boolean> {
  const said = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.goto(address);
  await said;
  return page.frames().every((frame) => !/\/(embed|h)\//.test(frame.url()));
}
