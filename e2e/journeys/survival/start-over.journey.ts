import { expect } from '@playwright/test';
import { makeFolder, rowOf, statusOf, untilConnected } from '../../support/devices.ts';
import { signUp } from '../../support/people.ts';
import { listOnServer } from '../../support/server-files.ts';
import { anotherDevice } from '../../support/survival/film.ts';
import { test, type World } from '../../support/survival/journey.ts';
import { watchRows } from '../../support/survival/row-watch.ts';

const PATIENT = { timeout: 60_000 };
const isFeed = ({ path }: { readonly path: string }) => path.startsWith('/api/v1/sync/changes');

/** All that is gone by now has been gone for longer than the server keeps in mind. It forgets that
 *  soon after it has started. */
async function forgetWhatIsGone({ server }: World): Promise<void> {
  await server.query(`update tombstones set gone_at = gone_at - interval '91 days'`);
  await server.kill9();
  await server.startAgain();
  await expect.poll(() => server.query('select from tombstones'), PATIENT).toEqual([]);
}

test('a device that was away for too long starts over, and nothing flickers', async ({ world }) => {
  const { context } = world.browser;
  const page = await context.newPage();
  // Many pages instead of one: each of them is written, and could be seen.
  await context.route(/sync\/changes\?limit=1000/, (route) =>
    route.continue({ url: route.request().url().replace('limit=1000', 'limit=7') }),
  );
  const person = await signUp(page);
  await untilConnected(page);
  const ids = new Map<string, string>();
  for (let n = 10; n < 60; n++) ids.set(`item ${n}`, await makeFolder(context, `item ${n}`));
  await expect(rowOf(page, 'item 12')).toBeVisible();
  await page.getByRole('grid', { name: 'Files' }).hover();
  await page.mouse.wheel(0, 900);
  const held = rowOf(page, 'item 40');
  await held.click();
  await rowOf(page, 'item 42').click({ modifiers: ['ControlOrMeta'] });
  await context.setOffline(true);
  await expect(statusOf(page)).toHaveText('Offline, changes are kept');

  const device = await anotherDevice(world, person);
  for (const name of ['item 11', 'item 41', 'item 58']) {
    expect((await device.delete(`/api/v1/files/${ids.get(name)}`)).status()).toBe(204);
    expect((await device.delete(`/api/v1/trash/${ids.get(name)}`)).status()).toBe(204);
  }
  const renamed = { data: { name: 'item 39 again' } };
  await device.patch(`/api/v1/files/${ids.get('item 39')}`, renamed);
  for (const name of ['aaa', 'item 40 and a half', 'zzz']) {
    await makeFolder({ request: device }, name);
  }
  await forgetWhatIsGone(world);
  const before = await held.boundingBox();
  const stay = ['item 38', 'item 40', 'item 42', 'item 43', 'item 44'];
  const watch = await watchRows(page, stay);

  await context.setOffline(false);
  await expect(rowOf(page, 'item 41')).toBeHidden(PATIENT);
  await untilConnected(page);
  for (const name of ['item 39 again', 'item 40 and a half', ...stay]) {
    await expect(rowOf(page, name)).toBeVisible();
  }
  expect(await watch.end()).toEqual([]);
  expect(await held.boundingBox()).toEqual(before);
  await expect(rowOf(page, 'item 42')).toBeFocused();
  for (const name of ['item 40', 'item 42']) {
    await expect(rowOf(page, name)).toHaveAttribute('aria-selected', 'true');
  }
  const onServer = await listOnServer({ request: device }, null);
  const grid = page.getByRole('grid', { name: 'Files' });
  await expect(grid).toHaveAttribute('aria-rowcount', `${onServer.length + 1}`);
  const answers = world.proxy.answersTo(isFeed);
  const since = answers.slice(answers.indexOf(410));
  expect(since.slice(0, 8)).toEqual([410, ...Array.from({ length: 7 }, () => 200)]);
  await device.dispose();
});
