import { expect, type Page } from '@playwright/test';
import { test } from '../support/journey.ts';
import { signUp } from '../support/people.ts';
import { listOnServer } from '../support/server-files.ts';

const COUNT = 240;
// Hundreds of calls, on a machine that may be busy with much else.
const PATIENT = { timeout: 60_000 };

/** Signs up with hundreds of things in the list, all of them selected. */
async function selectHundreds(page: Page): Promise<void> {
  await signUp(page);
  for (let n = 1; n <= COUNT; n++) {
    const data = { name: `Folder ${n}`, parentId: null };
    expect((await page.request.post('/api/v1/folders', { data })).status()).toBe(201);
  }
  await page.reload();
  await expect.poll(() => shownRows(page)).toBe(COUNT);
  await page.getByRole('row', { name: 'Folder 1', exact: true }).click();
  await page.keyboard.press('ControlOrMeta+a');
}

async function shownRows(page: Page): Promise<number> {
  const grid = page.getByRole('grid', { name: 'Files' });
  if (!(await grid.isVisible())) return 0;
  return Number(await grid.getAttribute('aria-rowcount')) - 1;
}

/** Holds the calls that trash something behind the first `passing`, whoever makes them; gives what
 *  lets them go on. */
async function holdTrashing(page: Page, passing: number): Promise<() => void> {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let seen = 0;
  await page.context().route('**/api/v1/files/*', async (route) => {
    const isTrashing = route.request().method() === 'DELETE';
    seen += isTrashing ? 1 : 0;
    if (isTrashing && seen > passing) await gate;
    await route.continue();
  });
  return open;
}

const notice = (page: Page, words: RegExp | string) =>
  page.getByRole('region', { name: 'Notices' }).getByText(words);

test('hundreds of things go to the trash at once, with their count, and come back', async ({
  page,
}) => {
  await selectHundreds(page);
  const goOn = await holdTrashing(page, 100);
  await page.keyboard.press('Delete');
  await expect(page.getByText('Drop files anywhere')).toBeVisible();
  await expect(notice(page, 'Moving 100 of 240 to the trash')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  goOn();
  await expect(notice(page, 'Moved 240 folders to the trash')).toBeVisible(PATIENT);
  expect(await listOnServer(page, null)).toEqual([]);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => shownRows(page)).toBe(COUNT);
  const onServer = async () => (await listOnServer(page, null)).length;
  await expect.poll(onServer, PATIENT).toBe(COUNT);
  expect(await shownRows(page)).toBe(COUNT);
});

test('what the server refused comes back, and is counted with the reason', async ({ page }) => {
  await selectHundreds(page);
  const kept = (await listOnServer(page, null)).slice(10, 13);
  for (const { id } of kept) {
    await page.context().route(`**/api/v1/files/${id}`, (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        json: { type: 'about:blank', title: 'Forbidden', status: 403, code: 'forbidden' },
      }),
    );
  }
  await page.keyboard.press('Delete');
  await expect(notice(page, 'Moved 237 folders to the trash')).toBeVisible(PATIENT);
  await expect(
    notice(page, '3 of 240 could not be moved to the trash. You may not do this.'),
  ).toBeVisible();
  for (const { name } of kept) {
    await expect(page.getByRole('row', { name, exact: true })).toBeVisible();
  }
  expect(await shownRows(page)).toBe(3);
});

test('a tab may close before all is sent: the rest goes on without it, or at the next visit', async ({
  page,
  context,
}) => {
  await selectHundreds(page);
  const goOn = await holdTrashing(page, 100);
  await page.keyboard.press('Delete');
  await expect(page.getByText('Drop files anywhere')).toBeVisible();
  await expect.poll(async () => (await listOnServer(page, null)).length).toBe(COUNT - 100);
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => page.isClosed()).toBe(true);
  const later = await context.newPage();
  await later.goto('/files');
  await expect(later.getByText('Drop files anywhere')).toBeVisible();
  goOn();
  const onServer = async () => (await listOnServer(later, null)).length;
  await expect.poll(onServer, PATIENT).toBe(0);
  expect(await shownRows(later)).toBe(0);
});

test('a folder that is new on a device shows its first rows while the rest is on its way', async ({
  page,
  browser,
  baseURL,
}) => {
  await selectHundreds(page);
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ storageState, ...(baseURL && { baseURL }) });
  const device = await context.newPage();
  const goOn = await holdFurtherPages(device);
  await device.goto('/files');
  await expect(device.getByText('Loading … 200 so far')).toBeVisible();
  await expect(device.getByRole('row', { name: 'Folder 1', exact: true })).toBeVisible();
  expect(await shownRows(device)).toBe(200);
  goOn();
  await expect.poll(() => shownRows(device)).toBe(COUNT);
  await expect(device.getByText(/so far/)).toBeHidden();
  await context.close();
});

async function holdFurtherPages(page: Page): Promise<() => void> {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  // The changes would bring all of the tree at once.
  for (const held of [/\/api\/v1\/files\?.*cursor=/, /\/api\/v1\/sync\/changes/]) {
    await page.context().route(held, async (route) => {
      await gate;
      await route.continue();
    });
  }
  return open;
}
