import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../chromium.ts';

/** A sync that failed is tried again after seconds, not after five minutes. */
const SYNC_RETRIES_SOON = [
  '--force-fieldtrials=BackgroundSync/Soon/',
  '--force-fieldtrial-params=BackgroundSync.Soon:initial_retry_delay_sec/2/retry_delay_factor/1/min_recovery_time_sec/2',
];

/** A name that is this machine, but that a browser does not trust as it trusts 127.0.0.1: no service
 *  worker, no Web Locks, no WebCrypto. As on `http://192.168.…`. */
export const INSECURE_HOST = 'satchel.test';
const KNOWS_INSECURE_HOST = `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`;

/** A Chromium with a profile of its own that outlives it. */
export class KillableBrowser {
  readonly #profile: string;
  readonly #baseURL: string;
  #running: BrowserContext | null = null;

  private constructor(profile: string, baseURL: string) {
    this.#profile = profile;
    this.#baseURL = baseURL;
  }

  static async start(baseURL: string): Promise<KillableBrowser> {
    const profile = await mkdtemp(join(tmpdir(), 'satchel-profile-'));
    const browser = new KillableBrowser(profile, baseURL);
    await browser.startAgain();
    return browser;
  }

  get context(): BrowserContext {
    if (this.#running === null) throw new Error('the browser is not running');
    return this.#running;
  }

  /** On the profile as it was left. */
  async startAgain(): Promise<void> {
    this.#running ??= await chromium.launchPersistentContext(this.#profile, {
      executablePath: chromiumPath(),
      args: [...chromiumArguments(), ...SYNC_RETRIES_SOON, KNOWS_INSECURE_HOST],
      baseURL: this.#baseURL,
      viewport: { width: 1440, height: 900 },
    });
  }

  /** A new tab that shows the files, or the sign-in; the service worker is there, where there is any. */
  async openTab(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto('/files');
    await page.evaluate(() => isSecureContext && navigator.serviceWorker.ready.then(() => true));
    return page;
  }

  /** Closes every tab but an empty one: a browser ends with its last, and with none at all it begins
   *  no fetch in the background. */
  async closeTabs(): Promise<Page> {
    const tabs = this.context.pages();
    const empty = await this.context.newPage();
    for (const tab of tabs) await tab.close();
    return empty;
  }

  /** Closes it in order, as a person does. */
  async quit(): Promise<void> {
    await this.#running?.close();
    this.#running = null;
  }

  /** Ends all of its processes without warning. */
  async kill9(): Promise<void> {
    const session = await this.context.browser()?.newBrowserCDPSession();
    const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
    const gone = this.context.waitForEvent('close');
    for (const { id } of processInfo) kill(id);
    await gone;
    this.#running = null;
  }

  async remove(): Promise<void> {
    await this.quit();
    await rm(this.#profile, { recursive: true, force: true });
  }
}

/** The browser's own end takes others along before their turn comes. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
