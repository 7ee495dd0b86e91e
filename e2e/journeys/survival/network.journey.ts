import { expect } from '@playwright/test';
import { corruptOnce, cutEvery } from '../../support/survival/faults.ts';
import {
  dropFilm,
  dropFilmHalf,
  expectArrived,
  firstVisit,
  isLaterChunk,
  transfersOf,
} from '../../support/survival/film.ts';
import { test } from '../../support/survival/journey.ts';

test('the network goes in the middle of a chunk: it goes on when the network is back', async ({
  world,
}) => {
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world));
  await world.browser.context.setOffline(true);
  gate.cut();
  await expect(transfersOf(film.page)).toContainText('Waiting for the network');
  world.proxy.disarm();
  await world.browser.context.setOffline(false);
  await expectArrived(world, film);
});

test('a chunk that changes on the way is refused and sent again, and no other', async ({
  world,
}) => {
  world.proxy.arm(corruptOnce(isLaterChunk));
  const film = await dropFilm(world, await firstVisit(world));
  await expectArrived(world, film);
  const { ledger } = world.proxy;
  expect(ledger.refused()).toHaveLength(1);
  expect(ledger.resent()).toEqual(ledger.refused());
});

test('a line that breaks at every tenth request: everything arrives', async ({ world }) => {
  const visit = await firstVisit(world);
  world.proxy.arm(...cutEvery(10));
  const film = await dropFilm(world, visit);
  await expectArrived(world, film);
});
