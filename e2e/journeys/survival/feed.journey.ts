import { expect } from '@playwright/test';
import {
  anotherDevice,
  makeFolder,
  rowOf,
  statusOf,
  untilConnected,
} from '../../support/devices.ts';
import { untilKeptForOffline } from '../../support/offline.ts';
import { signUp } from '../../support/people.ts';
import { listOnServer } from '../../support/server-files.ts';
import { test } from '../../support/survival/journey.ts';

/** Numbers that look random and are the same every time, from 0 up to 1. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('sockets that are cut at random lose no change, on neither of two devices', async ({
  world: { browser: own, proxy },
  browser,
}) => {
  const page = await own.context.newPage();
  const person = await signUp(page);
  await untilConnected(page);
  const other = await anotherDevice(browser, person, proxy.url);
  const names = Array.from({ length: 24 }, (_, n) => `part ${n + 10}`);
  const chance = chances(7);
  let cuts = 0;
  for (const name of names) {
    await makeFolder(chance() < 0.5 ? own.context : other.context, name);
    if (chance() < 0.4) cuts += proxy.cutSockets();
  }
  expect(cuts).toBeGreaterThan(0);
  for (const screen of [page, other.page]) {
    for (const name of names) await expect(rowOf(screen, name)).toBeVisible({ timeout: 60_000 });
    await untilConnected(screen);
  }
  await other.context.close();
});

test('a server that is gone for a while is tried until it is back', async ({ world }) => {
  const { context } = world.browser;
  const page = await context.newPage();
  await signUp(page);
  await untilConnected(page);
  await untilKeptForOffline(page);
  await world.server.kill9();
  await expect(statusOf(page)).toHaveText('Reconnecting…');
  await world.server.startAgain();
  await untilConnected(page);
  await makeFolder(context, 'Afterwards');
  await expect(rowOf(page, 'Afterwards')).toBeVisible();
});

test('a line that swallows everything is not called connected by whoever does something', async ({
  world,
}) => {
  const page = await world.browser.context.newPage();
  await signUp(page);
  await untilConnected(page);
  // The sockets stay open, and bring nothing.
  const gate = world.proxy.hold('arrived', ({ path }) => path.startsWith('/api/'));
  await page.keyboard.press('n');
  await page.getByRole('dialog').getByRole('textbox').fill('Plans');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Plans')).toBeVisible();
  await expect(statusOf(page)).toHaveText('Reconnecting…');
  world.proxy.disarm();
  gate.cut();
  await untilConnected(page);
  await expect
    .poll(async () => (await listOnServer(page, null)).map(({ name }) => name))
    .toEqual(['Plans']);
});

test('a server that is being looked after is waited for, and then all goes on by itself', async ({
  world,
}) => {
  const { context } = world.browser;
  const page = await context.newPage();
  await signUp(page);
  await untilConnected(page);
  const feed = /\/api\/v1\/sync\/changes/;
  await context.route(feed, (route) =>
    route.fulfill({ status: 503, headers: { 'retry-after': '2' }, body: '' }),
  );
  world.proxy.cutSockets();
  await expect(statusOf(page)).toHaveText('The server is being looked after…');
  await makeFolder(context, 'Meanwhile');
  await context.unroute(feed);
  await untilConnected(page);
  await expect(rowOf(page, 'Meanwhile')).toBeVisible();
});
