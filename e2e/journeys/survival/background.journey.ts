import { expect, type Page } from '@playwright/test';
import { corruptOnce } from '../../support/survival/faults.ts';
import {
  dropFilmHalf,
  expectArrived,
  firstVisit,
  isLaterChunk,
  returnVisit,
} from '../../support/survival/film.ts';
import { test } from '../../support/survival/journey.ts';

/** Less is not worth an offer. */
const LARGE_MEBIBYTES = 120;

async function handOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep uploading in the background' }).click();
  await expect(page.getByText('The browser sends 1 file by itself')).toBeVisible();
}

test('the browser itself sends what is left when every tab is closed', async ({ world }) => {
  const { browser, proxy } = world;
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world), LARGE_MEBIBYTES);
  await handOver(film.page);
  await browser.closeTabs();
  gate.open();
  await expectArrived(world, film);
  expect(proxy.ledger.resent().every((chunk) => proxy.ledger.lost().includes(chunk))).toBe(true);
});

test('the browser is killed while it sends by itself: it goes on with no page', async ({
  world,
}) => {
  const { browser } = world;
  const { gate, ...film } = await dropFilmHalf(world, await returnVisit(world), LARGE_MEBIBYTES);
  await handOver(film.page);
  await browser.kill9();
  gate.open();
  await browser.startAgain();
  await expectArrived(world, film);
});

test('a chunk that the browser lost on its own way is sent by the app', async ({ world }) => {
  const { browser, proxy } = world;
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world), LARGE_MEBIBYTES);
  await handOver(film.page);
  proxy.arm(corruptOnce(isLaterChunk));
  await browser.closeTabs();
  gate.open();
  await expectArrived(world, film);
  expect(proxy.ledger.refused()).toHaveLength(1);
});

test('what was handed over can be taken back', async ({ world }) => {
  const { gate, ...film } = await dropFilmHalf(world, await firstVisit(world), LARGE_MEBIBYTES);
  await handOver(film.page);
  await film.page.getByRole('button', { name: 'Send from here instead' }).click();
  await expect(film.page.getByText('The browser sends 1 file by itself')).toBeHidden();
  gate.open();
  await expectArrived(world, film);
});
