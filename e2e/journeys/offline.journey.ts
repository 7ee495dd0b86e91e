import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { dropPaths } from '../support/drop.ts';
import { test } from '../support/journey.ts';
import { stayOffline, untilKeptForOffline } from '../support/offline.ts';
import { type Person, signIn, signUp } from '../support/people.ts';
import { writeSample } from '../support/sample-files.ts';
import { listOnServer } from '../support/server-files.ts';

const PATIENT = { timeout: 60_000 };
const row = (page: Page, name: string) => page.getByRole('row', { name, exact: true });
const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });
const namesOn = async (page: Page, folderId: string | null = null) =>
  (await listOnServer(page, folderId)).map(({ name }) => name).sort();

async function newFolder(page: Page, name: string): Promise<void> {
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New folder' });
  await dialog.getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await expect(row(page, name)).toBeVisible();
}

async function rename(page: Page, from: string, to: string): Promise<void> {
  await row(page, from).click();
  await page.keyboard.press('F2');
  await page.getByLabel(`New name for ${from}`).fill(to);
  await page.keyboard.press('Enter');
  await expect(row(page, to)).toBeVisible();
}

async function goOffline(page: Page, context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  await expect(page.getByRole('status').filter({ hasText: 'Offline' })).toBeVisible();
}

/** Signs up, with folders that the server and this device have. */
async function beginWith(page: Page, names: readonly string[]): Promise<Person> {
  const person = await signUp(page);
  for (const name of names) {
    const data = { name, parentId: null };
    expect((await page.request.post('/api/v1/folders', { data })).status()).toBe(201);
  }
  for (const name of names) await expect(row(page, name)).toBeVisible();
  await untilKeptForOffline(page);
  return person;
}

test('in aeroplane mode the installed app starts, and all that is done there arrives later', async ({
  page,
  context,
  samples,
}) => {
  const film = join(samples, 'film.mp4');
  await writeSample(film, 9, 'dropped offline');
  await beginWith(page, ['Budget', 'Letters', 'Old']);
  await page.close();
  await context.setOffline(true);
  const app = await context.newPage();
  await app.goto('/files');
  await stayOffline(context);
  await expect(app.getByRole('status').filter({ hasText: 'Offline' })).toBeVisible();

  await newFolder(app, 'Trip');
  await expect(row(app, 'Trip').getByText('Waiting to be sent')).toBeAttached();
  await rename(app, 'Budget', 'Budget 2026');
  await row(app, 'Old').click();
  await app.keyboard.press('Delete');
  await expect(row(app, 'Old')).toBeHidden();
  await expect(notices(app).getByText('Moved “Old” to the trash')).toBeVisible();
  await row(app, 'Letters').click();
  await app.keyboard.press('ControlOrMeta+x');
  await row(app, 'Trip').dblclick();
  await expect(app.getByRole('heading', { name: 'Trip' })).toBeVisible();
  await app.keyboard.press('ControlOrMeta+v');
  await expect(row(app, 'Letters')).toBeVisible();
  await newFolder(app, 'Photos');
  await dropPaths(app, [film]);
  await expect(row(app, 'film.mp4')).toBeVisible();
  await expect(app.getByText('Safe to close this tab')).toBeVisible();

  await app.reload();
  for (const name of ['Letters', 'Photos', 'film.mp4']) await expect(row(app, name)).toBeVisible();
  const search = app.getByRole('textbox', { name: 'Search' });
  await expect(search).toHaveAttribute('placeholder', 'Search everything');
  await search.fill('photo');
  await expect(app.getByRole('region', { name: 'Found' }).getByText('Photos')).toBeVisible();
  await app.keyboard.press('Escape');

  await context.setOffline(false);
  await expect.poll(() => namesOn(app), PATIENT).toEqual(['Budget 2026', 'Trip']);
  const trip = (await listOnServer(app, null)).find(({ name }) => name === 'Trip');
  await expect
    .poll(() => namesOn(app, trip?.id ?? ''), PATIENT)
    .toEqual(['Letters', 'Photos', 'film.mp4']);
  await expect(app.getByRole('status').filter({ hasText: 'Connected' })).toBeVisible(PATIENT);
  await expect(app.getByText('Waiting to be sent')).toHaveCount(0);
});

