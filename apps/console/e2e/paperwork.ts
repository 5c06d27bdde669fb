import type { Page } from 'playwright-core';
import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import { eventually, type House, textOf } from './house.ts';

/** Asks a service as the page itself would, with the proof that it comes from this page. */
const post = (page: Page, path: string, body: object) =>
  page.evaluate(
    async ([to, words]) => {
      const csrf = /rgl_csrf=([^;]+)/.exec(document.cookie)?.[1] ?? '';
      const headers = { 'content-type': 'application/json', 'x-csrf-token': decodeURIComponent(csrf) };
      const answer = await fetch(`/api${to}`, { method: 'POST', headers, body: words });
      return { status: answer.status, body: await answer.json() };
    },
    [path, JSON.stringify(body)] as const,
  );

/** Files a request at a hotline that owes documents and has its moderator take and resolve it. @returns its id, and their page */
async function resolved(house: House, email: string): Promise<{ requestId: string; staff: Page }> {
  const requester = await house.person({ language: 'ru' });
  await requester.goto('/');
  const filed = await post(requester, '/intake/hotlines/initiative/requests', {
    ...{ entryPoint: 'support-form', category: 'contract', language: 'ru', text: 'Нужны закрывающие документы.' },
    requester: { name: 'Вера Ланская', email },
  });
  const { requestId } = filed.body as { requestId: string };
  const staff = await house.staff('initiative', 'moderator', 'ru');
  await eventually(async () => {
    const taken = await post(staff, `/routing/requests/${requestId}/take`, { version: 1 });
    return taken.status === 200 ? true : undefined;
  }, 'the request to be in the queue');
  expect((await post(staff, `/routing/requests/${requestId}/resolve`, { text: 'Готовим.' })).status).toBe(200);
  return { requestId, staff };
}

/** Documents after service, and erasing a person: from the first press to what is left on record. */
export function papersAndErasures(house: House): void {
  test('initiative 3.1: services end, documents are numbered and opened as PDF, five working days run until they are sent', async () => {
    const { requestId, staff } = await resolved(house, 'lanskaya@example.org');
    const wall = await staff.context().newPage();
    await wall.goto('/documents');
    await wall.getByRole('heading', { name: ru.documents.none.owed }).waitFor();
    await staff.goto(`/agent/${requestId}`);
    await staff.getByRole('button', { name: ru.procedure.service }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByLabel(ru.documents.client).fill('ООО «Ромашка»');
    await dialog.getByLabel(ru.documents.from).fill('2026-11-30');
    await dialog.getByLabel(ru.documents.what).fill('Настройка обмена');
    await dialog.getByLabel(ru.documents.price).fill('1201.05');
    await dialog.getByRole('checkbox').uncheck();
    await dialog.getByRole('button', { name: ru.documents.make }).click();
    // A wrong date is refused in words, and nothing that was typed is lost.
    await dialog.getByRole('alert').getByText('раньше, чем начались').waitFor();
    await dialog.getByLabel(ru.documents.from).fill('2026-11-02');
    await dialog.getByRole('button', { name: ru.documents.make }).click();
    await dialog.waitFor({ state: 'detached' });
    // A page that was open all the while shows them too, with the clock that starts a moment later.
    await wall.getByRole('region', { name: 'ООО «Ромашка»' }).getByRole('timer').waitFor();

    await staff.getByRole('navigation').getByRole('link', { name: ru.documents.nav }).click();
    const service = staff.getByRole('region', { name: 'ООО «Ромашка»' });
    await service.getByRole('timer').waitFor();
    const papers = service.getByRole('list', { name: ru.documents.papers }).getByRole('listitem');
    expect(await papers.count()).toBe(3);
    const invoice = await papers.filter({ hasText: 'Счёт' }).getByRole('link').first().getAttribute('href');
    const paper = await staff.request.get(invoice ?? '');
    expect(paper.headers()['content-type']).toContain('application/pdf');
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await service.getByLabel(ru.documents.tracking).fill('RA123456785RU');
    await staff.keyboard.press('Enter');
    await staff.getByRole('heading', { name: ru.documents.none.owed }).waitFor();
    await staff.getByText(ru.documents.view.sent, { exact: true }).click();
    expect(await textOf(service)).toContain('RA123456785RU');
    expect(await service.getByRole('timer').count()).toBe(0);
    await wall.getByRole('heading', { name: ru.documents.none.owed }).waitFor();
    await house.leave();
  });

  test('erasure: a manager sees what would go, says why, is asked once more, and reads it in the record without the person', async () => {
    const { staff } = await resolved(house, 'erased@example.org');
    await staff.goto('/manager/erasures');
    await staff.getByRole('heading', { name: ru.problem.notYours }).waitFor();
    const page = await house.staff('initiative', 'manager', 'ru');
    await page.getByRole('link', { name: ru.erasures.link }).click();
    await page.getByText(ru.erasures.documentsStay).waitFor();
    const contact = page.getByLabel(ru.erasures.contact);
    await contact.fill('nobody@example.org');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: ru.erasures.nothing }).waitFor();
    await contact.fill('erased@example.org');
    await page.keyboard.press('Enter');
    const found = page.getByRole('region', { name: ru.erasures.what });
    expect(await textOf(found)).toContain('Решено');
    await found.getByLabel(ru.erasures.reason).fill('Просьба заявителя от 5 ноября');
    await found.getByRole('button', { name: ru.erasures.erase }).click();
    await page.getByRole('dialog').getByRole('button', { name: ru.erasures.confirm }).click();
    const record = page.getByRole('region', { name: ru.erasures.record }).getByRole('listitem');
    await record.filter({ hasText: 'Просьба заявителя от 5 ноября' }).waitFor();
    expect(await textOf(page.locator('main'))).not.toContain('erased@example.org');
    await contact.fill('erased@example.org');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: ru.erasures.nothing }).waitFor();
    await house.leave();
  });
}
