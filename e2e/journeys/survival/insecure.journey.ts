import { expect } from '@playwright/test';
import { dropFilmHalf, expectArrived, firstVisit } from '../../support/survival/film.ts';
import { test } from '../../support/survival/journey.ts';
import { INSECURE_HOST } from '../../support/survival/killable-browser.ts';

test.use({ host: INSECURE_HOST });

test('without a service worker one of three tabs sends; when it is closed another goes on', async ({
  world,
}) => {
  const visit = await firstVisit(world);
  const others = [await world.browser.openTab(), await world.browser.openTab()];
  const { gate, ...film } = await dropFilmHalf(world, visit);
  for (const tab of others) await tab.reload();
  expect(world.proxy.ledger.resent()).toEqual([]);
  await film.page.close();
  await expect.poll(() => world.proxy.ledger.underWay()).toBe(0);
  gate.open();
  await expectArrived(world, film);
});