test('a folder that is dropped offline is a row at once, opened, renamed and filled', async ({
  page,
  context,
  samples,
}) => {
  const album = join(samples, 'Album');
  await mkdir(join(album, 'Empty'), { recursive: true });
  await writeSample(join(album, 'photo.jpg'), 3, 'in the album');
  const film = join(samples, 'film.mp4');
  await writeSample(film, 2, 'added to the album');
  await beginWith(page, ['Budget']);
  await goOffline(page, context);
  await dropPaths(page, [album]);
  await expect(row(page, 'Album').getByText('Waiting to be sent')).toBeAttached();
  await rename(page, 'Album', 'Summer');
  await row(page, 'Summer').dblclick();
  await expect(row(page, 'Empty')).toBeVisible();
  await expect(row(page, 'photo.jpg')).toBeVisible();
  await dropPaths(page, [film]);
  await expect(row(page, 'film.mp4')).toBeVisible();

  await context.setOffline(false);
  await expect.poll(() => namesOn(page), PATIENT).toEqual(['Budget', 'Summer']);
  const summer = (await listOnServer(page, null)).find(({ name }) => name === 'Summer');
  await expect
    .poll(() => namesOn(page, summer?.id ?? ''), PATIENT)
    .toEqual(['Empty', 'film.mp4', 'photo.jpg']);
});

test('what is taken back before it is sent is never sent', async ({ page, context }) => {
  await beginWith(page, ['Budget']);
  const sent: string[] = [];
  context.on('request', (request) => {
    const isChange = !['GET', 'HEAD'].includes(request.method());
    if (isChange && /api.v1.(files|folders|trash)/.test(request.url())) sent.push(request.url());
  });
  await goOffline(page, context);
  await newFolder(page, 'Trip');
  await rename(page, 'Budget', 'Money');
  await page.getByRole('link', { name: 'Waiting changes' }).click();
  const waiting = page.getByRole('region', { name: 'Waiting to be sent' });
  await expect(waiting.getByText('New folder “Trip” in “My files”')).toBeVisible();
  await expect(waiting.getByText(/Waiting for the network/).first()).toBeVisible();
  await waiting.getByRole('button', { name: /^Undo: New folder/ }).click();
  await waiting.getByRole('button', { name: /^Undo: Rename/ }).press('Enter');
  await expect(page.getByText('Everything has been sent')).toBeVisible();
  await page.getByRole('link', { name: 'My files', exact: true }).click();
  await expect(row(page, 'Budget')).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByRole('status').filter({ hasText: 'Connected' })).toBeVisible(PATIENT);
  expect(await namesOn(page)).toEqual(['Budget']);
  expect(sent).toEqual([]);
});

test('a name that somebody else gave meanwhile comes back with a free one', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  const person = await beginWith(page, ['Alpha', 'Beta']);
  const other = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const elsewhere = await other.newPage();
  await signIn(elsewhere, person);
  await goOffline(page, context);
  await rename(page, 'Alpha', 'Plans');
  await rename(elsewhere, 'Beta', 'Plans');
  await expect.poll(() => namesOn(elsewhere)).toEqual(['Alpha', 'Plans']);

  await context.setOffline(false);
  const words = '“Alpha” could not be renamed to “Plans”. The name is already taken there.';
  await expect(notices(page).getByText(words)).toBeVisible(PATIENT);
  await expect(row(page, 'Alpha').getByText(/could not be renamed/i)).toBeAttached();
  await page.getByRole('link', { name: 'Waiting changes' }).click();
  const refused = page.getByRole('region', { name: 'Need your attention' });
  await expect(refused.getByText('Rename “Alpha” to “Plans”')).toBeVisible();
  await refused.getByRole('button', { name: /^Use “Plans \(2\)”/ }).click();
  await expect.poll(() => namesOn(page), PATIENT).toEqual(['Plans', 'Plans (2)']);
  await expect(page.getByText('Everything has been sent')).toBeVisible();
  await expect(row(elsewhere, 'Plans (2)')).toBeVisible();
  await other.close();
});

test('files of a folder that could not be made say so, and go on once that is settled', async ({
  page,
  context,
  samples,
}) => {
  const album = join(samples, 'Album');
  await mkdir(album);
  await writeSample(join(album, 'photo.jpg'), 1, 'in a folder that is refused');
  await beginWith(page, ['Budget']);
  const [budget] = await listOnServer(page, null);
  await row(page, 'Budget').dblclick();
  await expect(page.getByRole('heading', { name: 'Budget' })).toBeVisible();
  await goOffline(page, context);
  await dropPaths(page, [album]);
  await expect(row(page, 'Album')).toBeVisible();
  await page.request.delete(`/api/v1/files/${budget?.id}`);

  await context.setOffline(false);
  const panel = page.getByRole('region', { name: 'Transfers' });
  await expect(panel).toContainText('“Album” could not be made: see Waiting changes', PATIENT);
  await expect(panel).toContainText('1 file needs you');
  await expect(panel).not.toContainText('Safe to close this tab');
  await page.getByRole('link', { name: 'Waiting changes' }).click();
  await page.getByRole('button', { name: /^Restore “Budget”/ }).click();
  await expect.poll(() => namesOn(page), PATIENT).toEqual(['Budget']);
  await expect(panel).toContainText('1 file arrived', PATIENT);
  const [made] = await listOnServer(page, budget?.id ?? '');
  expect(await namesOn(page, made?.id ?? '')).toEqual(['photo.jpg']);
});
