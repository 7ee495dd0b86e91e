import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { dropPaths } from '../support/drop.ts';
import { test } from '../support/journey.ts';
import { untilKeptForOffline } from '../support/offline.ts';
import { type Person, signIn, signUp, somebody } from '../support/people.ts';
import { pickByInput } from '../support/pick.ts';
import { listOnServer } from '../support/server-files.ts';

const transfers = (page: Page) => page.getByRole('region', { name: 'Transfers' });

async function dropNotes(page: Page, directory: string, ...names: string[]): Promise<void> {
  const paths = names.map((name) => join(directory, name));
  for (const path of paths) await writeFile(path, `the text of ${path}`);
  await dropPaths(page, paths);
}

/** Without the network nothing of it arrives meanwhile. */
async function untilSafeToClose(page: Page): Promise<void> {
  await expect(page.getByText(/Safe to close this tab/)).toBeVisible();
}

async function askToSignOut(page: Page, { name }: Person): Promise<void> {
  await page.getByRole('button', { name: `Account of ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

async function namesOnServer(page: Page): Promise<string[]> {
  return (await listOnServer(page, null)).map(({ name }) => name);
}

/** Whether anything was sent: each upload begins with a call that leaves a trace in the queue. */
async function countUploadCalls(page: Page, deed: () => Promise<void>): Promise<number> {
  let calls = 0;
  const count = (request: { url(): string }) => {
    if (request.url().includes('/api/v1/upload/')) calls++;
  };
  page.context().on('request', count);
  await deed();
  page.context().off('request', count);
  return calls;
}

test('what one person leaves in the queue waits for them, and nobody else sees or sends it', async ({
  page,
  context,
  samples,
}) => {
  const ada = await signUp(page, somebody('Ada Moll'));
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await dropNotes(page, samples, 'a.md', 'b.md', 'c.md');
  await untilSafeToClose(page);
  await askToSignOut(page, ada);
  await expect(page.getByRole('dialog')).toContainText('3 files are still on their way');
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(transfers(page)).toContainText('a.md');
  await askToSignOut(page, ada);
  await page.getByRole('button', { name: 'Keep them here' }).click();
  await expect(page.getByLabel('E-mail')).toBeVisible();
  await context.setOffline(false);

  const calls = await countUploadCalls(page, async () => {
    const ben = await signUp(page, somebody('Ben Otto'));
    await expect(page.getByRole('status')).toHaveText('Connected');
    await expect(transfers(page)).toBeHidden();
    await dropNotes(page, samples, 'of ben.md');
    await expect.poll(() => namesOnServer(page)).toEqual(['of ben.md']);
    await expect(transfers(page)).not.toContainText('a.md');
    await askToSignOut(page, ben);
    await expect(page.getByLabel('E-mail')).toBeVisible();
  });
  // Init, check, one chunk and complete of the one file.
  expect(calls).toBeGreaterThan(0);
  expect(calls).toBeLessThanOrEqual(4);

  await signIn(page, ada);
  await expect.poll(() => namesOnServer(page)).toEqual(['a.md', 'b.md', 'c.md']);
});

test('uploads may be cancelled on the way out', async ({ page, context, samples }) => {
  const ada = await signUp(page, somebody('Ada Moll'));
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await dropNotes(page, samples, 'a.md');
  await untilSafeToClose(page);
  await askToSignOut(page, ada);
  await expect(page.getByRole('dialog')).toContainText('1 file is still on its way');
  await page.getByRole('button', { name: 'Cancel them' }).click();
  await expect(page.getByLabel('E-mail')).toBeVisible();
  await context.setOffline(false);
  await signIn(page, ada);
  await dropNotes(page, samples, 'b.md');
  await expect.poll(() => namesOnServer(page)).toEqual(['b.md']);
});

test('a queue that the browser has thrown away is told of by name, and can be chosen again', async ({
  page,
  context,
  samples,
}) => {
  await pickByInput(page);
  await signUp(page);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await dropNotes(page, samples, 'a.md', 'b.md');
  await untilSafeToClose(page);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('satchel');
        request.onsuccess = resolve;
        request.onerror = reject;
      }),
  );
  await context.setOffline(false);
  await page.goto('/files');
  const told = page.getByRole('dialog');
  await expect(told).toContainText('The browser deleted 2 files');
  await expect(told).toContainText('b.md');
  const choose = async (name: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      told.getByRole('button', { name: 'Choose again' }).click(),
    ]);
    await chooser.setFiles(join(samples, name));
  };
  await choose('a.md');
  await expect(told).toContainText('The browser deleted a file');
  await choose('b.md');
  await expect(told).toBeHidden();
  await expect.poll(() => namesOnServer(page)).toEqual(['a.md', 'b.md']);
  await page.reload();
  await expect(page.getByRole('row', { name: 'a.md' })).toBeVisible();
  await expect(told).toBeHidden();
});
