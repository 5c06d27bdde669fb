import type { Page } from 'playwright-core';
import type { Language } from '../src/api/types.ts';
import type { Texts } from '../src/i18n/locales/en/index.ts';
import { texts as kk } from '../src/i18n/locales/kk/index.ts';
import { texts as ru } from '../src/i18n/locales/ru/index.ts';
import { texts as uk } from '../src/i18n/locales/uk/index.ts';
import { eventually, type House, textOf } from './house.ts';
import { type Filing, fillIn, registeredNumber } from './requester.ts';

interface Journey {
  readonly language: Language;
  readonly texts: Pick<Texts, 'form' | 'assign' | 'composer'>;
  readonly filing: Filing;
  /** Whom the moderator chooses, by the first letters typed. */
  readonly agent: { readonly typed: string; readonly name: string };
  readonly answer: string;
}

const journeys: readonly Journey[] = [
  {
    language: 'ru',
    texts: ru,
    filing: {
      tenant: 'ovk',
      name: 'Ирина Соколова',
      email: 'sokolova@example.org',
      text: 'После обновления не открывается квартальный отчёт',
    },
    agent: { typed: 'Корн', name: 'Дмитрий Корнеев' },
    answer: 'Обновите форму отчёта через меню «Сервис», затем откройте его снова.',
  },
  {
    language: 'kk',
    texts: kk,
    filing: {
      tenant: 'edoc',
      name: 'Айдос Сәрсенов',
      email: 'aidos@example.org',
      text: 'Порталда құжатқа қол қою терезесі ашылмайды',
    },
    agent: { typed: 'Жумаб', name: 'Ерлан Жумабеков' },
    answer: 'Браузерді жаңартып, порталға қайта кіріңіз: терезе ашылады.',
  },
  {
    language: 'uk',
    texts: uk,
    filing: {
      tenant: 'kuty',
      name: 'Оксана Гнатюк',
      email: 'oksana@example.org',
      text: 'Не можу змінити номер телефону в заяві на садок',
    },
    agent: { typed: '', name: '' },
    answer: 'Відкрийте заяву, натисніть «Змінити дані» і збережіть новий номер.',
  },
];

/** Six people sign in one after the other, on a machine that may be busy. */
const patientMs = 300_000;

/** From the form to the statistics, through the pages of everybody concerned. */
export function filedAnsweredCounted(house: House): void {
  test.each(journeys)(
    '$filing.tenant in $language: filed, seen live, assigned by keyboard, answered, written, counted',
    async (journey) => {
      const { filing, language } = journey;
      const moderator = await house.staff(filing.tenant, 'moderator', language);
      await moderator.locator('[data-live="live"]').waitFor();
      await moderator.evaluate(() => document.body.setAttribute('data-same-page', 'yes'));

      const number = await file(house, journey);
      const { agent } = await assignByKeyboard(moderator, number, journey);
      await answer(house, journey, number, agent);
      await readLetter(house, journey);
      await countOnManagersPage(house, journey, number);
      expect(await moderator.locator('body').getAttribute('data-same-page')).toBe('yes');
      await house.leave();
    },
    patientMs,
  );
}

async function file(house: House, { filing, language, texts }: Journey): Promise<string> {
  const requester = await house.person({ language });
  await requester.goto(`/h/${filing.tenant}`);
  // The page speaks the tenant's first language until the person chooses.
  await requester.locator('header select').selectOption(language);
  await requester.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  await fillIn(requester, filing);
  await requester.getByRole('button', { name: texts.form.send }).dblclick();
  return registeredNumber(requester);
}

