import { expect } from '@playwright/test';
import { dropFilm, firstVisit, transfersOf } from '../support/survival/film.ts';
import { test } from '../support/survival/journey.ts';
import { readQueue } from '../support/survival/queue.ts';

const MEBIBYTES = 88;
const SENT_CHUNKS = 17;

test('x on a film of which much was sent asks before that is thrown away', async ({ world }) => {
  const visit = await firstVisit(world);
  world.proxy.hold('half-sent', ({ deed, index }) => deed === 'chunk' && index >= SENT_CHUNKS);
  const { page } = await dropFilm(world, visit, MEBIBYTES);
  const transfers = transfersOf(page);
  await expect(transfers.getByText('71.3 of 92.3 MB')).toBeVisible({ timeout: 60_000 });
  const question = page.getByRole('alertdialog', { name: 'Cancel the upload?' });

  for (const way of ['Cancel: film.mp4', 'Cancel all']) {
    await transfers.getByRole('button', { name: way }).click();
    await expect(question).toContainText('What was sent of it, 71.3 MB, is thrown away.');
    await question.getByRole('button', { name: 'Keep it' }).click();
    await expect(question).toBeHidden();
  }
  expect(await readQueue(page)).toHaveLength(1);

  await transfers.getByRole('button', { name: 'Cancel: film.mp4' }).click();
  await question.getByRole('button', { name: 'Cancel the upload' }).click();
  await expect.poll(() => readQueue(page)).toEqual([]);
});
