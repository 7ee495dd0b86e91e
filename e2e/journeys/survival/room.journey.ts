import { expect } from '@playwright/test';
import {
  dropFilm,
  expectArrived,
  firstVisit,
  isLaterChunk,
  transfersOf,
} from '../../support/survival/film.ts';
import { test, type World } from '../../support/survival/journey.ts';

const LARGE_MEBIBYTES = 92;

/** Lets this browser keep no more than `mebibytes` for Satchel, as long as it runs. To be called before
 *  anything is kept there: the browser remembers for minutes how much room there was. */
async function leaveRoom({ browser, proxy }: World, mebibytes: number): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto('/healthz');
  const session = await browser.context.newCDPSession(page);
  const quotaSize = mebibytes * 1024 * 1024;
  await session.send('Storage.overrideQuotaForOrigin', { origin: proxy.url, quotaSize });
}

test('a file that is larger than the room in this browser waits, says so, and arrives whole', async ({
  world,
}) => {
  await leaveRoom(world, 72);
  const visit = await firstVisit(world);
  const gate = world.proxy.hold('arrived', isLaterChunk);
  const film = await dropFilm(world, visit, LARGE_MEBIBYTES);
  const transfers = transfersOf(film.page);
  await expect(transfers).toContainText('No room in this browser');
  await expect(transfers).not.toContainText('Safe to close this tab');
  gate.open();
  await expectArrived(world, film);
});
