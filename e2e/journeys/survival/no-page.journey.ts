import { expect } from '@playwright/test';
import {
  dropFilm,
  dropFilmHalf,
  expectArrived,
  type Film,
  firstVisit,
  returnVisit,
  transfersOf,
} from '../../support/survival/film.ts';
import { test, type World } from '../../support/survival/journey.ts';
import { stopServiceWorker } from '../../support/survival/service-worker.ts';

async function expectArrivedWithNoPage(world: World, film: Film): Promise<void> {
  await expectArrived(world, film);
  expect(world.browser.context.pages().filter((page) => page.url() !== 'about:blank')).toEqual([]);
}

test('every tab is closed and the worker stopped: it arrives with no page', async ({ world }) => {
  const { browser, proxy } = world;
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world));
  await expect(transfersOf(film.page)).toContainText('It goes on in the background');
  await stopServiceWorker(await browser.closeTabs());
  await expect.poll(() => proxy.ledger.underWay()).toBe(0);
  gate.open();
  await expectArrivedWithNoPage(world, film);
});

test('the network comes back when every tab is closed: it arrives with no page', async ({
  world,
}) => {
  const { browser } = world;
  const visit = await firstVisit(world);
  await browser.context.setOffline(true);
  const film = await dropFilm(world, visit);
  await expect(transfersOf(film.page)).toContainText('Safe to close this tab');
  await browser.closeTabs();
  await browser.context.setOffline(false);
  await expectArrivedWithNoPage(world, film);
});

test('the browser is killed without a network and started with one: it arrives with no page', async ({
  world,
}) => {
  const { browser } = world;
  const visit = await returnVisit(world);
  await browser.context.setOffline(true);
  const film = await dropFilm(world, visit);
  await expect(transfersOf(film.page)).toContainText('Safe to close this tab');
  await browser.kill9();
  await browser.startAgain();
  await expectArrivedWithNoPage(world, film);
});
