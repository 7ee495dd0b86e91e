import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { until } from './puppeteer.ts';

const SYSTEM_PATHS = [
  '/usr/bin/firefox-esr',
  '/usr/lib/firefox/firefox',
  '/usr/lib64/firefox/firefox',
];

/** FIREFOX_PATH, else the system's; undefined where there is none. */
export function firefoxPath(): string | undefined {
  return process.env.FIREFOX_PATH ?? SYSTEM_PATHS.find((path) => existsSync(path));
}

/** Firefox ends a service worker a minute after its last event. Here it does so after 10 seconds, so
 *  that a journey can wait for it. */
const WORKER_ENDS_SOON = {
  'dom.serviceWorkers.idle_timeout': 5000,
  'dom.serviceWorkers.idle_extended_timeout': 5000,
};

export function launchFirefox(executablePath: string): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 1440, height: 900 },
    extraPrefsFirefox: WORKER_ENDS_SOON,
  });
}

/** Has `open` ask for files, and chooses these. Firefox, driven, dismisses its own dialog, which the
 *  page rightly takes for a no: so the page's input is filled before the dialog opens. */
export async function chooseFiles(
  page: Page,
  open: () => Promise<void>,
  paths: readonly string[],
): Promise<void> {
  await page.evaluate(() => {
    HTMLInputElement.prototype.click = function attach(this: HTMLInputElement) {
      this.id = 'asked-for-files';
      this.hidden = true;
      document.body.append(this);
    };
  });
  await open();
  const input = await until(page, 'input#asked-for-files');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
}
