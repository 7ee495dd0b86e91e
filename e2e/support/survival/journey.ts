import { test as base } from '../journey.ts';
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

/** A journey in which anything may be killed. The server is the same for all, the browser is new. */
export const test = base.extend<{ world: World }, { machines: Machines }>({
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
  world: async ({ machines, samples }, use) => {
    machines.proxy.reset();
    const browser = await KillableBrowser.start(machines.proxy.url);
    await use({ ...machines, browser, samples });
    await browser.remove();
    await machines.server.startAgain();
  },
});
