import { type BrowserContext, expect } from '@playwright/test';
import { makeFolder, rowOf, statusOf, untilConnected } from '../../support/devices.ts';
import { untilKeptForOffline } from '../../support/offline.ts';
import { signUp } from '../../support/people.ts';
import { test } from '../../support/survival/journey.ts';

/** Makes folders one after the other, and cuts the sockets in between. */
async function makeMany(context: BrowserContext, names: readonly string[], cut: () => number) {
  let cuts = 0;
  for (const [n, name] of names.entries()) {
    await makeFolder(context, name);
    if (n % 3 === 0) cuts += cut();
  }
  return cuts;
}

test('a socket that is cut again and again loses no change', async ({ world }) => {
  const { context } = world.browser;
  const page = await context.newPage();
  await signUp(page);
  await untilConnected(page);
  const names = Array.from({ length: 24 }, (_, n) => `part ${n + 10}`);
  expect(await makeMany(context, names, () => world.proxy.cutSockets())).toBeGreaterThan(0);
  for (const name of names) await expect(rowOf(page, name)).toBeVisible();
  await untilConnected(page);
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
