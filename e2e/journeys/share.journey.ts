import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/journey.ts';
import { untilKeptForOffline } from '../support/offline.ts';
import { signIn, signUp, somebody } from '../support/people.ts';
import { sha256OfFile, writeSample } from '../support/sample-files.ts';
import { hashesOnServer, listOnServer } from '../support/server-files.ts';
import { shareFiles } from '../support/share.ts';

async function namesOnServer(page: Page): Promise<string[]> {
  return (await listOnServer(page, null)).map(({ name }) => name);
}

async function writeNotes(directory: string, ...names: string[]): Promise<string[]> {
  const paths = names.map((name) => join(directory, name));
  for (const path of paths) await writeFile(path, `the text of ${path}`);
  return paths;
}

test('what another app shares arrives whole, and the app shows it', async ({ page, samples }) => {
  const film = join(samples, 'film.mp4');
  await writeSample(film, 20, 'share');
  const [note = ''] = await writeNotes(samples, 'note.md');
  await signUp(page);
  await untilKeptForOffline(page);
  await shareFiles(page, [film, note]);
  await expect(page).toHaveURL(/\/files$/);
  await expect(page.getByText('2 files are on the way to My files.').last()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Transfers' })).toContainText('film.mp4');
  await expect.poll(() => namesOnServer(page)).toEqual(['film.mp4', 'note.md']);
  const hashes = await hashesOnServer(page, null);
  expect(hashes.get('film.mp4')).toBe(await sha256OfFile(film));
  expect(hashes.get('note.md')).toBe(await sha256OfFile(note));
});

test('without the network, and signed out, a share is kept for whoever was last signed in', async ({
  page,
  context,
  samples,
}) => {
  const film = join(samples, 'film.mp4');
  await writeSample(film, 9, 'signed out');
  const ada = await signUp(page, somebody('Ada Moll'));
  await untilKeptForOffline(page);
  await page.getByRole('button', { name: 'Account of Ada Moll' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('E-mail')).toBeVisible();
  await context.setOffline(true);
  await shareFiles(page, [film]);
  await expect(page.getByText('What you shared is kept in this browser.')).toBeVisible();
  await context.setOffline(false);

  await signUp(page, somebody('Ben Otto'));
  await expect(page.getByRole('status')).toHaveText('Connected');
  await expect(page.getByRole('region', { name: 'Transfers' })).toBeHidden();
  await page.getByRole('button', { name: 'Account of Ben Otto' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('E-mail')).toBeVisible();
  await signIn(page, ada);
  await expect.poll(() => namesOnServer(page)).toEqual(['film.mp4']);
  expect((await hashesOnServer(page, null)).get('film.mp4')).toBe(await sha256OfFile(film));
});

test('what is shared before anybody has signed in is offered to the first who does', async ({
  page,
  samples,
}) => {
  const paths = await writeNotes(samples, 'a.md', 'b.md');
  await page.goto('/sign-in');
  await untilKeptForOffline(page);
  await shareFiles(page, paths);
  await signUp(page);
  const asked = page.getByRole('dialog');
  await expect(asked).toContainText('Put 2 shared files into My files?');
  await expect(asked).toContainText('a.md');
  expect(await namesOnServer(page)).toEqual([]);
  await asked.getByRole('button', { name: 'Put into My files' }).click();
  await expect(asked).toBeHidden();
  await expect.poll(() => namesOnServer(page)).toEqual(['a.md', 'b.md']);
});

test('files that the system opens with the app go into the folder on the screen', async ({
  page,
}) => {
  // As the system's: what was opened before the page listens waits until it does.
  await page.addInitScript(() => {
    const waiting: object[] = [];
    let consume = (params: object): void => void waiting.push(params);
    Object.defineProperty(window, 'launchQueue', {
      value: {
        setConsumer: (consumer: (params: object) => void) => {
          consume = consumer;
          for (const params of waiting.splice(0)) consumer(params);
        },
      },
    });
    Object.assign(window, {
      openWithSatchel: (name: string) => {
        const file = new File([`the text of ${name}`], name, { type: 'text/plain' });
        consume({ files: [{ getFile: async () => file }] });
      },
    });
  });
  const open = (name: string) =>
    page.evaluate((it) => {
      (window as unknown as { openWithSatchel(name: string): void }).openWithSatchel(it);
    }, name);
  await signUp(page);
  await page.keyboard.press('n');
  await page.getByRole('dialog').getByRole('textbox').fill('Plans');
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: 'Plans' }).dblclick();
  await expect(page).toHaveURL(/\/files\/[0-9a-f-]{36}$/);
  const folderId = page.url().split('/').at(-1) ?? '';
  await open('here.txt');
  await expect
    .poll(async () => (await listOnServer(page, folderId)).map(({ name }) => name))
    .toEqual(['here.txt']);
  await page.goto('/settings');
  await open('there.txt');
  await expect(page).toHaveURL(/\/files$/);
  await expect.poll(() => namesOnServer(page)).toEqual(['Plans', 'there.txt']);
});

test('a form on a page of another site brings nothing', async ({ page }) => {
  await signUp(page);
  await untilKeptForOffline(page);
  const target = new URL('/share', page.url()).href;
  const elsewhere = await page.context().newPage();
  const theirs = 'http://elsewhere.test/';
  await elsewhere.route(theirs, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await elsewhere.goto(theirs);
  await elsewhere.evaluate((action) => {
    const form = document.createElement('form');
    Object.assign(form, { action, method: 'POST', enctype: 'multipart/form-data' });
    document.body.append(form);
    form.submit();
  }, target);
  await expect(elsewhere).toHaveURL(target);
  await expect(elsewhere.getByText('Nothing was taken.')).toBeVisible();
});

test('the address that shares are posted to leads to My files', async ({ page }) => {
  await signUp(page);
  await page.goto('/share');
  await expect(page).toHaveURL(/\/files$/);
});

test('the manifest offers the app to the system for what it takes', async ({ page }) => {
  await page.goto('/sign-in');
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = await (await page.request.get(href ?? '')).json();
  expect(manifest.share_target).toMatchObject({ action: '/share', method: 'POST' });
  expect(manifest.file_handlers[0].action).toBe('/files');
  expect(manifest.launch_handler.client_mode).toContain('focus-existing');
});
