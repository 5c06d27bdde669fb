import { displayNumber } from '@reglament/domain/request';
import type { Frame, Page } from 'playwright-core';
import { textOf } from './house.ts';

/** What a person writes into the form. */
export interface Filing {
  readonly tenant: string;
  /** The category's id in the regulation; the first one unless said. */
  readonly category?: string;
  readonly name: string;
  readonly email: string;
  readonly text: string;
}

/** Opens a hotline's form and fills it in. */
export async function fillIn(page: Page, filing: Filing): Promise<void> {
  await page.goto(`/h/${filing.tenant}`);
  await fillTheForm(page, filing);
}

/** Fills a form in as a person would: a choice, the fields the choice asks for, the question, a contact. */
export async function fillTheForm(page: Page | Frame, filing: Filing): Promise<void> {
  const radios = page.locator('input[name="category"]');
  await (filing.category === undefined
    ? radios.first()
    : page.locator(`input[name="category"][value="${filing.category}"]`)
  ).check();
  for (const select of await page.locator('form select').all()) await select.selectOption({ index: 1 });
  for (const field of await page.locator('form [data-field^="fields."]').all()) {
    if ((await field.evaluate((element) => element.tagName)) !== 'SELECT') await field.fill('Портал');
  }
  await page.locator('[data-field="text"]').fill(filing.text);
  await page.locator('[data-field="requester.name"]').fill(filing.name);
  await page.locator('[data-field="requester.email"]').fill(filing.email);
  for (const rules of await page.locator('[data-field="acceptedRules"]').all()) await rules.check();
}

/** The registration number on the page of thanks, without its spaces. */
export async function registeredNumber(page: Page | Frame): Promise<string> {
  const shown = await textOf(page.getByTestId('number'));
  const number = shown.replace(/\D/g, '');
  expect(displayNumber(number).replace(/\s/g, ' ')).toBe(shown.replace(/\s/g, ' '));
  return number;
}
