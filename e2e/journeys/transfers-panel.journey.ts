import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { dropPaths } from '../support/drop.ts';
import { test } from '../support/journey.ts';
import { untilKeptForOffline } from '../support/offline.ts';
import { signUp } from '../support/people.ts';
import { pickByInput, pickText } from '../support/pick.ts';
import { writeSample, writeSmallFiles } from '../support/sample-files.ts';

const transfers = (page: Page) => page.getByRole('region', { name: 'Transfers' });

/** What the browser would show, as the service worker knows it. */
async function noticesOf(context: BrowserContext): Promise<string[]> {
  const [worker] = context.serviceWorkers();
  const titles = await worker?.evaluate(async () => {
    const scope = globalThis as unknown as { registration: ServiceWorkerRegistration };
    return (await scope.registration.getNotifications()).map(({ title }) => title);
  });
  return titles ?? [];
}

test('a notice at the end is asked for by a click, and shown when nobody looks', async ({
  page,
  context,
  samples,
}) => {
  await context.grantPermissions(['notifications', 'background-sync']);
  const note = join(samples, 'note.md');
  await writeFile(note, 'a note');
  await signUp(page);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await dropPaths(page, [note]);
  await transfers(page).getByRole('button', { name: 'Tell me when it is done' }).click();
  await expect(transfers(page)).toContainText('You get a notice when it is done.');
  await expect(page.getByText(/Safe to close this tab/)).toBeVisible();
  await page.goto('about:blank');
  expect(await noticesOf(context)).toEqual([]);
  await context.setOffline(false);
  await expect.poll(() => noticesOf(context), { timeout: 60_000 }).toEqual(['note.md arrived']);
});

test('what is seen to arrive is not told again', async ({ page, context, samples }) => {
  await context.grantPermissions(['notifications', 'background-sync']);
  const note = join(samples, 'note.md');
  await writeFile(note, 'a note');
  await signUp(page);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await dropPaths(page, [note]);
  await transfers(page).getByRole('button', { name: 'Tell me when it is done' }).click();
  await expect(page.getByText(/Safe to close this tab/)).toBeVisible();
  await context.setOffline(false);
  await expect(transfers(page)).toContainText('1 file arrived');
  // What was told is written once the uploader has looked.
  await expect.poll(() => page.evaluate(readTold)).toBe(true);
  expect(await noticesOf(context)).toEqual([]);
});

/** Whether something was recorded as told since the notice was asked for. */
async function readTold(): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('satchel');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = (table: string) =>
    new Promise<Record<string, unknown>[]>((resolve) => {
      const request = database.transaction(table).objectStore(table).getAll();
      request.onsuccess = () => resolve(request.result);
    });
  const [upload] = await all('uploads');
  const told = (await all('settings')).find(({ key }) => String(key).startsWith('told-end-'));
  database.close();
  return (told?.value as { until: number } | undefined)?.until === upload?.finishedAt;
}

test('the panel tells the room here, what was saved, and clears what is done', async ({
  page,
  context,
  samples,
}) => {
  const film = join(samples, 'film.mp4');
  await writeSample(film, 12, 'saved');
  await signUp(page);
  await untilKeptForOffline(page);
  await dropPaths(page, [film]);
  await expect(transfers(page)).toContainText('1 file arrived');
  await context.setOffline(true);
  const copy = join(samples, 'copy.mp4');
  await writeSample(copy, 12, 'saved');
  await dropPaths(page, [copy]);
  await transfers(page).getByText('12.6 MB waiting in this browser').click();
  await expect(
    transfers(page).getByRole('progressbar', { name: 'Room in this browser' }),
  ).toBeVisible();
  await expect(transfers(page)).toContainText(/The browser (keeps|may delete) what waits here/);
  await context.setOffline(false);
  await expect(transfers(page)).toContainText('12.6 MB were already here');
  await transfers(page).getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(transfers(page)).toBeHidden();
});

test('what is to be pressed in the panel stays under the pointer while files are added', async ({
  page,
  context,
}) => {
  await pickByInput(page);
  await signUp(page);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await pickText(page, 'one.txt', 'one');
  await expect(page.getByText(/Safe to close this tab/)).toBeVisible();
  const button = transfers(page).getByRole('button', { name: 'Pause all' });
  await button.hover();
  const before = await button.boundingBox();
  await pickText(page, 'two.txt', 'two');
  await pickText(page, 'three.txt', 'three');
  expect(await button.boundingBox()).toEqual(before);
  await page.mouse.move(10, 10);
  await expect.poll(async () => (await button.boundingBox())?.y).toBeLessThan(before?.y ?? 0);
});

test('the panel hides nothing that a page ends with', async ({ page, samples }) => {
  await signUp(page);
  await writeSmallFiles(samples, 12);
  await dropPaths(page, [samples]);
  await expect(transfers(page)).toContainText('12 files arrived');
  await page.getByRole('link', { name: 'Settings' }).click();
  const last = page.getByRole('main').getByRole('button', { name: 'Sign out' });
  await last.hover();
  await page.mouse.wheel(0, 10_000);
  const bottomOf = async () => {
    const box = await last.boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  const top = (await transfers(page).boundingBox())?.y ?? 0;
  await expect.poll(bottomOf).toBeLessThan(top);
});
