import type { Page } from '@playwright/test';

/** Waits until the service worker has the whole app: from then on it opens without a network. */
export async function untilKeptForOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
}
