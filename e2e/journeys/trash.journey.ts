import { expect, type Page } from '@playwright/test';
import { test } from '../support/journey.ts';
import { signUp } from '../support/people.ts';
import { listOnServer } from '../support/server-files.ts';

const NAMES = ['Atlas', 'Budget', 'Plans', 'Trips'];

async function makeFolders(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.request.post('/api/v1/folders', { data: { name, parentId: null } });
  }
  await page.reload();
  await expect(page.getByRole('row', { name: names.at(-1) ?? '', exact: true })).toBeVisible();
}

async function trashAll(page: Page): Promise<void> {
  await page.getByRole('row', { name: 'Atlas', exact: true }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(notices(page).getByText('Moved 4 folders to the trash')).toBeVisible();
}

const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });
const trash = (page: Page) => page.getByRole('grid', { name: 'Trash' });
const row = (page: Page, name: string) => trash(page).getByRole('row', { name, exact: true });
const selected = (page: Page) =>
  trash(page)
    .locator('[role=row][aria-selected=true]')
    .evaluateAll((rows) => rows.map((one) => one.getAttribute('aria-label')).sort());

test('the trash is selected, walked, restored and purged like every list', async ({ page }) => {
  await signUp(page);
  await makeFolders(page, NAMES);
  await trashAll(page);
  await page.getByRole('link', { name: 'Trash' }).click();
  await trash(page).getByRole('button', { name: 'Name' }).click();

  await row(page, 'Atlas').click();
  expect(await selected(page)).toEqual(['Atlas']);
  await row(page, 'Plans').click({ modifiers: ['Shift'] });
  expect(await selected(page)).toEqual(['Atlas', 'Budget', 'Plans']);
  await row(page, 'Budget').click({ modifiers: ['ControlOrMeta'] });
  expect(await selected(page)).toEqual(['Atlas', 'Plans']);
  await page.keyboard.press('End');
  expect(await selected(page)).toEqual(['Trips']);
  await page.keyboard.press('ControlOrMeta+a');
  expect(await selected(page)).toEqual(NAMES);
  await page.keyboard.press('Escape');
  expect(await selected(page)).toEqual([]);

  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog', { name: 'Delete for good?' });
  await expect(question).toContainText('“Atlas” and “Budget” will be gone for good');
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  expect(await selected(page)).toEqual(['Atlas', 'Budget']);

  await page.keyboard.press('Enter');
  await expect(notices(page).getByText('Restored 2 folders')).toBeVisible();
  // What the notice of an earlier deed offered makes no sense any more.
  await expect(notices(page).getByText('Moved 4 folders to the trash')).toBeHidden();
  await expect(row(page, 'Atlas')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row(page, 'Atlas')).toBeVisible();
  await expect(notices(page).getByText('Restored 2 folders')).toBeHidden();

  await row(page, 'Trips').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete for good' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).last().click();
  await expect(row(page, 'Trips')).toBeHidden();
  await row(page, 'Plans').hover();
  await row(page, 'Plans').getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect
    .poll(async () => (await listOnServer(page, null)).map(({ name }) => name))
    .toEqual(['Plans']);
});

test('a key right after the question is closed goes to the list, however busy the browser is', async ({
  page,
}) => {
  await signUp(page);
  await makeFolders(page, NAMES);
  await trashAll(page);
  await page.getByRole('link', { name: 'Trash' }).click();
  await trash(page).getByRole('button', { name: 'Name' }).click();
  await row(page, 'Atlas').click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
  // No frame is painted between the two keys.
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
  });
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  expect(await selected(page)).toEqual(['Trips']);
});

test('rows dragged over the trash light it up, and let go there they move to it', async ({
  page,
}) => {
  await signUp(page);
  await makeFolders(page, NAMES);
  const place = page.getByRole('link', { name: 'Trash' });
  await page.getByRole('row', { name: 'Budget' }).click();
  await page.getByRole('row', { name: 'Plans' }).click({ modifiers: ['ControlOrMeta'] });

  await page.getByRole('row', { name: 'Plans' }).hover();
  await page.mouse.down();
  const box = await place.boundingBox();
  if (box === null) throw new Error('the trash is not on the screen');
  await page.mouse.move(box.x + 20, box.y + 8, { steps: 5 });
  await page.mouse.move(box.x + 24, box.y + 10);
  await expect(place).toHaveAttribute('data-is-target');
  await page.mouse.up();

  await expect(notices(page).getByText('Moved 2 folders to the trash')).toBeVisible();
  await expect(place).not.toHaveAttribute('data-is-target');
  await expect(page.getByRole('row', { name: 'Budget' })).toBeHidden();
  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row', { name: 'Budget' })).toBeVisible();
  await expect(notices(page)).toBeHidden();
});

test('emptying the trash says so until it is over', async ({ page }) => {
  // Before there is a service worker: what that asks for meanwhile would be lost.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.context().route('**/api/v1/trash', async (route) => {
    if (route.request().method() === 'DELETE') await held;
    await route.continue();
  });
  await signUp(page);
  await makeFolders(page, NAMES);
  await page.getByRole('row', { name: 'Budget' }).click();
  await page.keyboard.press('Delete');
  await page.getByRole('link', { name: 'Trash' }).click();
  await page.getByRole('button', { name: 'Empty the trash' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Empty the trash' }).click();
  await expect(question).toBeHidden();
  await expect(notices(page).getByText('Emptying the trash…')).toBeVisible();
  await expect(notices(page).getByRole('progressbar')).toBeVisible();
  letGo();
  await expect(notices(page)).toContainText('The trash is empty');
  await expect(notices(page).getByText('Emptying')).toBeHidden();
  await expect(page.getByRole('row', { name: 'Budget' })).toBeHidden();
});
