// The page's side of the dedicated worker.

import type { HashWorker, SourceToStage } from '@satchel/shared/hash-worker';
import { type Remote, wrap } from 'comlink';
import { loseSource } from '../local/staged-chunks.ts';

let worker: Remote<HashWorker<File>> | null = null;

/** Files handed over at a time, so that a folder of 10 000 is not one message. */
const AT_A_TIME = 256;

/** Starts the worker that copies and hashes files; before the first file is fine too. */
export function startHashing(): Remote<HashWorker<File>> {
  worker ??= wrap<HashWorker<File>>(
    new Worker(new URL('../hash.worker.ts', import.meta.url), { type: 'module' }),
  );
  return worker;
}

/** Resolves when all are staged, lost or no longer wanted; `onProgress` after each group. */
export async function stageSources(
  sources: readonly SourceToStage<File>[],
  onProgress: () => void,
): Promise<void> {
  const hashing = startHashing();
  for (let first = 0; first < sources.length; first += AT_A_TIME) {
    const some = sources.slice(first, first + AT_A_TIME);
    await hashing.stage(some).catch((error: unknown) => giveUp(some, error));
    onProgress();
  }
}

/** This browser's storage failed. What is staged whole goes on; the rest has to be chosen again. */
async function giveUp(sources: readonly SourceToStage<File>[], error: unknown): Promise<void> {
  reportError(error);
  for (const { uploadId } of sources) await loseSource(uploadId, 'source-unreadable');
}
