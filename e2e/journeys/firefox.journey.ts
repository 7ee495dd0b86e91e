import { join } from 'node:path';
import { type APIRequestContext, expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { makeFolder } from '../support/devices.ts';
import { chooseFiles, firefoxPath, launchFirefox } from '../support/firefox.ts';
import { somebody } from '../support/people.ts';
import {
  fill,
  named,
  press,
  signUp,
  until,
  untilRow,
  untilRowSays,
  untilStatus,
} from '../support/puppeteer.ts';
import { sha256OfFile, writeSample } from '../support/sample-files.ts';
import { hashesOnServer, listOnServer } from '../support/server-files.ts';
import { expectSparing } from '../support/survival/expect-sparing.ts';
import { anotherDevice, isLaterChunk } from '../support/survival/film.ts';
import { test } from '../support/survival/journey.ts';

const path = firefoxPath();
test.skip(path === undefined, 'there is no Firefox here; FIREFOX_PATH names one');
// Firefox alone takes a minute to start on a busy machine.
test.setTimeout(360_000);

test('in Firefox the tab is closed, the browser ends the worker: it goes on at the next visit', async ({
  machines: { server, proxy },
  samples,
}) => {
  const person = somebody();
  const film = join(samples, 'film.mp4');
  await writeSample(film, 40, person.email);
  const firefox = await launchFirefox(path ?? '');
  try {
    const page = await firefox.newPage();
    await signUp(page, proxy.url, person);
    const gate = proxy.hold('half-sent', isLaterChunk);
    await press(page, 'button', 'New');
    await chooseFiles(page, () => press(page, 'menuitem', 'Upload files'), [film]);
    await gate.reached();
    await until(page, '::-p-text(Safe to close this tab)');
    const words = await page.$eval('[aria-label="Transfers"]', (panel) => panel.textContent);
    expect(words).toContain('It goes on when you come back.');

    await page.close();
    await expect.poll(() => proxy.ledger.underWay(), { timeout: 60_000 }).toBe(0);
    gate.open();
    await (await firefox.newPage()).goto(`${proxy.url}/files`);
    const device = await anotherDevice({ server }, person);
    const expected = new Map([['film.mp4', await sha256OfFile(film)]]);
    await expect
      .poll(() => hashesOnServer({ request: device }, null), { timeout: 60_000 })
      .toEqual(expected);
    await device.dispose();
    expectSparing(proxy.ledger);
  } finally {
    await firefox.close();
    proxy.reset();
  }
});

const PATIENT = { timeout: 60_000 };

async function chooseFile(page: Page, file: string): Promise<void> {
  await press(page, 'button', 'New');
  await chooseFiles(page, () => press(page, 'menuitem', 'Upload files'), [file]);
}

async function newFolder(page: Page, name: string): Promise<void> {
  await press(page, 'button', 'New');
  await press(page, 'menuitem', 'New folder');
  await fill(page, named('textbox', 'Name'), name);
  await page.keyboard.press('Enter');
  await untilRow(page, name);
}

async function rename(page: Page, from: string, to: string): Promise<void> {
  await press(page, 'row', from);
  await page.keyboard.press('F2');
  await fill(page, named('textbox', `New name for ${from}`), to);
  await page.keyboard.press('Enter');
  await untilRow(page, to);
}

/** The SHA-256 of what the app's own address of a file gives, in the page. */
function digestInPage(page: Page, fileId: string): Promise<string> {
  return page.evaluate(async (id) => {
    const answer = await fetch(`/api/v1/files/${id}/download`);
    const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }, fileId);
}

async function namesOn(request: APIRequestContext): Promise<string[]> {
  return (await listOnServer({ request }, null)).map(({ name }) => name).sort();
}

test('in Firefox the tree is browsed and changed without the server, what is kept opens, and all arrives', async ({
  machines: { server },
  samples,
}) => {
  const person = somebody();
  const [song, note] = [join(samples, 'song.bin'), join(samples, 'note.bin')];
  await writeSample(song, 5, person.email);
  await writeSample(note, 1, person.name);
  const firefox = await launchFirefox(path ?? '');
  try {
    const page = await firefox.newPage();
    await signUp(page, server.url, person);
    const device = await anotherDevice({ server }, person);
    const letters = await makeFolder({ request: device }, 'Letters');
    await makeFolder({ request: device }, 'Inside', letters);
    await makeFolder({ request: device }, 'Budget');
    await untilRow(page, 'Letters');
    await chooseFile(page, song);
    await expect.poll(() => namesOn(device), PATIENT).toEqual(['Budget', 'Letters', 'song.bin']);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await untilRow(page, 'song.bin');
    await press(page, 'row', 'song.bin', { button: 'right' });
    await press(page, 'menuitem', 'Keep offline');
    await untilRowSays(page, 'song.bin', 'Kept offline');
    const songId = (await listOnServer({ request: device }, null)).at(-1)?.id ?? '';

    await server.kill9();
    await page.reload({ timeout: 90_000 });
    await untilRow(page, 'Letters');
    await press(page, 'row', 'Letters', { count: 2 });
    await untilRow(page, 'Inside');
    await press(page, 'link', 'My files');
    await untilRow(page, 'Budget');
    await fill(page, named('textbox', 'Search'), 'insi');
    await until(page, '[aria-label="Found"] ::-p-text(Inside)');
    await page.keyboard.press('Escape');
    await rename(page, 'Budget', 'Budget 2026');
    await newFolder(page, 'Trip');
    await chooseFile(page, note);
    await untilRow(page, 'note.bin');
    expect(await digestInPage(page, songId)).toBe(await sha256OfFile(song));
    await page.reload({ timeout: 90_000 });
    for (const name of ['Budget 2026', 'Trip', 'note.bin']) await untilRow(page, name);

    await server.startAgain();
    const arrived = ['Budget 2026', 'Letters', 'Trip', 'note.bin', 'song.bin'];
    await expect.poll(() => namesOn(device), PATIENT).toEqual(arrived);
    const hashes = await hashesOnServer({ request: device }, null);
    expect(hashes.get('note.bin')).toBe(await sha256OfFile(note));
    await untilStatus(page, 'Connected');
    await device.dispose();
  } finally {
    await firefox.close();
    await server.startAgain();
  }
});
