// A browser that has seen nothing of Satchel yet.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from '../support/chromium/browser.ts';
import type { Page } from '../support/chromium/page.ts';
import type { Account } from '../sync/accounts.ts';

/** Acts in a browser of its own with an empty profile. */
export async function onNewDevice<Result>(
  act: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const profile = await mkdtemp(join(tmpdir(), 'satchel-bench-device-'));
  const browser = await Browser.start(profile, ['--window-size=1440,900']);
  try {
    return await act(browser);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** The same, where somebody is signed in. */
export async function onDevice<Result>(
  url: string,
  { cookie }: Account,
  act: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  return onNewDevice(async (browser) => {
    const [name = '', value = ''] = cookie.split('=');
    const expires = Math.floor(Date.now() / 1000) + 24 * 3600;
    await browser.cdp.send('Storage.setCookies', {
      cookies: [{ name, value, url, httpOnly: true, expires }],
    });
    return act(browser);
  });
}

/** Resolves when the whole tree is in the browser; gives the milliseconds since the page began. It looks
 *  over one connection: opening one takes the browser longer than what is looked at. */
export function untilWhole(page: Page): Promise<number> {
  return page.run(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('satchel');
        opening.onsuccess = () => {
          const timer = setInterval(() => {
            const feed = opening.result.transaction('feed').objectStore('feed').get('current');
            feed.onsuccess = () => {
              if (feed.result?.isComplete !== true) return;
              clearInterval(timer);
              opening.result.close();
              resolve(performance.now());
            };
          }, 100);
        };
      }),
    undefined,
  );
}
