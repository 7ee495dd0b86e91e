import { expect } from '@playwright/test';
import { dropFilmHalf, expectArrived, firstVisit } from '../../support/survival/film.ts';
import { test } from '../../support/survival/journey.ts';
import { stopServiceWorker } from '../../support/survival/service-worker.ts';

test('a reload in the middle changes nothing: no chunk is sent twice', async ({ world }) => {
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world));
  await film.page.reload();
  gate.open();
  await expectArrived(world, film);
  expect(world.proxy.ledger.resent()).toEqual([]);
});

test('the tab is closed and the browser stops the worker: it goes on when the tab is opened again', async ({
  world,
}) => {
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world));
  await stopServiceWorker(await world.browser.closeTabs());
  await expect.poll(() => world.proxy.ledger.underWay()).toBe(0);
  gate.open();
  await world.browser.openTab();
  await expectArrived(world, film);
});

test('with three tabs open there is one uploader, and no chunk is sent twice', async ({
  world,
}) => {
  const visit = await firstVisit(world);
  const others = [await world.browser.openTab(), await world.browser.openTab()];
  const { gate, ...film } = await dropFilmHalf(world, visit);
  for (const tab of others) await tab.reload();
  gate.open();
  await expectArrived(world, film);
  expect(world.proxy.ledger.resent()).toEqual([]);
});
