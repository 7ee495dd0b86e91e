import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { chooseFiles, firefoxPath, launchFirefox, press } from '../support/firefox.ts';
import { type Person, somebody } from '../support/people.ts';
import { sha256OfFile, writeSample } from '../support/sample-files.ts';
import { hashesOnServer } from '../support/server-files.ts';
import { expectSparing } from '../support/survival/expect-sparing.ts';
import { anotherDevice, isLaterChunk } from '../support/survival/film.ts';
import { test } from '../support/survival/journey.ts';

const path = firefoxPath();
test.skip(path === undefined, 'there is no Firefox here; FIREFOX_PATH names one');

async function signUp(page: Page, address: string, person: Person): Promise<void> {
  await page.goto(`${address}/sign-up`);
  const fields = { Name: person.name, 'E-mail': person.email };
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`::-p-aria([name="${name}"][role="textbox"])`).fill(value);
  }
  await page.locator('input[type=password]').fill(person.password);
  await press(page, 'button', 'Create account');
  await page.locator('::-p-text(Drop files anywhere)').wait();
}

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
    await page.locator('::-p-text(Safe to close this tab)').wait();
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
