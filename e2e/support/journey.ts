import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuiltServer, startBuiltServer } from './built-server.ts';
import { test as base } from './with-samples.ts';

/** A journey through the built app. Each of Playwright's workers has a server of its own, with a data
 *  directory that goes with it: journeys that run at once do not share what a server limits. */
export const test = base.extend<object, { readonly app: BuiltServer }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const directory = await mkdtemp(join(tmpdir(), 'satchel-e2e-'));
      const app = await startBuiltServer(directory);
      await use(app);
      await app.stop();
      await rm(directory, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
});
