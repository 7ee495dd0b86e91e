import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectSameTree } from '../support/compare.ts';
import { test } from '../support/journey.ts';
import { untilKeptForOffline } from '../support/offline.ts';
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

  await untilKeptForOffline(page);
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

/** Presses long on a row, and lets go once it is selected. */
async function pressLong(page: Page, name: string): Promise<void> {
  const row = page.getByRole('row', { name, exact: true });
  const box = await row.boundingBox();
  if (box === null) throw new Error(`${name} is not on the screen`);
  const session = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + 160, y: box.y + box.height / 2 }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

async function addFolders(page: Page, parentId: string | null, names: string[]): Promise<void> {
  for (const name of names) {
    await page.request.post('/api/v1/folders', { data: { name, parentId } });
  }
  await page.reload();
  await expect(page.getByRole('row', { name: names.at(-1) ?? '', exact: true })).toBeVisible();
}

test('back closes what lies over the page, topmost first, and only then leaves the folder', async ({
  page,
}) => {
  await signUp(page);
  const folderId = await makeAndOpenFolder(page, 'Holiday');
  await addFolders(page, folderId, ['Alps', 'Beach']);
  const stays = () => expect(page).toHaveURL(new RegExp(`/files/${folderId}$`));
  const menu = page.getByRole('menu');

  await page.getByRole('button', { name: 'More for Alps' }).tap();
  await expect(menu).toBeVisible();
  await page.goBack();
  await expect(menu).toBeHidden();
  await stays();

  await pressLong(page, 'Alps');
  await page.getByRole('row', { name: 'Beach' }).tap();
  await expect(page.getByRole('heading', { name: '2 selected' })).toBeVisible();
  await page.getByRole('button', { name: 'Move to…' }).tap();
  const dialog = page.getByRole('dialog', { name: /^(Move|New folder)/ });
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: '2 selected' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Holiday' })).toBeVisible();
  await stays();

  // What closes by itself leaves nothing behind that back would have to pass.
  await page.getByRole('button', { name: 'New', exact: true }).tap();
  await page.getByRole('menuitem', { name: 'New folder' }).tap();
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).tap();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: /^Transfers/ }).tap();
  const transfers = page.getByRole('region', { name: 'Transfers' });
  await expect(transfers).toBeVisible();
  await page.goBack();
  await expect(transfers).toBeHidden();
  await stays();
  await page.goBack();
  await expect(page).toHaveURL(/\/files$/);
});

test('in the trash a long press selects, a tap asks, and a notice leaves the round button free', async ({
  page,
}) => {
  await signUp(page);
  await addFolders(page, null, ['Alps', 'Beach', 'Caves']);
  await pressLong(page, 'Alps');
  await page.getByRole('row', { name: 'Beach' }).tap();
  await page.getByRole('row', { name: 'Caves' }).tap();
  await page.getByRole('button', { name: 'Move to trash' }).tap();
  const notice = page.getByRole('region', { name: 'Notices' }).getByText('Moved 3 folders');
  await expect(notice).toBeVisible();
  // A tap that something lies in the way of would not reach the button.
  await page.getByRole('button', { name: 'New', exact: true }).tap();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.goBack();

  await page.getByRole('link', { name: 'Trash' }).tap();
  await pressLong(page, 'Alps');
  await page.getByRole('row', { name: 'Beach' }).tap();
  await expect(page.getByText('2 selected')).toBeVisible();
  await expectNothingWiderThanTheScreen(page);
  await page.getByRole('button', { name: 'Restore', exact: true }).tap();
  await expect(page.getByRole('row', { name: 'Alps' })).toBeHidden();
  await page.getByRole('row', { name: 'Caves' }).tap();
  await page.getByRole('menuitem', { name: 'Delete for good' }).tap();
  await expect(page.getByRole('alertdialog')).toContainText('“Caves” will be gone for good');
  await page.getByRole('button', { name: 'Delete for good' }).tap();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await expect
    .poll(async () => (await listOnServer(page, null)).map(({ name }) => name))
    .toEqual(['Alps', 'Beach']);
});

test('at phone size a name that is taken is asked about in a sheet', async ({
  page,
  context,
  samples,
}) => {
  const note = join(samples, 'note.md');
  await writeFile(note, 'a note');
  await signUp(page);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await pickFiles(page, [note]);
  await expect(page.getByRole('row', { name: 'note.md' })).toBeVisible();
  await pickFiles(page, [note]);
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('“note.md” is already on its way to My files');
  await expectNothingWiderThanTheScreen(page);
  await sheet.getByRole('button', { name: 'Keep both' }).tap();
  await expect(sheet).toBeHidden();
  await context.setOffline(false);
  await expect
    .poll(async () => (await listOnServer(page, null)).map(({ name }) => name))
    .toEqual(['note (2).md', 'note.md']);
});
