import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectSameTree } from '../../support/compare.ts';
import { dropPaths } from '../../support/drop.ts';
import { writeSmallFiles } from '../../support/sample-files.ts';
import { listOnServer } from '../../support/server-files.ts';
import { expectSparing } from '../../support/survival/expect-sparing.ts';
import {
  anotherDevice,
  firstVisit,
  returnVisit,
  transfersOf,
  type Visit,
} from '../../support/survival/film.ts';
import { test, type World } from '../../support/survival/journey.ts';

const NOTES = 80;

/** Drops many small files; resolves when half of them have arrived and others are on their way, their
 *  chunks stored and nobody told. Gives what lets them go. */
async function dropNotesHalf(world: World, { page }: Visit): Promise<() => void> {
  await writeSmallFiles(join(world.samples, 'notes'), NOTES, { isFlat: true });
  let chunks = 0;
  const start = world.proxy.hold('arrived', ({ deed }) => deed === 'chunk');
  const middle = world.proxy.hold(
    'answered',
    ({ deed }) => deed === 'chunk' && ++chunks > NOTES / 2,
  );
  await dropPaths(page, [join(world.samples, 'notes')]);
  await expect(transfersOf(page)).toContainText('Safe to close this tab');
  start.open();
  await middle.reached();
  return () => middle.open();
}

async function expectNotesArrived(world: World, { person, page }: Visit): Promise<void> {
  await expect(transfersOf(page)).toContainText(`${NOTES} files arrived`, { timeout: 60_000 });
  const caller = { request: await anotherDevice(world, person) };
  await expectSameTree(caller, null, world.samples);
  const [notes] = await listOnServer(caller, null);
  const versions = (await listOnServer(caller, notes?.id ?? null)).map(({ version }) => version);
  expect(versions).toEqual(Array.from({ length: NOTES }, () => 1));
  await caller.request.dispose();
  expectSparing(world.proxy.ledger);
}

test('the browser is killed amid many small files: each arrives, and nothing stored is sent again', async ({
  world,
}) => {
  const { person, page } = await returnVisit(world);
  const letGo = await dropNotesHalf(world, { person, page });
  await world.browser.kill9();
  letGo();
  await world.browser.startAgain();
  await expectNotesArrived(world, { person, page: await world.browser.openTab() });
});

test('the server is killed amid many small files: each arrives, and there is one of each', async ({
  world,
}) => {
  const visit = await firstVisit(world);
  const letGo = await dropNotesHalf(world, visit);
  await world.server.kill9();
  letGo();
  await world.server.startAgain();
  await expectNotesArrived(world, visit);
});
