import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { dropPaths } from '../support/drop.ts';
import { test } from '../support/journey.ts';
import { untilKeptForOffline } from '../support/offline.ts';
import { signUp } from '../support/people.ts';
import { listOnServer } from '../support/server-files.ts';

const EARLIER = new Date('2026-03-04T10:00:00Z');
const LATER = new Date('2026-03-05T10:00:00Z');

async function write(path: string, text: string, at = EARLIER): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  await utimes(path, at, at);
}

const question = (page: Page) => page.getByRole('dialog');

async function namesOnServer(page: Page, folderId: string | null = null): Promise<string[]> {
  return (await listOnServer(page, folderId)).map(({ name }) => name);
}

async function textOnServer(page: Page, name: string): Promise<string> {
  const node = (await listOnServer(page, null)).find((listed) => listed.name === name);
  return (await page.request.get(`/api/v1/files/${node?.id}/download`)).text();
}

test('a name that is taken is asked about once, and nothing else waits for the answer', async ({
  page,
  samples,
}) => {
  const plan = join(samples, 'plan.md');
  const other = join(samples, 'other.md');
  await write(plan, 'one');
  await write(other, 'other');
  await signUp(page);
  await dropPaths(page, [plan]);
  await expect.poll(() => namesOnServer(page)).toEqual(['plan.md']);
  await expect(page.getByRole('row', { name: 'plan.md' })).toBeVisible();

  await write(plan, 'two and more', LATER);
  await dropPaths(page, [plan, other]);
  await expect(question(page)).toContainText('“plan.md” is already in My files');
  await expect(question(page)).toContainText('The one you add is newer.');
  await expect.poll(() => namesOnServer(page)).toEqual(['other.md', 'plan.md']);
  await page.keyboard.press('Enter');
  await expect(question(page)).toBeHidden();
  await expect.poll(() => textOnServer(page, 'plan.md')).toBe('two and more');
  expect(await namesOnServer(page)).toEqual(['other.md', 'plan.md']);
});

test('without the network a folder dropped again merges, and one answer settles all of it', async ({
  page,
  context,
  samples,
}) => {
  const trip = join(samples, 'trip');
  for (const name of ['a.md', 'b.md', 'c.md']) await write(join(trip, name), name);
  await signUp(page);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await dropPaths(page, [trip]);
  await expect(page.getByText(/Safe to close this tab/)).toBeVisible();
  await write(join(trip, 'new.md'), 'new');
  await dropPaths(page, [trip]);
  await expect(question(page)).toContainText('looks like the same file');
  await question(page).getByText('Do this for all 3').click();
  await question(page).getByRole('button', { name: 'Keep both' }).click();
  await expect(question(page)).toBeHidden();
  await context.setOffline(false);
  await expect.poll(() => namesOnServer(page)).toEqual(['trip']);
  const [folder] = await listOnServer(page, null);
  await expect
    .poll(() => namesOnServer(page, folder?.id ?? null))
    .toEqual(['a (2).md', 'a.md', 'b (2).md', 'b.md', 'c (2).md', 'c.md', 'new.md']);
});

test('a question outlives the tab, and a version made elsewhere meanwhile is not overwritten', async ({
  page,
  context,
  samples,
}) => {
  const plan = join(samples, 'plan.md');
  await write(plan, 'one');
  await signUp(page);
  await dropPaths(page, [plan]);
  await expect(page.getByRole('row', { name: 'plan.md' })).toBeVisible();
  await expect.poll(() => namesOnServer(page)).toEqual(['plan.md']);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await write(plan, 'mine', LATER);
  await dropPaths(page, [plan]);
  await expect(question(page)).toBeVisible();
  await expect(page.getByText(/waiting for your answer/)).toBeVisible();
  await page.reload();
  await question(page).getByRole('button', { name: 'New version' }).click();
  await expect(question(page)).toBeHidden();

  await overwriteElsewhere(page, 'plan.md');
  await context.setOffline(false);
  await expect.poll(() => namesOnServer(page)).toHaveLength(2);
  expect(await textOnServer(page, 'plan.md')).toBe('');
  const copy = (await namesOnServer(page)).find((name) => name.includes('conflicted copy')) ?? '';
  expect(await textOnServer(page, copy)).toBe('mine');
});

/** Another device of the same person makes an empty version. */
async function overwriteElsewhere(page: Page, filename: string): Promise<void> {
  const begun = await page.request.post('/api/v1/upload/init', {
    data: { filename, size: 0, folderId: null, mimeType: 'text/markdown' },
  });
  const { uploadId } = (await begun.json()) as { uploadId: string };
  await page.request.post(`/api/v1/upload/${uploadId}/complete`);
}

test('"skip" adds nothing, and an answer may be put off', async ({ page, samples }) => {
  const plan = join(samples, 'plan.md');
  await write(plan, 'one');
  await signUp(page);
  await dropPaths(page, [plan]);
  await expect.poll(() => namesOnServer(page)).toEqual(['plan.md']);
  await expect(page.getByRole('row', { name: 'plan.md' })).toBeVisible();
  await dropPaths(page, [plan]);
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  const transfers = page.getByRole('region', { name: 'Transfers' });
  await expect(transfers).toContainText('1 file needs you');
  await transfers.getByRole('button', { name: 'Answer: plan.md' }).click();
  await question(page).getByRole('button', { name: 'Skip' }).click();
  await expect(transfers).not.toContainText('needs you');
  expect(await namesOnServer(page)).toEqual(['plan.md']);
});
