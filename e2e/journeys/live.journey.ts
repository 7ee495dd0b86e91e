import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { anotherDevice, makeFolder, rowOf, statusOf, untilConnected } from '../support/devices.ts';
import { dropPaths } from '../support/drop.ts';
import { test } from '../support/journey.ts';
import { signUp } from '../support/people.ts';

test('what is done on one device is on the screens of the others', async ({
  page,
  browser,
  app,
  samples,
}) => {
  const person = await signUp(page);
  const { page: second } = await anotherDevice(browser, person, app.url);
  const { page: third } = await anotherDevice(browser, person, app.url);
  const everywhere = async (name: string) => {
    for (const screen of [page, second, third]) await expect(rowOf(screen, name)).toBeVisible();
  };

  await page.keyboard.press('n');
  await page.getByRole('dialog').getByRole('textbox').fill('Plans');
  await page.keyboard.press('Enter');
  await everywhere('Plans');

  await rowOf(second, 'Plans').click();
  await second.keyboard.press('F2');
  await second.getByRole('textbox', { name: 'New name' }).fill('Trips');
  await second.keyboard.press('Enter');
  await everywhere('Trips');

  const path = join(samples, 'talk.txt');
  await writeFile(path, 'what was said');
  await dropPaths(third, [path]);
  await everywhere('talk.txt');
  await expect(page.getByText('13 B of 100 GB used')).toBeVisible();

  await rowOf(page, 'talk.txt').click();
  await page.keyboard.press('ControlOrMeta+x');
  await rowOf(page, 'Trips').dblclick();
  await expect(page).toHaveURL(/\/files\/[0-9a-f-]{36}$/);
  await page.keyboard.press('ControlOrMeta+v');
  await expect(rowOf(second, 'talk.txt')).toBeHidden();
  await rowOf(second, 'Trips').dblclick();
  await expect(rowOf(second, 'talk.txt')).toBeVisible();

  await rowOf(third, 'Trips').click();
  await third.keyboard.press('Delete');
  await expect(second.getByRole('alert')).toContainText('This folder is in the trash');
  await second.getByRole('button', { name: 'Restore' }).click();
  await expect(rowOf(third, 'Trips')).toBeVisible();
  await expect(second.getByRole('alert')).toBeHidden();
});

test('what comes from elsewhere moves nothing that somebody is at', async ({ page, context }) => {
  await signUp(page);
  const ids = new Map<string, string>();
  for (let n = 10; n < 60; n++) {
    ids.set(`item ${n}`, await makeFolder(context, `item ${n}`));
  }
  const held = rowOf(page, 'item 40');
  await page.getByRole('grid', { name: 'Files' }).hover();
  await expect(rowOf(page, 'item 12')).toBeVisible();
  await page.mouse.wheel(0, 900);
  await held.click();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'New name' });
  await field.fill('written by hand');
  const before = await field.boundingBox();

  for (const name of ['aaa', 'bbb', 'item 39 and a half', 'zzz']) await makeFolder(context, name);
  await context.request.patch(`/api/v1/files/${ids.get('item 38')}`, { data: { name: 'aab' } });
  await context.request.patch(`/api/v1/files/${ids.get('item 40')}`, {
    data: { name: 'item 40 b' },
  });
  await expect(page.getByRole('textbox', { name: 'New name for item 40 b' })).toBeVisible();
  await expect(rowOf(page, 'item 39 and a half')).toBeVisible();
  expect(await field.boundingBox()).toEqual(before);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('written by hand');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'written by hand')).toHaveAttribute('aria-selected', 'true');
});

test('a short list that lost a row above the pointer closes the gap by itself', async ({
  page,
  context,
}) => {
  await signUp(page);
  const gone = await makeFolder(context, 'Atlas');
  for (const name of ['Budget', 'Caves', 'Draft']) await makeFolder(context, name);
  const top = (await rowOf(page, 'Atlas').boundingBox())?.y;
  await rowOf(page, 'Caves').hover();
  await context.request.delete(`/api/v1/files/${gone}`);
  await expect(rowOf(page, 'Atlas')).toBeHidden();
  await expect.poll(async () => (await rowOf(page, 'Budget').boundingBox())?.y).toBe(top);
});

test('a row that is taken away while its name is written is said to be gone', async ({
  page,
  context,
}) => {
  await signUp(page);
  const id = await makeFolder(context, 'Plans');
  await makeFolder(context, 'Trips');
  await rowOf(page, 'Plans').click();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'New name' }).fill('Better plans');
  await context.request.delete(`/api/v1/files/${id}`);
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices.getByText('“Plans” is not here any more')).toBeVisible();
  await expect(rowOf(page, 'Trips')).toBeVisible();
});

test('a folder that is deleted for good while it is open says so, and takes nothing any more', async ({
  page,
  context,
  samples,
}) => {
  await signUp(page);
  const id = await makeFolder(context, 'Plans');
  await makeFolder(context, 'Draft', id);
  await rowOf(page, 'Plans').dblclick();
  await rowOf(page, 'Draft').click();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
  await context.request.delete(`/api/v1/folders/${id}`);
  await context.request.delete(`/api/v1/trash/${id}`);
  const wayOn = page.getByRole('button', { name: 'Go to My files' });
  await expect(page.getByText('This folder is not here any more')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('1 selected')).toBeHidden();

  const notices = page.getByRole('region', { name: 'Notices' });
  for (const key of ['n', 'u']) {
    await page.keyboard.press(key);
    await expect(notices.getByText('Open another one first')).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    await notices.getByRole('button', { name: 'Dismiss' }).click();
  }
  await writeFile(join(samples, 'lost.txt'), 'lost');
  await dropPaths(page, [join(samples, 'lost.txt')]);
  await wayOn.click();
  await expect(page.getByText('Drop files anywhere')).toBeVisible();
  await writeFile(join(samples, 'found.txt'), 'found');
  await dropPaths(page, [join(samples, 'found.txt')]);
  await expect(rowOf(page, 'found.txt')).toBeVisible();
  await expect(rowOf(page, 'lost.txt')).toBeHidden();
  await expect(page.getByRole('region', { name: 'Transfers' })).not.toContainText('lost.txt');
});

