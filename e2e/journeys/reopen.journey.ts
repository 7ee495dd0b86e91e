import { join } from 'node:path';
import { expect } from '@playwright/test';
import { dropPaths } from '../support/drop.ts';
import { test } from '../support/journey.ts';
import { signUp } from '../support/people.ts';
import { sha256OfFile, writeSample } from '../support/sample-files.ts';
import { hashesOnServer, listOnServer } from '../support/server-files.ts';

test('a reload while a file is still being read goes on reading it', async ({ page, samples }) => {
  const film = join(samples, 'film.mp4');
  await writeSample(film, 400, 'reopen');
  await signUp(page);
  page.on('dialog', (dialog) => void dialog.accept());
  await dropPaths(page, [film]);
  const transfers = page.getByRole('region', { name: 'Transfers' });
  await expect(transfers.getByText(/Keep this tab open/)).toBeVisible();
  await page.reload();
  await expect
    .poll(async () => (await listOnServer(page, null)).map(({ name }) => name), {
      timeout: 120_000,
    })
    .toEqual(['film.mp4']);
  expect((await hashesOnServer(page, null)).get('film.mp4')).toBe(await sha256OfFile(film));
});
