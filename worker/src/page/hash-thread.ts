// Starts the dedicated worker, and notices when it is no longer there.

import type { HashWorker } from '@satchel/shared/hash-worker';
import { type Remote, wrap } from 'comlink';
import { uuidv7 } from 'uuidv7';
import { untilUnheld } from '../local/presence.ts';

export interface HashThread {
  readonly remote: Remote<HashWorker<File>>;
  readonly startedAt: number;
  /** Resolves when no answer can be expected any more: its script was not loaded, or it was ended,
   *  as a browser does that runs out of memory. */
  readonly end: Promise<ThreadEnd>;
}

export type ThreadEnd = typeof NOT_LOADED | typeof ENDED;
export const NOT_LOADED = Symbol('the hash worker was not loaded');
export const ENDED = Symbol('the hash worker ended');

export function startHashThread(): HashThread {
  const worker = new Worker(new URL('../hash.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<HashWorker<File>>(worker);
  const end = endOf(worker, remote).finally(() => worker.terminate());
  return { remote, startedAt: Date.now(), end };
}

function endOf(worker: Worker, remote: Remote<HashWorker<File>>): Promise<ThreadEnd> {
  const name = uuidv7();
  return new Promise((resolve) => {
    let isLoaded = false;
    worker.addEventListener('error', () => resolve(isLoaded ? ENDED : NOT_LOADED), { once: true });
    remote
      .showAlive(name)
      .then(() => {
        isLoaded = true;
        return untilUnheld(name);
      })
      .then(() => resolve(ENDED))
      .catch(reportError);
  });
}
