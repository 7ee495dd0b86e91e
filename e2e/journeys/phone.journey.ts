import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectSameTree } from '../support/compare.ts';
import { test } from '../support/journey.ts';
import { signUp } from '../support/people.ts';
import { sha256OfFile, writeSample, writeSmallFiles } from '../support/sample-files.ts';
import { listOnServer } from '../support/server-files.ts';

async function pickFiles(page: Page, paths: string[]): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).tap();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Upload files' }).tap(),
  ]);
  await chooser.setFiles(paths);
}

async function makeAndOpenFolder(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'New', exact: true }).tap();
  await page.getByRole('menuitem', { name: 'New folder' }).tap();
  await page.getByRole('dialog').getByRole('textbox').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).tap();
  await page.getByRole('row', { name }).tap();
  await expect(page).toHaveURL(/\/files\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1) ?? '';
}

async function expectNothingWiderThanTheScreen(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}

test('at phone size picked files arrive whole, survive a reload and come back byte for byte', async ({
  page,
  context,
  samples,
}) => {
  const film = join(samples, 'film.mp4');
  await writeSample(film, 100, 'phone');
  await writeSmallFiles(samples, 200, { isFlat: true });
  await signUp(page);
  await expectNothingWiderThanTheScreen(page);
  const folderId = await makeAndOpenFolder(page, 'Holiday');

  await context.setOffline(true);
  const names = await readdir(samples);
  await pickFiles(
    page,
    names.map((name) => join(samples, name)),
  );
  await page.getByRole('button', { name: /^Transfers/ }).tap();
  await expect(page.getByText(/Safe to close this tab/)).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await context.setOffline(false);
  await expect
    .poll(async () => (await listOnServer(page, folderId)).length, { timeout: 120_000 })
    .toBe(names.length);
  await expectSameTree(page, folderId, samples);

  await page.getByRole('button', { name: 'More for film.mp4' }).tap();
  await expectNothingWiderThanTheScreen(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Download' }).tap(),
  ]);
  expect(await sha256OfFile(await download.path())).toBe(await sha256OfFile(film));
});
