import { expect, type Page } from '@playwright/test';

/** Has the page pick by a file input, as where the browser has no picker of its own: that one is a
 *  window of the system, which no test can reach. */
export async function pickByInput(page: Page): Promise<void> {
  takeChoosers(page);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
}

/** The browser is told to hand its choosers over when somebody first listens, and that takes a while: one
 *  that a key opens right after that would be lost. So this is called long before. */
export function takeChoosers(page: Page): void {
  page.on('filechooser', () => {});
}

/** Picks a file of that text for the page, by its key; after `pickByInput`. */
export async function pickText(page: Page, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('u')]);
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(page.getByRole('region', { name: 'Transfers' })).toContainText(name);
}

/** Stands in for the person and the system's window: whatever is picked next is a file of random
 *  bytes in the browser's own file system, with a handle like any other. Gives its SHA-256. */
export async function pickNext(page: Page, name: string, mebibytes: number): Promise<string> {
  return page.evaluate(
    async ({ name, mebibytes }) => {
      const directory = await navigator.storage.getDirectory();
      const handle = await directory.getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      const mebibyte = () => {
        const bytes = new Uint8Array(1_048_576);
        for (let at = 0; at < bytes.length; at += 65_536)
          crypto.getRandomValues(bytes.subarray(at, at + 65_536));
        return bytes;
      };
      await writable.write(new Blob(Array.from({ length: mebibytes }, mebibyte)));
      await writable.close();
      Object.assign(window, { showOpenFilePicker: async () => [handle] });
      const bytes = await (await handle.getFile()).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    { name, mebibytes },
  );
}
