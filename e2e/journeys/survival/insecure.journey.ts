import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectSameTree } from '../../support/compare.ts';
import { dropPaths } from '../../support/drop.ts';
import { writeSample, writeSmallFiles } from '../../support/sample-files.ts';
import {
  anotherDevice,
  dropFilmHalf,
  expectArrived,
  firstVisit,
  transfersOf,
} from '../../support/survival/film.ts';
import { test } from '../../support/survival/journey.ts';
import { INSECURE_HOST } from '../../support/survival/killable-browser.ts';

test.use({ host: INSECURE_HOST });

test('without a service worker one of three tabs sends; when it is closed another goes on', async ({
  world,
}) => {
  const visit = await firstVisit(world);
  const others = [await world.browser.openTab(), await world.browser.openTab()];
  const { gate, ...film } = await dropFilmHalf(world, visit);
  for (const tab of others) await tab.reload();
  expect(world.proxy.ledger.resent()).toEqual([]);
  await film.page.close();
  await expect.poll(() => world.proxy.ledger.underWay()).toBe(0);
  gate.open();
  await expectArrived(world, film);
});

function bannerOf(page: Page) {
  return page.getByRole('note').filter({ hasText: 'This address is not secure' });
}

test('a file and a folder arrive whole by the page alone, which says what is missing', async ({
  world,
}) => {
  const { page, person } = await firstVisit(world);
  await expect(bannerOf(page)).toContainText('Ask whoever runs this server for https');
  const trip = join(world.samples, 'trip');
  await mkdir(trip);
  await writeSmallFiles(trip, 30);
  await writeSample(join(world.samples, 'film.mp4'), 20, person.email);
  await page.bringToFront();
  await dropPaths(page, [join(world.samples, 'film.mp4'), trip]);
  const device = await anotherDevice(world, person);
  await expect(() => expectSameTree({ request: device }, null, world.samples)).toPass({
    timeout: 60_000,
  });
  await device.dispose();

  await bannerOf(page).getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await expect(page.getByRole('row', { name: 'film.mp4' })).toBeVisible();
  await expect(bannerOf(page)).toBeHidden();
});

test('without a service worker a reload in the middle loses nothing that was staged', async ({
  world,
}) => {
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world));
  await expect(transfersOf(film.page)).toContainText('This address is not secure');
  await film.page.reload();
  gate.open();
  await expectArrived(world, film);
});

test('files are picked with the browser’s own chooser and arrive', async ({ world }) => {
  const { page, person } = await firstVisit(world);
  await writeSmallFiles(world.samples, 2);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('u')]);
  await chooser.setFiles([join(world.samples, 'note 1.txt'), join(world.samples, 'note 2.txt')]);
  const device = await anotherDevice(world, person);
  await expect(() => expectSameTree({ request: device }, null, world.samples)).toPass({
    timeout: 60_000,
  });
  await device.dispose();
});
