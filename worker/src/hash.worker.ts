// The dedicated worker: reads files, hashes them and copies them into this browser's storage.

import type { HashWorker } from '@satchel/shared/hash-worker';
import { expose } from 'comlink';
import { bestDigest } from './digest/best-digest.ts';
import { holdWhileAlive } from './local/presence.ts';
import { stage } from './staging/stage.ts';
import { storeParts } from './staging/store-parts.ts';

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const worker: HashWorker<File> = {
  showAlive: holdWhileAlive,
  async stage(sources) {
    const store = (parts: Parameters<typeof storeParts>[0]) => storeParts(parts, sleep);
    await stage({ digest: await bestDigest(), now: Date.now, store }, sources);
  },
};
expose(worker);
