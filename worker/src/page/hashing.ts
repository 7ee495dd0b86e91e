// The page's side of the dedicated worker.

import type { HashWorker, SourceToStage } from '@satchel/shared/hash-worker';
import { type Remote, wrap } from 'comlink';
import { loseSource } from '../local/staged-chunks.ts';

interface Hashing {
  readonly remote: Remote<HashWorker<File>>;
  /** Resolves, if ever, when the worker's script could not be loaded. */
  readonly notLoaded: Promise<typeof NOT_LOADED>;
}

const NOT_LOADED = Symbol('the hash worker was not loaded');

let hashing: Hashing | null = null;

/** Files handed over at a time, so that a folder of 10 000 is not one message. */
const AT_A_TIME = 256;
const LOAD_AGAIN_MS = 2000;

/** Starts the worker that copies and hashes files; before the first file is fine too. */
function startHashing(): Hashing {
  hashing ??= begin();
  return hashing;
}

function begin(): Hashing {
  const worker = new Worker(new URL('../hash.worker.ts', import.meta.url), { type: 'module' });
  const notLoaded = new Promise<typeof NOT_LOADED>((resolve) => {
    worker.addEventListener('error', () => resolve(NOT_LOADED), { once: true });
  });
  return { remote: wrap<HashWorker<File>>(worker), notLoaded };
}

/** Resolves when all are staged, lost or no longer wanted; `onProgress` after each group. */
export async function stageSources(
  sources: readonly SourceToStage<File>[],
  onProgress: () => void,
): Promise<void> {
  for (let first = 0; first < sources.length; first += AT_A_TIME) {
    const some = sources.slice(first, first + AT_A_TIME);
    await stageGroup(some).catch((error: unknown) => giveUp(some, error));
    onProgress();
  }
}

/** Without the network, before the app is kept here whole, the worker may not load at first. What an
 *  earlier try staged is not read again. */
async function stageGroup(sources: readonly SourceToStage<File>[]): Promise<void> {
  for (;;) {
    const { remote, notLoaded } = startHashing();
    const outcome = await Promise.race([remote.stage(sources), notLoaded]);
    if (outcome !== NOT_LOADED) return;
    hashing = null;
    await new Promise((resolve) => setTimeout(resolve, LOAD_AGAIN_MS));
  }
}

/** This browser's storage failed. What is staged whole goes on; the rest has to be chosen again. */
async function giveUp(sources: readonly SourceToStage<File>[], error: unknown): Promise<void> {
  reportError(error);
  for (const { uploadId } of sources) await loseSource(uploadId, 'source-unreadable');
}
