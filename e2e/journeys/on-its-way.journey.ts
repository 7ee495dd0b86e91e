import { join } from 'node:path';
import { expect } from '@playwright/test';
import { dropPaths } from '../support/drop.ts';
import { test } from '../support/journey.ts';
import { untilKeptForOffline, WAITING } from '../support/offline.ts';
import { signUp } from '../support/people.ts';
import { writeSample } from '../support/sample-files.ts';
import { listOnServer } from '../support/server-files.ts';

test('off line a row and its transfer say the same, and what must wait says why', async ({
  page,
  context,
  samples,
}) => {
  const film = join(samples, 'film.mp4');
  await writeSample(film, 9, 'on its way');
  await signUp(page);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await expect(page.getByRole('status').filter({ hasText: 'Offline' })).toBeVisible();

  const notices = page.getByRole('region', { name: 'Notices' });
  await dropPaths(page, [film]);
  const row = page.getByRole('row', { name: 'film.mp4' });
  const transfers = page.getByRole('region', { name: 'Transfers' });
  await expect(transfers.getByTitle(WAITING)).toBeVisible();
  await expect(row.getByText(WAITING)).toBeAttached();

  await row.click();
  await page.keyboard.press('F2');
  await expect(notices.getByText('“film.mp4” can be renamed once it has arrived.')).toBeVisible();
  await row.click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: /^Rename/ })).toBeDisabled();
  await expect(page.getByRole('menuitem', { name: /^Move to…: Once it has/ })).toBeDisabled();
  await page.keyboard.press('Escape');
});

test('Delete on a file that is on its way asks, and cancels its upload', async ({
  page,
  context,
  samples,
}) => {
  const film = join(samples, 'film.mp4');
  await writeSample(film, 9, 'cancelled');
  await signUp(page);
  await untilKeptForOffline(page);
  await context.setOffline(true);
  await dropPaths(page, [film]);
  const row = page.getByRole('row', { name: 'film.mp4' });
  await row.click();
  const question = page.getByRole('alertdialog', { name: 'Cancel the upload?' });

  await page.keyboard.press('Delete');
  await expect(question).toContainText('“film.mp4” has not arrived yet.');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(question).toBeHidden();
  await expect(row).toBeVisible();

  await page.keyboard.press('Delete');
  await question.getByRole('button', { name: 'Cancel the upload' }).click();
  await expect(row).toBeHidden();
  await context.setOffline(false);
  await expect(page.getByRole('status').filter({ hasText: 'Connected' })).toBeVisible();
  expect(await listOnServer(page, null)).toEqual([]);
});
