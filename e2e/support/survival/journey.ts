import { test as base } from '../with-samples.ts';
import { FaultProxy } from './fault-proxy.ts';
import { KillableBrowser } from './killable-browser.ts';
import { KillableServer } from './killable-server.ts';

interface Machines {
  readonly server: KillableServer;
  readonly proxy: FaultProxy;
}

/** All that may be killed, and the line between. */
export interface World extends Machines {
  readonly browser: KillableBrowser;
  /** A directory on this machine for what is uploaded. */
  readonly samples: string;
}

interface Options {
  /** The name under which the browser knows the server. */
  readonly host: string;
}

/** A journey in which anything may be killed. The server is the same for all, the browser is new. */
export const test = base.extend<{ world: World } & Options, { machines: Machines }>({
  machines: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const server = await KillableServer.start();
      const proxy = await FaultProxy.listen(server.url);
      await use({ server, proxy });
      await proxy.close();
      await server.remove();
    },
    { scope: 'worker' },
  ],
  host: ['127.0.0.1', { option: true }],
  world: async ({ machines, samples, host }, use) => {
    machines.proxy.reset();
    const url = new URL(machines.proxy.url);
    url.hostname = host;
    const browser = await KillableBrowser.start(url.origin);
    await use({ ...machines, browser, samples });
    await browser.remove();
    await machines.server.startAgain();
  },
});
