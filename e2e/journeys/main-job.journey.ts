import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectSameTree } from '../support/compare.ts';
import { dropPaths } from '../support/drop.ts';
import { test } from '../support/journey.ts';
import { untilKeptForOffline } from '../support/offline.ts';
import { signUp } from '../support/people.ts';
import { sha256OfFile, writeSample, writeSmallFiles } from '../support/sample-files.ts';
import { hashesOnServer, listOnServer } from '../support/server-files.ts';

async function makeAndOpenFolder(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New folder' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.getByRole('row', { name }).dblclick();
  await expect(page).toHaveURL(/\/files\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByText('Drop files anywhere')).toBeVisible();
  return page.url().split('/').at(-1) ?? '';
}

test('a dropped file and a dropped folder arrive whole and come back byte for byte', async ({
  page,
  samples,
}) => {
  const film = join(samples, 'film.mp4');
  const notes = join(samples, 'notes');
  await writeSample(film, 100, 'film');
  await writeSmallFiles(notes, 200);
  await signUp(page);
  const folderId = await makeAndOpenFolder(page, 'Holiday');

  await dropPaths(page, [film, notes]);
  await expect(page.getByRole('region', { name: 'Transfers' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'film.mp4' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Transfers' })).toContainText(
    /201 (files )?(arrived|done|uploaded)/i,
    {
      timeout: 120_000,
    },
  );

  await page.getByRole('row', { name: 'film.mp4' }).click({ button: 'right' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('film.mp4');
  expect(await sha256OfFile(await download.path())).toBe(await sha256OfFile(film));
  await expectSameTree(page, folderId, samples);
});

test('a folder whose names cannot be used arrives under names that can, and says so', async ({
  page,
  samples,
}) => {
  const volume = join(samples, 'Volume 1.');
  await writeSmallFiles(volume, 3, { isFlat: true });
  await writeFile(join(volume, ' etc.'), 'and so on');
  await signUp(page);
  await dropPaths(page, [volume]);
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    '“Volume 1.” was added as “Volume 1”, and 1 more under other names',
  );
  await page.getByRole('row', { name: 'Volume 1', exact: true }).dblclick();
  await expect(page).toHaveURL(/\/files\/[0-9a-f-]{36}$/);
  const folderId = page.url().split('/').at(-1) ?? '';
  const names = async () => (await listOnServer(page, folderId)).map(({ name }) => name).sort();
  await expect.poll(names).toEqual(['etc', 'note 1.txt', 'note 2.txt', 'note 3.txt']);
});

test('a reload in the middle of an upload loses nothing', async ({ page, context, samples }) => {
  const film = join(samples, 'film.mp4');
  await writeSample(film, 300, 'reload');
  await signUp(page);
  await dropPaths(page, [film]);
  const transfers = page.getByRole('region', { name: 'Transfers' });
  await expect(transfers.getByText(/Uploading [\d.]+ /).first()).toBeVisible();
  await untilKeptForOffline(page);
  // The network goes, so that the reload falls into the middle however fast the machine is.
  await context.setOffline(true);
  await expect(transfers.getByText(/Safe to close this tab/)).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await expect(page.getByRole('row', { name: 'film.mp4' })).toBeVisible();
  expect(await listOnServer(page, null)).toEqual([]);
  await context.setOffline(false);
  await expect.poll(() => namesOnServer(page), { timeout: 120_000 }).toEqual(['film.mp4']);
  expect((await hashesOnServer(page, null)).get('film.mp4')).toBe(await sha256OfFile(film));
});

async function namesOnServer(page: Page): Promise<string[]> {
  return (await listOnServer(page, null)).map((node) => node.name);
}