async function assignByKeyboard(page: Page, number: string, journey: Journey): Promise<{ agent: string }> {
  const row = page.locator(`[role="option"][data-number="${number}"]`);
  await row.waitFor();
  await seeItTick(page, number);
  const placeOf = async (key: string) => {
    await page.keyboard.press(key);
    const selected = page.locator('[role="option"][aria-selected="true"]');
    return [await selected.getAttribute('aria-posinset'), await selected.getAttribute('aria-setsize')].map(Number);
  };
  expect((await placeOf('Home'))[0]).toBe(1);
  const [tenOn, size] = await placeOf('PageDown');
  expect(tenOn).toBe(Math.min(11, size ?? 0));
  expect((await placeOf('PageUp'))[0]).toBe(1);
  for (let steps = 0; steps < 30 && (await row.getAttribute('aria-selected')) !== 'true'; steps += 1) {
    await page.keyboard.press('j');
  }
  const began = performance.now();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  const first = dialog.getByRole('option').first();
  await first.waitFor();
  expect(await first.getAttribute('aria-selected')).toBe('true');
  expect(await textOf(first)).toContain(journey.texts.assign.proposed);
  await page.keyboard.type(journey.agent.typed);
  const chosen = dialog.locator('[role="option"][aria-selected="true"]');
  const agent = (await textOf(chosen.locator('span').first())).trim();
  if (journey.agent.name !== '') expect(agent).toBe(journey.agent.name);
  await page.keyboard.press('Enter');
  await row.waitFor({ state: 'detached' });
  expect(performance.now() - began).toBeLessThan(10_000);
  return { agent };
}

/** The moderator's five minutes are counting down: minutes and seconds, and another second after a while. */
async function seeItTick(page: Page, number: string): Promise<void> {
  const timer = page.locator(`[role="option"][data-number="${number}"] [role="timer"]`);
  await timer.waitFor();
  const before = await textOf(timer);
  expect(before).toMatch(/^[0-5]:\d\d$/);
  await eventually(async () => ((await textOf(timer)) === before ? undefined : true), 'the clock to tick');
}

async function loginOf(house: House, { filing, language }: Journey, name: string): Promise<string> {
  const page = await house.staff(filing.tenant, 'administrator', language);
  const staff = await page.evaluate(async () => (await fetch('/api/gateway/staff')).json());
  const member = (staff as { login: string; name: string }[]).find((one) => one.name === name);
  if (member === undefined) throw new Error(`${name} has no account`);
  return member.login.split('@')[0] ?? '';
}

async function answer(house: House, journey: Journey, number: string, agentName: string): Promise<void> {
  const agent = await house.staff(journey.filing.tenant, await loginOf(house, journey, agentName), journey.language);
  await agent
    .getByRole('link', { name: new RegExp(number.slice(0, 3)) })
    .filter({ hasText: journey.filing.text.slice(0, 20) })
    .first()
    .click();
  await agent.getByLabel(journey.texts.composer.replyText).fill(journey.answer);
  await agent.getByRole('button', { name: journey.texts.composer.replyAndResolve }).click();
  await agent.getByText(journey.answer).first().waitFor();
}

async function readLetter(house: House, journey: Journey): Promise<void> {
  const page = await house.staff(journey.filing.tenant, 'operator', journey.language);
  await page.goto('/mailbox');
  const letter = await eventually(async () => {
    const texts = await page.evaluate(async () => {
      const lines = (await (await fetch('/api/gateway/mailbox?limit=200')).json()) as { id: string; to: string }[];
      return Promise.all(
        lines.map(async ({ id, to }) => ({ id, to, ...(await (await fetch(`/api/gateway/mailbox/${id}`)).json()) })),
      );
    });
    return (texts as { id: string; to: string; text: string }[]).find(
      (one) => one.to.includes(journey.filing.email) && one.text.replace(/\s+/g, ' ').includes(journey.answer),
    );
  }, 'the letter with the answer');
  await page.goto(`/mailbox?letter=${letter.id}`);
  await page.locator('article').getByText(journey.answer).waitFor();
}

async function countOnManagersPage(house: House, journey: Journey, number: string): Promise<void> {
  const page = await house.staff(journey.filing.tenant, 'manager', journey.language);
  const resolved = page.locator('[data-metric="resolved"]').first();
  await resolved.waitFor();
  await page.locator('[data-metric="received"]').first().click();
  const behind = page.getByTestId('behind');
  await behind.waitFor();
  expect((await textOf(behind)).replace(/\D/g, '')).toContain(number);
}
