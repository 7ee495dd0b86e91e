import type { BrowserContext, Page } from '@playwright/test';

/** Waits until the service worker has the whole app: from then on it opens without a network. */
export async function untilKeptForOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
}

/** Says again that there is no network. Nothing gets through after a navigation either, but Chromium 150
 *  tells the new page that it is online. */
export async function stayOffline(context: BrowserContext): Promise<void> {
  await context.setOffline(false);
  await context.setOffline(true);
}

/** What an upload that cannot be sent says. A browser that only plays at having no network says that it
 *  has one as soon as a worker begins, so either may be missed. */
export const WAITING = /Waiting for the (network|server)/;
