// A Chromium with nothing attached but what is asked for. Playwright watches the network of every page
// and worker, which copies what is sent to it, and keeps service workers from ending.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { chromiumArguments, chromiumPath } from '../../../../e2e/support/chromium.ts';
import { CdpPipe } from './cdp-pipe.ts';
import { Page } from './page.ts';

export class Browser {
  readonly cdp: CdpPipe;
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;

  private constructor(process: ChildProcess) {
    this.#process = process;
    this.#ended = once(process, 'exit');
    this.cdp = new CdpPipe(process.stdio[3] as Writable, process.stdio[4] as Readable);
  }

  /** Starts with the profile of a directory, and waits until it answers. */
  static async start(profile: string, more: readonly string[] = []): Promise<Browser> {
    const args = [...chromiumArguments(), '--headless', '--remote-debugging-pipe', ...more];
    const browser = new Browser(
      spawn(chromiumPath(), [...args, `--user-data-dir=${profile}`, 'about:blank'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      }),
    );
    await browser.cdp.send('Browser.getVersion');
    return browser;
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** A new tab, at `url` once it has loaded. */
  async open(url: string): Promise<Page> {
    const { targetId } = await this.cdp.send('Target.createTarget', { url: 'about:blank' });
    const page = await Page.attach(this.cdp, String(targetId));
    await page.go(url);
    return page;
  }

  async close(): Promise<void> {
    // It may end before it answers.
    await this.cdp.send('Browser.close').catch(() => {});
    await this.#ended;
  }

  /** As by kill -9. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}
