import type { Locator } from 'playwright-core';

/** Waits until a chosen file has reached the platform: a file on its way has a bar, one that has arrived has its size. */
export async function arrived(picker: Locator, name: string): Promise<void> {
  await picker
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByText(/\d\s(КБ|МБ)$/)
    .waitFor();
}
