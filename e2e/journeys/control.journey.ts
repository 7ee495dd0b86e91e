import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { dropPaths } from '../support/drop.ts';
import { test } from '../support/journey.ts';
import { untilKeptForOffline } from '../support/offline.ts';
import { signUp } from '../support/people.ts';
import { writeSample } from '../support/sample-files.ts';
import { listOnServer } from '../support/server-files.ts';

const transfersOf = (page: Page) => page.getByRole('region', { name: 'Transfers' });

test('a file that is to be sent next arrives first', async ({ page, context, samples }) => {
  const names = ['one.mp4', 'two.mp4', 'three.mp4'];
  for (const name of names) await writeSample(join(samples, name), 24, name);
  await signUp(page);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await dropPaths(
    page,
    names.map((name) => join(samples, name)),
  );
  const transfers = transfersOf(page);
  await expect(transfers.getByText(/Safe to close this tab/)).toBeVisible();
  await page.getByRole('button', { name: 'Order of two.mp4' }).click();
  await page.getByRole('menuitem', { name: 'Send next' }).click();
  await expect(transfers.getByRole('listitem').first()).toContainText('two.mp4');
  await context.setOffline(false);
  await expect.poll(() => listOnServer(page, null)).toHaveLength(3);
  const nodes = (await listOnServer(page, null)).map(({ id }) => id);
  expect(nodes).toHaveLength(3);
  const first = await page.request.get(`/api/v1/files/${await earliest(page, nodes)}`);
  expect((await first.json()).node.name).toBe('two.mp4');
});

/** The node whose change has the lowest number: what was made first. */
async function earliest(page: Page, ids: readonly string[]): Promise<string> {
  const seqs = await Promise.all(
    ids.map(async (id) => {
      const answer = await page.request.get(`/api/v1/files/${id}`);
      return { id, seq: ((await answer.json()) as { node: { seq: number } }).node.seq };
    }),
  );
  return seqs.sort((a, b) => a.seq - b.seq)[0]?.id ?? '';
}

test('a rate that was set is kept, and what is no number is refused', async ({ page }) => {
  await signUp(page);
  await openLimits(page);
  const field = page.getByRole('dialog').getByLabel('Send at most');
  await field.fill('fast');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Write a number above 0')).toBeVisible();
  await field.fill('1,5');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.reload();
  await openLimits(page);
  await expect(field).toHaveValue('1.5');
});

/** The key answers once the transfers are loaded, which the list does not wait for. */
async function openLimits(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Speed and network' });
  await expect(async () => {
    await page.keyboard.press('t');
    await expect(button).toBeVisible({ timeout: 1000 });
  }).toPass();
  await button.click();
}

test('cancelling everything is asked about, and then nothing is sent', async ({
  page,
  context,
  samples,
}) => {
  const names = ['one.txt', 'two.txt'];
  for (const name of names) await writeFile(join(samples, name), name);
  await signUp(page);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await dropPaths(
    page,
    names.map((name) => join(samples, name)),
  );
  const transfers = transfersOf(page);
  await transfers.getByRole('button', { name: 'Cancel all' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Cancel 2 uploads?' });
  await dialog.getByRole('button', { name: 'Keep them' }).click();
  await expect(transfers).toContainText('one.txt');
  await transfers.getByRole('button', { name: 'Cancel all' }).click();
  await dialog.getByRole('button', { name: 'Cancel all' }).click();
  await expect(page.getByRole('row', { name: 'one.txt' })).toBeHidden();
  await context.setOffline(false);
  await expect(page.getByRole('status').filter({ hasText: 'Connected' })).toBeVisible();
  expect(await listOnServer(page, null)).toEqual([]);
});
