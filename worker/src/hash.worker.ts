// The dedicated worker: reads files, hashes them and copies them into this browser's storage.

import type { HashWorker } from '@satchel/shared/hash-worker';
import { expose } from 'comlink';
import { bestDigest } from './digest/best-digest.ts';
import { holdWhileAlive } from './local/presence.ts';
import { stage } from './staging/stage.ts';
import type { StagingDeps } from './staging/stage-file.ts';
import { browserRoom, storeParts } from './staging/store-parts.ts';

const worker: HashWorker<File> = {
  showAlive: holdWhileAlive,
  async stage(sources) {
    const store: StagingDeps['store'] = (parts) => storeParts(browserRoom, parts);
    await stage({ digest: await bestDigest(), now: Date.now, store }, sources);
  },
};
expose(worker);
