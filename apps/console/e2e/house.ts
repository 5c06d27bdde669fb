import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { type Platform, startPlatform } from '../../../tools/platform.ts';
import type { Language } from '../src/api/types.ts';

/** A Thursday within the working hours of all five hotlines, so that their clocks run. */
const workingTime = '2026-11-05T11:00+03:00';
/** Above what a busy machine needs for one step, below what a person would wait for. */
const patienceMs = 30_000;

/** A telephone, or a screen on a desk. */
export const screenOf = (phone: boolean): { width: number; height: number } =>
  phone ? { width: 390, height: 844 } : { width: 1440, height: 900 };

/** The whole platform and a browser, started once for all tests of a file. */
export interface House {
  readonly url: string;
  /** A person with a browser of their own: nobody else's cookies, drafts or languages. */
  person(options: { language: Language; phone?: boolean; dark?: boolean }): Promise<Page>;
  /** A member of staff who has signed in through the page. `login` is the part before the `@`. */
  staff(
    tenant: string,
    login: string,
    language: Language,
    options?: { phone?: boolean; dark?: boolean },
  ): Promise<Page>;
  /** Closes everybody's browsers. */
  leave(): Promise<void>;
}

const tags: Readonly<Record<Language, string>> = { ru: 'ru-RU', uk: 'uk-UA', kk: 'kk-KZ', en: 'en-GB' };

/** Registers the start and the end of the house with the test runner. */
export function openHouse(): House {
  const data = mkdtempSync(path.join(tmpdir(), 'reglament-console-'));
  let platform: Platform | undefined;
  let browser: Browser | undefined;
  const contexts = new Set<BrowserContext>();

  beforeAll(async () => {
    platform = await startPlatform({ data, args: ['--clock', workingTime] });
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
        // A page of a public site may not reach this machine without asking: here the platform stands on it.
        '--disable-features=LocalNetworkAccessChecks',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  });

  const house: House = {
    get url() {
      if (platform === undefined) throw new Error('the platform has not been started');
      return platform.url;
    },
    async person({ language, phone = false, dark = false }) {
      if (browser === undefined) throw new Error('the browser has not been started');
      const options: BrowserContextOptions = {
        baseURL: house.url,
        locale: tags[language],
        colorScheme: dark ? 'dark' : 'light',
        viewport: screenOf(phone),
        reducedMotion: 'reduce',
      };
      const context = await browser.newContext(options);
      contexts.add(context);
      context.setDefaultTimeout(patienceMs);
      return context.newPage();
    },
    async staff(tenant, login, language, options = {}) {
      const page = await house.person({ language, ...options });
      await page.goto('/sign-in');
      await page.locator('input[name="login"]').fill(`${login}@${tenant}`);
      await page.locator('input[name="password"]').fill('reglament-demo');
      await page.locator('form button[type="submit"]').click();
      await page.waitForURL((url) => url.pathname !== '/sign-in');
      return page;
    },
    async leave() {
      await Promise.all([...contexts].map((context) => context.close()));
      contexts.clear();
    },
  };
  return house;
}

/** Waits until `look` gives something other than undefined. */
export async function eventually<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  for (const deadline = performance.now() + patienceMs; ; ) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((next) => setTimeout(next, 150));
  }
}

/** The text of an element. */
export async function textOf(place: Locator): Promise<string> {
  return (await place.textContent()) ?? '';
}
