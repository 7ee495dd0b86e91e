import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { makeFolder, rowOf } from '../support/devices.ts';
import { dropPaths } from '../support/drop.ts';
import { test } from '../support/journey.ts';
import { signUp, somebody } from '../support/people.ts';
import { listOnServer } from '../support/server-files.ts';

async function namesOnServer(page: Page): Promise<string[]> {
  return (await listOnServer(page, null)).map((node) => node.name);
}

test('a person signs up, makes, renames, opens and trashes folders with the keyboard alone', async ({
  page,
}) => {
  const person = somebody();
  await page.goto('/sign-up');
  for (const [label, text] of [
    ['Name', person.name],
    ['E-mail', person.email],
    ['Password', person.password],
  ] as const) {
    while (
      !(await page
        .getByLabel(label, { exact: true })
        .evaluate((field) => field === document.activeElement))
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText('Drop files anywhere')).toBeVisible();

  for (const name of ['Budget', 'Plans']) {
    await page.keyboard.press('n');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row', { name })).toBeVisible();
  }

  const grid = page.getByRole('grid', { name: 'Files' });
  await expect(grid).toBeVisible();
  await tabInto(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('F2');
  await page.keyboard.type('Accounts');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: 'Accounts' })).toBeVisible();
  await expect.poll(() => namesOnServer(page)).toEqual(['Accounts', 'Plans']);

  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/files\/[0-9a-f-]{36}$/);
  // The folder is on the screen, not only in the address: Backspace needs to know what is above.
  await expect(page.getByRole('heading', { name: 'Plans' })).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('row', { name: 'Accounts' })).toBeVisible();

  await tabInto(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await expect.poll(() => namesOnServer(page)).toEqual(['Plans']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => namesOnServer(page)).toEqual(['Accounts', 'Plans']);
});

test('in a list letters find a name, and one of the page alone is its key', async ({ page }) => {
  await signUp(page);
  for (const name of ['inbox', 'notes', 'nuts', 'unit plans']) {
    await page.request.post('/api/v1/folders', { data: { name, parentId: null } });
  }
  await page.reload();
  const row = (name: string) => page.getByRole('row', { name, exact: true });
  await row('inbox').click();

  await page.keyboard.type('nu');
  await expect(row('nuts')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+N');
  await expect(row('notes')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.keyboard.press('Home');
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeHidden();
  await page.keyboard.press('i');
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
  await expect(row('inbox')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/files\/[0-9a-f-]{36}$/);
  await page.keyboard.press('Backspace');
  await expect(row('notes')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
});

test('t goes to the transfers, and Escape and t go back to the row', async ({ page }) => {
  await signUp(page);
  await page.request.post('/api/v1/folders', { data: { name: 'inbox', parentId: null } });
  await page.reload();
  const row = page.getByRole('row', { name: 'inbox', exact: true });
  const transfers = page.getByRole('region', { name: 'Transfers' });
  await row.click();
  for (const back of [['Escape'], ['Tab', 't'], ['Tab', 'Escape', 'Escape']]) {
    await page.keyboard.press('t');
    await expect(transfers).toBeFocused();
    // A button that has the focus shows its tooltip, which the first Escape takes away.
    for (const key of back) await page.keyboard.press(key);
    await expect(transfers).toBeHidden();
    await expect(row).toBeFocused();
  }
});

test('Fold gives the focus to what the transfers fold to, and Enter opens them again', async ({
  page,
  samples,
}) => {
  const note = join(samples, 'note.md');
  await writeFile(note, 'a note');
  await signUp(page);
  await dropPaths(page, [note]);
  const transfers = page.getByRole('region', { name: 'Transfers' });
  const fold = transfers.getByRole('button', { name: 'Fold', exact: true });
  await fold.focus();
  await page.keyboard.press('Enter');
  await expect(fold).toBeHidden();
  await expect(transfers.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(fold).toBeVisible();
  await expect(transfers).toBeFocused();
});

/** Presses Tab until the focus is inside the file list. */
async function tabInto(page: Page): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const inside = await page.evaluate(
      () =>
        document.activeElement?.closest('[role=grid]') !== null &&
        document.activeElement?.closest('[role=grid]') !== undefined,
    );
    if (inside) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the file list cannot be reached with Tab');
}

test('a name that is left for that of another row is saved, and the other one can be written', async ({
  page,
}) => {
  await signUp(page);
  for (const name of ['Budget', 'Plans']) await makeFolder(page, name);
  await rowOf(page, 'Budget').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Accounts');
  // Within one task: the first name is still being saved when the other row is to be renamed.
  await rowOf(page, 'Plans').evaluate((row: HTMLElement) => {
    row.focus();
    row.click();
    row.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true }));
  });
  const field = page.getByRole('textbox', { name: 'New name for Plans' });
  await expect(rowOf(page, 'Accounts')).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.type('Trips');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Trips')).toBeVisible();
  await expect.poll(() => namesOnServer(page)).toEqual(['Accounts', 'Trips']);
});

test('a name with a space in it is found by typing it', async ({ page }) => {
  await signUp(page);
  for (const name of ['row 1', 'row 2', 'row 3']) await makeFolder(page, name);
  await rowOf(page, 'row 1').click();
  await expect(rowOf(page, 'row 3')).toBeVisible();
  await page.keyboard.type('row 3');
  await expect(rowOf(page, 'row 3')).toBeFocused();
  await expect(rowOf(page, 'row 3')).toHaveAttribute('aria-selected', 'true');
});
