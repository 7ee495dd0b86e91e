// The runner's ports in the app: Dexie, fetch and the clock.

import type { Digest } from '../digest/digest.ts';
import * as abandoned from '../local/abandoned.ts';
import { findSignedIn, recordSessionEnded } from '../local/account.ts';
import { recordConnection } from '../local/connection.ts';
import { readFoldersToCome } from '../local/outbox.ts';
import { readTransferLimits } from '../local/transfer-limits.ts';
import { freeSignedIn } from '../local/upload-queue.ts';
import { findUpload, hasWork } from '../local/uploads.ts';
import * as work from '../local/work.ts';
import type { Api } from '../net/api.ts';
import { isMetered } from '../net/metered.ts';
import type { Arrival, Clock, QueueStore, RunnerPorts } from './ports.ts';

const dexieStore: QueueStore = {
  ...work,
  ...abandoned,
  recordSessionEnded,
  recordConnection,
  readTransferLimits,
  freeSignedIn,
  readFoldersToCome,
  findUpload,
  hasWork,
  findSignedIn,
};

export const realClock: Clock = {
  now: Date.now,
  random: Math.random,
  async sleep(ms, signal) {
    if (signal?.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      signal?.addEventListener('abort', wake);
    });
  },
};

export function realPorts(
  api: Api,
  digest: Digest,
  onArrivals: (arrivals: readonly Arrival[]) => void,
): RunnerPorts {
  const { uploads } = api;
  return { store: dexieStore, uploads, clock: realClock, digest, isMetered, onArrivals };
}
