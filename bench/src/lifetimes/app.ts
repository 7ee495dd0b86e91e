// How long an upload of the built app goes on after its tab was closed.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSample } from '../../../e2e/support/sample-files.ts';
import { openFileList, untilSafeToClose } from '../support/app.ts';
import type { Browser } from '../support/chromium/browser.ts';
import { Person } from '../support/person.ts';
import { startSatchel } from '../support/satchel-process.ts';
import { seconds } from './service-worker.ts';
import { pause } from './site.ts';
import { SlowLink } from './slow-link.ts';

const MEBIBYTE = 1024 * 1024;
const MEBIBYTES_PER_SECOND = 2;
const SILENCE_MS = 60_000;

/** An upload that would take twice as long as is waited. */
export async function uploadLife(
  browser: Browser,
  directory: string,
  { mostMs, isTabClosed }: { readonly mostMs: number; readonly isTabClosed: boolean },
): Promise<string> {
  const satchel = await startSatchel(join(directory, 'data'));
  const link = await SlowLink.to(satchel.url, MEBIBYTES_PER_SECOND * MEBIBYTE);
  const path = join(directory, 'film.bin');
  try {
    await writeSample(path, (2 * MEBIBYTES_PER_SECOND * mostMs) / 1000, directory);
    // Nothing but the upload goes over the slow link once the page is there.
    const page = await openFileList(browser, link.url, await Person.signUp(satchel.url));
    await page.drop([path]);
    await untilSafeToClose(page);
    await rm(path);
    if (isTabClosed) await page.close();
    return await lifeFrom(link, mostMs);
  } finally {
    link.stop();
    await satchel.stop();
  }
}

async function lifeFrom(link: SlowLink, mostMs: number): Promise<string> {
  const begun = Date.now();
  const bytesBefore = link.bytesSent;
  while (Date.now() - begun < mostMs && Date.now() - link.lastSentAt < SILENCE_MS) await pause(500);
  const isAlive = Date.now() - link.lastSentAt < SILENCE_MS;
  const life = seconds(Math.max(0, link.lastSentAt - begun));
  const sent = `${Math.round((link.bytesSent - bytesBefore) / MEBIBYTE)} MiB`;
  return isAlive ? `no end within ${life}, ${sent} sent` : `ended after ${life}, ${sent} sent`;
}
