import { readdir } from 'node:fs/promises';
import { expect, type Page, type Route } from '@playwright/test';
import { test } from '../support/journey.ts';
import { untilKeptForOffline } from '../support/offline.ts';
import { signUp } from '../support/people.ts';

const OVERLAYS = '**/assets/FilesOverlays-*';
const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });

test.describe('before a service worker has the app', () => {
  test.use({ serviceWorkers: 'block' });

  const failures: [string, (route: Route) => Promise<void>][] = [
    ['can not be reached', (route) => route.abort()],
    ['is being looked after', (route) => route.fulfill({ status: 503 })],
  ];
  for (const [name, fail] of failures) {
    test(`a part that does not load while the server ${name} comes later`, async ({ page }) => {
      await page.route(OVERLAYS, fail);
      await signUp(page);
      await expect(notices(page).getByText('A part of Satchel did not load.')).toBeVisible();
      await page.keyboard.press('n');
      await page.keyboard.press('i');
      await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
      await expect(page.getByText('Drop files anywhere')).toBeVisible();
      await expect(page.getByRole('dialog', { name: 'New folder' })).toBeHidden();

      await page.unroute(OVERLAYS);
      await expect(page.getByRole('dialog', { name: 'New folder' })).toBeVisible();
      await expect(notices(page)).toBeHidden();
    });
  }
});

test('a service worker has every part of the app', async ({ page }) => {
  await signUp(page);
  await untilKeptForOffline(page);
  const files = await readdir(new URL('../../web/dist/assets/', import.meta.url));
  const parts = files.filter((file) => !/\.(br|gz)$/.test(file));
  expect(parts.length).toBeGreaterThan(20);
  const missing = await page.evaluate(async (names) => {
    const kept = await Promise.all(names.map((name) => caches.match(`/assets/${name}`)));
    return names.filter((_, at) => kept[at] === undefined);
  }, parts);
  expect(missing).toEqual([]);
});
