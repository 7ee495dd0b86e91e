import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { dropPaths } from '../support/drop.ts';
import { test } from '../support/journey.ts';
import { signUp } from '../support/people.ts';
import { pickNext } from '../support/pick.ts';
import { sha256OfFile, writeSample } from '../support/sample-files.ts';
import { hashesOnServer, listOnServer } from '../support/server-files.ts';

test('a reload while a dropped file is still being read goes on reading it', async ({
  page,
  samples,
}) => {
  const film = join(samples, 'film.mp4');
  await writeSample(film, 200, 'reopen');
  await signUp(page);
  page.on('dialog', (dialog) => void dialog.accept());
  await dropPaths(page, [film]);
  await whileItIsRead(page);
  await page.reload();
  await expectArrived(page, await sha256OfFile(film));
});

test('a reload while a picked file is still being read goes on reading it', async ({ page }) => {
  await signUp(page);
  const sha256 = await pickNext(page, 'film.mp4', 200);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.keyboard.press('u');
  await whileItIsRead(page);
  await page.reload();
  await expectArrived(page, sha256);
});

test('a picker that was closed without a choice says nothing', async ({ page }) => {
  await signUp(page);
  const asked: string[] = [];
  await page.exposeFunction('noteAsked', () => asked.push('picker'));
  page.on('filechooser', () => asked.push('input'));
  await page.evaluate(() => {
    const showOpenFilePicker = async () => {
      await Reflect.get(window, 'noteAsked')();
      throw new DOMException('closed', 'AbortError');
    };
    Object.assign(window, { showOpenFilePicker });
  });
  await page.keyboard.press('u');
  await expect.poll(() => asked).toEqual(['picker']);
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notices' })).toBeHidden();
  expect(asked).toEqual(['picker']);
});

/** Looks at every frame: on a fast machine it is a matter of a few. */
async function whileItIsRead(page: Page): Promise<void> {
  const transfers = page.getByRole('region', { name: 'Transfers' });
  await transfers.getByText(/Keep this tab open/).waitFor();
}

async function expectArrived(page: Page, sha256: string): Promise<void> {
  await expect
    .poll(async () => (await listOnServer(page, null)).map(({ name }) => name), {
      timeout: 120_000,
    })
    .toEqual(['film.mp4']);
  expect((await hashesOnServer(page, null)).get('film.mp4')).toBe(sha256);
}
