import { type BrowserContext, expect, type Page } from '@playwright/test';
import { makeFolder, rowOf } from '../support/devices.ts';
import { test } from '../support/journey.ts';
import { signIn, signUp } from '../support/people.ts';

const EMPTY = ['Drop files anywhere', 'Nothing here yet', 'The trash is empty'];

/** More than are told of one by one. */
const NAMES = Array.from({ length: 220 }, (_, n) => `Folder ${n + 100}`);
const FIRST = 'Folder 100';

/** Has pages of a device take long to read rows of the tree, as they do where the machine is busy. */
async function readSlowly(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const lists = ['[parentId+isTrashRoot]', 'trashedAt'];
    const READS = 1500;
    const { getAll } = IDBIndex.prototype;
    IDBIndex.prototype.getAll = function (...of) {
      if (lists.includes(this.name)) for (let n = 0; n < READS; n++) this.getKey('none');
      return getAll.apply(this, of);
    };
  });
}

/** Notes which of these words were on the page, for however short a time. */
async function noteWords(page: Page, words: readonly string[]): Promise<() => Promise<string[]>> {
  await page.addInitScript((looked: readonly string[]) => {
    const seen = new Set<string>();
    const look = () => {
      const text = document.body?.textContent ?? '';
      for (const word of looked) if (text.includes(word)) seen.add(word);
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(globalThis, { wordsSeen: seen });
  }, words);
  return () => page.evaluate(() => [...(Reflect.get(globalThis, 'wordsSeen') as Set<string>)]);
}

interface Visit {
  readonly device: Page;
  readonly seen: () => Promise<string[]>;
}

test.describe('on a first visit whose rows are slow to be read', () => {
  let context: BrowserContext;
  let visit: Visit;
  test.beforeEach(async ({ browser, app }) => {
    context = await browser.newContext({ baseURL: app.url });
    await readSlowly(context);
    const device = await context.newPage();
    visit = { device, seen: await noteWords(device, EMPTY) };
  });
  test.afterEach(() => context.close());

  test('a folder is not called empty before they show', async ({ page }) => {
    const person = await signUp(page);
    for (const name of NAMES) await makeFolder(page.context(), name);
    const { device, seen } = visit;
    await signIn(device, person);
    await expect(rowOf(device, FIRST)).toBeVisible({ timeout: 60_000 });
    expect(await seen()).toEqual([]);
  });

  test('nor is the trash, where its list comes from the server', async ({ page }) => {
    const person = await signUp(page);
    const id = await makeFolder(page.context(), 'Drafts');
    await makeFolder(page.context(), FIRST);
    await page.request.delete(`/api/v1/folders/${id}`);
    const { device, seen } = visit;
    await context.route(/\/api\/v1\/sync\/changes/, (route) => route.abort());
    await signIn(device, person);
    await device.getByRole('link', { name: 'Trash' }).click();
    await expect(device.getByRole('row', { name: 'Drafts' })).toBeVisible({ timeout: 60_000 });
    expect(await seen()).toEqual([]);
  });
});

test('a folder that is empty says so, and so does the trash', async ({ page }) => {
  await signUp(page);
  await expect(page.getByText('Drop files anywhere')).toBeVisible();
  await page.getByRole('link', { name: 'Trash' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
});
