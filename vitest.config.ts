import { defineConfig } from 'vitest/config';

// A process and all modules anew for each of some 250 files took as long again as many of the tests.
// So test files share a process, and put back what they change of globals.
const node = (name: string, more: object = {}) => ({
  test: { name, root: `./${name}`, include: ['**/*.test.ts'], isolate: false, ...more },
});

const FRESH_MODULES = '../worker/test/fresh-modules.ts';

export default defineConfig({
  test: {
    // By default one processor is left idle, which on a machine with two is half of it.
    maxWorkers: '100%',
    projects: [
      node('shared'),
      node('server', { globalSetup: './test/postgres-for-tests.ts', testTimeout: 60_000 }),
      // Each file is a browser of its own, with IndexedDB in memory.
      node('worker', { setupFiles: ['./test/fake-indexeddb.ts', FRESH_MODULES] }),
      node('web', { include: ['src/**/*.test.{ts,tsx}'], setupFiles: FRESH_MODULES }),
      node('bench'),
      node('scripts', { include: ['**/*.test.mjs'] }),
    ],
  },
});
