import { expect } from '@playwright/test';
import {
  dropFilmHalf,
  expectArrived,
  firstVisit,
  returnVisit,
} from '../../support/survival/film.ts';
import { test } from '../../support/survival/journey.ts';
import { stopServiceWorker } from '../../support/survival/service-worker.ts';

test('the service worker is stopped in the middle of a chunk: the page wakes it up again', async ({
  world,
}) => {
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world));
  await stopServiceWorker(film.page);
  await expect.poll(() => world.proxy.ledger.underWay()).toBe(0);
  gate.open();
  await expectArrived(world, film);
});

test('the browser is killed and started again: it goes on, and nobody has to choose a file', async ({
  world,
}) => {
  const { browser, proxy } = world;
  const { gate, ...film } = await dropFilmHalf(world, await returnVisit(world));
  await browser.kill9();
  await expect.poll(() => proxy.ledger.underWay()).toBe(0);
  gate.open();
  await browser.startAgain();
  await browser.openTab();
  await expectArrived(world, film);
});

test('a new version takes over in the middle: one uploader, and no chunk is sent twice', async ({
  world,
}) => {
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world));
  await world.proxy.append('/service-worker.js', '\n// the next version\n');
  await film.page.reload();
  const reloaded = film.page.waitForEvent('domcontentloaded');
  await film.page.getByRole('button', { name: 'Update' }).click();
  gate.open();
  await reloaded;
  await expectArrived(world, film);
  expect(world.proxy.ledger.resent()).toEqual([]);
});
