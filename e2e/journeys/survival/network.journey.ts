import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectSameTree } from '../../support/compare.ts';
import { dropPaths } from '../../support/drop.ts';
import { WAITING } from '../../support/offline.ts';
import { writeSmallFiles } from '../../support/sample-files.ts';
import { expectSparing } from '../../support/survival/expect-sparing.ts';
import { corruptOnce, cutEvery } from '../../support/survival/faults.ts';
import {
  anotherDevice,
  dropFilm,
  dropFilmHalf,
  expectArrived,
  firstVisit,
  isLaterChunk,
  transfersOf,
} from '../../support/survival/film.ts';
import { test } from '../../support/survival/journey.ts';

const NOTES = 40;

test('the network goes in the middle of a chunk: it goes on when the network is back', async ({
  world,
}) => {
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world));
  await world.browser.context.setOffline(true);
  gate.cut();
  await expect(transfersOf(film.page)).toContainText(WAITING);
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

test('a line that breaks at every tenth request: every file of a folder arrives', async ({
  world,
}) => {
  const { page, person } = await firstVisit(world);
  await writeSmallFiles(join(world.samples, 'notes'), NOTES);
  world.proxy.arm(...cutEvery(10));
  await dropPaths(page, [join(world.samples, 'notes')]);
  await expect(transfersOf(page)).toContainText(`${NOTES} files arrived`, { timeout: 90_000 });
  const device = await anotherDevice(world, person);
  await expectSameTree({ request: device }, null, world.samples);
  await device.dispose();
  expectSparing(world.proxy.ledger);
});
