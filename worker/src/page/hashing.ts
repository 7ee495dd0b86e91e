// The page's side of the dedicated worker.

import type { SourceToStage } from '@satchel/shared/hash-worker';
import { loseSource } from '../local/staged-chunks.ts';
import { type HashThread, NOT_LOADED, startHashThread } from './hash-thread.ts';

let current: HashThread | null = null;

/** Files handed over at a time, so that a folder of 10 000 is not one message. */
const AT_A_TIME = 256;
const LOAD_AGAIN_MS = 2000;
/** A worker that lived longer did not end at once on what it was given. */
const LONG_LIFE_MS = 60_000;
const MOST_SHORT_LIVES = 3;

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

/** Without the network, before the app is kept here whole, the worker may not load at first; and it
 *  may be ended while it works. Then another one goes on behind what is staged. */
async function stageGroup(sources: readonly SourceToStage<File>[]): Promise<void> {
  for (let shortLives = 0; shortLives < MOST_SHORT_LIVES; ) {
    current ??= startHashThread();
    const thread = current;
    const end = await Promise.race([thread.remote.stage(sources), thread.end]);
    if (end === undefined) return;
    if (current === thread) current = null;
    if (end === NOT_LOADED) await new Promise((resolve) => setTimeout(resolve, LOAD_AGAIN_MS));
    else if (Date.now() - thread.startedAt < LONG_LIFE_MS) shortLives++;
  }
  throw new Error('the hash worker ended again and again');
}

/** This browser's storage failed. What is staged whole goes on; the rest has to be chosen again. */
async function giveUp(sources: readonly SourceToStage<File>[], error: unknown): Promise<void> {
  reportError(error);
  for (const { uploadId } of sources) await loseSource(uploadId, 'source-unreadable');
}
