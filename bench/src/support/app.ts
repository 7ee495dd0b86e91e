// The app, open in a browser.
import type { Browser } from './chromium/browser.ts';
import type { Page } from './chromium/page.ts';
import type { Person } from './person.ts';

/** Opens the file list as somebody who has been here before: the service worker is installed. */
export async function openFileList(browser: Browser, url: string, who: Person): Promise<Page> {
  await who.signInTo(browser);
  const page = await browser.open(`${url}/files`);
  await page.run(() => navigator.serviceWorker.ready.then(() => undefined), undefined);
  await page.go(`${url}/files`);
  await page.until(
    () => (document.body.textContent ?? '').includes('Drop files anywhere'),
    undefined,
  );
  return page;
}

/** Resolves when the screen says that the tab may be closed. */
export function untilSafeToClose(page: Page): Promise<void> {
  return page.until(() => (document.body.textContent ?? '').includes('Safe to close'), undefined);
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

/** Resolves to the id of the file when the server lists it. */
export async function untilListed(who: Person, name: string): Promise<string> {
  for (;;) {
    const { items } = await who.get<Listed>('/files?limit=1000');
    const file = items.find((node) => node.name === name);
    if (file !== undefined) return file.id;
    await new Promise((later) => setTimeout(later, 100));
  }
}
