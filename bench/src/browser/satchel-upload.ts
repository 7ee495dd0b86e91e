import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';

/** Creates an account and opens the file list, so that only the upload itself is timed. */
export async function openFileList(page: Page, satchelUrl: string): Promise<void> {
  const answer = await page.request.post(`${satchelUrl}/api/v1/auth/register`, {
    data: { email: `${randomUUID()}@example.org`, password: randomUUID(), displayName: 'Bench' },
  });
  if (!answer.ok()) throw new Error(`registering answered ${answer.status()}`);
  await page.goto(`${satchelUrl}/files`);
  await page.getByRole('button', { name: 'New', exact: true }).waitFor();
  // The first visit installs the service worker; what is measured is a visit that has one.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Uploads a file through the screen: choosing, staging, hashing, sending, completing. Resolves to the
 *  seconds from the choice to the moment when the server lists the file. */
export async function uploadThroughApp(page: Page, path: string, name: string): Promise<number> {
  await page.getByRole('button', { name: 'New', exact: true }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Upload files' }).click(),
  ]);
  const begun = performance.now();
  await chooser.setFiles(path);
  while (!(await isListed(page, name))) await new Promise((later) => setTimeout(later, 50));
  return (performance.now() - begun) / 1000;
}

async function isListed(page: Page, name: string): Promise<boolean> {
  const answer = await page.request.get(new URL('/api/v1/files?limit=1000', page.url()).href);
  const { items } = (await answer.json()) as { items: { name: string }[] };
  return items.some((node) => node.name === name);
}
