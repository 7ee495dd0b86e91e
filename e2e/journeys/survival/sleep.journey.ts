import { expect } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { makeFolder } from '../../support/devices.ts';
import { type Person, somebody } from '../../support/people.ts';
import { signUp, untilRow, untilStatus } from '../../support/puppeteer.ts';
import { anotherDevice } from '../../support/survival/film.ts';
import { test } from '../../support/survival/journey.ts';
import { launchSleepyChromium, stopAsInSleep } from '../../support/survival/sleepy-browser.ts';

/** Whether this tab is the one that follows the tree. */
const follows = (tab: Page) => tab.workers().some((worker) => /feed\.worker/.test(worker.url()));

const rowsOf = (tab: Page) =>
  tab.$$eval('[role=grid] [data-row-id]', (rows) => rows.map((row) => row.ariaLabel).sort());

async function openLeader(browser: Browser, url: string, person: Person): Promise<Page> {
  const tab = await browser.newPage();
  await signUp(tab, url, person);
  await untilStatus(tab, 'Connected');
  return tab;
}

async function openFollower(browser: Browser, url: string): Promise<Page> {
  const tab = await browser.newPage();
  await tab.goto(`${url}/files`);
  await untilStatus(tab, 'Connected');
  return tab;
}

test('a tab that is looked at leads in place of one that sleeps, and alone when that wakes', async ({
  machines: { server, proxy },
}) => {
  const browser = await launchSleepyChromium();
  try {
    const person = somebody();
    const first = await openLeader(browser, proxy.url, person);
    const second = await openFollower(browser, proxy.url);
    expect([first, second].map(follows)).toEqual([true, false]);

    const another = await browser.newPage();
    await another.goto(`${proxy.url}/manifest.webmanifest`);
    const wake = await stopAsInSleep(first, another);
    const device = await anotherDevice({ server }, person);
    await makeFolder({ request: device }, 'Seen by nobody');
    await second.bringToFront();
    await untilRow(second, 'Seen by nobody');
    await makeFolder({ request: device }, 'While one sleeps');
    await untilRow(second, 'While one sleeps');
    expect([first, second].map(follows)).toEqual([true, true]);

    await first.bringToFront();
    await wake();
    await expect.poll(() => [first, second].map(follows)).toEqual([false, true]);
    expect(await rowsOf(second)).toEqual(['Seen by nobody', 'While one sleeps']);
    expect(proxy.cutSockets()).toBe(1);
    await device.dispose();
  } finally {
    await browser.close();
    proxy.reset();
  }
});

test('a tab that was looked at all along leads as soon as the one that led sleeps', async ({
  machines: { server, proxy },
}) => {
  const browser = await launchSleepyChromium();
  try {
    const person = somebody();
    const first = await openLeader(browser, proxy.url, person);
    const another = await browser.newPage();
    await another.goto(`${proxy.url}/manifest.webmanifest`);
    const second = await openFollower(browser, proxy.url);
    const device = await anotherDevice({ server }, person);
    await makeFolder({ request: device }, 'While both are awake');
    await untilRow(second, 'While both are awake');
    expect([first, second].map(follows)).toEqual([true, false]);

    const wake = await stopAsInSleep(first, another);
    await makeFolder({ request: device }, 'While one sleeps');
    await untilRow(second, 'While one sleeps');
    expect([first, second].map(follows)).toEqual([true, true]);

    await wake();
    await expect.poll(() => [first, second].map(follows)).toEqual([false, true]);
    await makeFolder({ request: device }, 'Afterwards');
    await untilRow(second, 'Afterwards');
    await first.bringToFront();
    await untilRow(first, 'Afterwards');
    const all = ['Afterwards', 'While both are awake', 'While one sleeps'];
    expect(await rowsOf(second)).toEqual(all);
    expect(proxy.cutSockets()).toBe(1);
    await device.dispose();
  } finally {
    await browser.close();
    proxy.reset();
  }
});
