import type { Page } from 'playwright-core';
import { eventually } from './house.ts';

/** Opens the page of the request with this number for somebody who works on it, once routing knows it. */
export async function openRequest(page: Page, number: string): Promise<void> {
  const requestId = await eventually(
    () =>
      page.evaluate(async (asked) => {
        const found = await (await fetch(`/api/intake/requests?number=${asked}`)).json();
        const id = found.items[0]?.requestId as string | undefined;
        return id !== undefined && (await fetch(`/api/routing/requests/${id}`)).ok ? id : undefined;
      }, number),
    'the request at routing',
  );
  await page.goto(`/agent/${requestId}`);
}