test('a folder that is deleted while it is chosen to move to gives way to the one above it', async ({
  page,
  context,
}) => {
  await signUp(page);
  await makeFolder(context, 'Letter');
  const year = await makeFolder(context, '2026');
  const plans = await makeFolder(context, 'Plans', year);
  await rowOf(page, 'Letter').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move “Letter”' });
  const branch = (name: string) => dialog.getByRole('row', { name, exact: true });
  await dialog.getByRole('button', { name: 'Expand 2026' }).click();
  await branch('Plans').click();
  await expect(dialog.getByRole('button', { name: 'Move to “Plans”' })).toBeVisible();

  await context.request.delete(`/api/v1/folders/${plans}`);
  await expect(dialog.getByText('“Plans” is not there any more.')).toBeVisible();
  await expect(branch('2026')).toHaveAttribute('aria-selected', 'true');
  await context.request.delete(`/api/v1/trash/${plans}`);
  await context.request.delete(`/api/v1/folders/${year}`);
  await expect(dialog.getByText('Choose another folder.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Move', exact: true })).toBeDisabled();
  await context.request.post(`/api/v1/folders/${year}/restore`);
  await dialog.getByRole('button', { name: 'Move to “2026”' }).click();
  await expect(rowOf(page, 'Letter')).toBeHidden();
  await rowOf(page, '2026').dblclick();
  await expect(rowOf(page, 'Letter')).toBeVisible();
});

test('a menu of a row that is taken away closes, and says why', async ({ page, context }) => {
  await signUp(page);
  const id = await makeFolder(context, 'Plans');
  await makeFolder(context, 'Trips');
  await rowOf(page, 'Plans').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
  await context.request.delete(`/api/v1/files/${id}`);
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices.getByText('“Plans” is not here any more.')).toBeVisible();
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(rowOf(page, 'Trips')).toBeVisible();
});

test('a device that slept through a thousand changes has them all when it wakes', async ({
  page,
  context,
  browser,
  app,
}) => {
  const person = await signUp(page);
  await untilConnected(page);
  await context.setOffline(true);
  await expect(statusOf(page)).toHaveText('Offline, changes are kept');
  const { context: other } = await anotherDevice(browser, person, app.url);
  const parentId = await makeFolder(other, 'Many');
  const made = new Map<string, string>();
  const left = Array.from({ length: 1000 }, (_, n) => `part ${n}`).values();
  const make = async () => {
    for (const name of left) made.set(name, await makeFolder(other, name, parentId));
  };
  await Promise.all(Array.from({ length: 8 }, make));
  const urlOf = (n: number) => `/api/v1/files/${made.get(`part ${n}`)}`;
  for (let n = 0; n < 40; n += 4) {
    await other.request.patch(urlOf(n), { data: { name: `was ${n}` } });
    await other.request.patch(urlOf(n + 1), { data: { folderId: null } });
    await other.request.delete(urlOf(n + 2));
    await other.request.delete(urlOf(n + 3));
    await other.request.delete(`/api/v1/trash/${made.get(`part ${n + 3}`)}`);
  }

  await context.setOffline(false);
  await untilConnected(page);
  const grid = page.getByRole('grid');
  for (let n = 1; n < 40; n += 4) await expect(rowOf(page, `part ${n}`)).toBeVisible();
  await rowOf(page, 'Many').dblclick();
  await expect(grid).toHaveAttribute('aria-rowcount', '971');
  await rowOf(page, 'part 40').click();
  await page.keyboard.press('End');
  await expect(rowOf(page, 'was 36')).toBeVisible();
  await page.getByRole('link', { name: 'Trash' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '11');
});

test('when the tab that leads is closed another one follows', async ({ page, context }) => {
  await signUp(page);
  await untilConnected(page);
  const second = await context.newPage();
  await second.goto('/files');
  await untilConnected(second);
  await page.close();
  await makeFolder(context, 'From elsewhere');
  await expect(rowOf(second, 'From elsewhere')).toBeVisible();
});

test('a device that is signed out from another forgets the tree at once, in all its tabs', async ({
  page,
  context,
  browser,
  app,
}) => {
  const person = await signUp(page);
  await makeFolder(context, 'Secret plans');
  await expect(rowOf(page, 'Secret plans')).toBeVisible();
  const second = await context.newPage();
  await second.goto('/files');
  await expect(rowOf(second, 'Secret plans')).toBeVisible();

  const { context: other } = await anotherDevice(browser, person, app.url);
  const { items } = (await (await other.request.get('/api/v1/auth/sessions')).json()) as {
    items: { id: string; current: boolean }[];
  };
  for (const { id, current } of items) {
    if (!current) await other.request.delete(`/api/v1/auth/sessions/${id}`);
  }
  for (const tab of [page, second]) {
    await expect(tab.getByRole('button', { name: 'Sign in' })).toBeVisible();
  }
  expect(await page.evaluate(countRows)).toBe(0);
});

/** How many nodes the browser has. */
function countRows(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('satchel');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('nodes').objectStore('nodes').count();
      counting.onsuccess = () => resolve(counting.result);
    };
  });
}
