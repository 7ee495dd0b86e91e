import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { signUp } from '../support/people.ts';
import { sampleDirectory, sha256OfFile, writeSample } from '../support/sample-files.ts';
import { hashesOnServer } from '../support/server-files.ts';

test('at phone size a picked file arrives whole and opens its menu by touch', async ({ page }) => {
  const samples = await sampleDirectory();
  const film = join(samples.path, 'film.mp4');
  await writeSample(film, 40, 'phone');
  await signUp(page);

  await page.getByRole('button', { name: 'New', exact: true }).tap();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Upload files' }).tap(),
  ]);
  await chooser.setFiles(film);
  await expect(page.getByRole('row', { name: 'film.mp4' })).toBeVisible({ timeout: 60_000 });
  expect((await hashesOnServer(page, null)).get('film.mp4')).toBe(await sha256OfFile(film));

  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await samples.remove();
});
