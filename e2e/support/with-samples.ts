import { test as base } from '@playwright/test';
import { sampleDirectory } from './sample-files.ts';

/** A journey that moves files: `samples` is a directory of its own on this machine, removed after. */
export const test = base.extend<{ readonly samples: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  samples: async ({}, use) => {
    const { path, remove } = await sampleDirectory();
    await use(path);
    await remove();
  },
});
