// Asks what the server has of an upload, and counts as arrived whatever it has.

import { chunkCount, chunkLength } from '@satchel/shared/chunk-plan';
import type { UploadAnswer } from '@satchel/shared/wire/uploads';
import type { Command } from '../engine/upload.ts';
import { type DoDeed, type Drain, isStillTheirs, rest, settleError } from './lane.ts';
import type { Hand } from './recorder.ts';

export const resyncUpload: DoDeed = async (drain, hand) => {
  const { session, stagedChunks } = hand.upload;
  if (session === null) return ['open'];
  if (!(await isStillTheirs(drain))) return rest();
  try {
    const pending = await drain.ports.store.readPendingIndexes(hand.upload.id);
    const status = await drain.ports.uploads.status(session, hand.stop.signal);
    await drain.gate.prove();
    return reconcile(drain, hand, pending, stagedChunks, status);
  } catch (error) {
    return settleError(drain, hand, 'resync', error);
  }
};

function reconcile(
  drain: Drain,
  hand: Hand,
  pending: readonly number[],
  stagedChunks: number,
  status: UploadAnswer,
): readonly Command[] {
  const needed = new Set(status.status === 'completed' ? [] : status.needed);
  const here = new Set(pending);
  const isLost = [...needed].some((index) => index < stagedChunks && !here.has(index));
  if (isLost) return drain.recorder.note(hand, { type: 'session-lost' });
  return noteAcked(
    drain,
    hand,
    pending.filter((index) => !needed.has(index)),
    false,
  );
}

/** Counts chunks as arrived. */
export function noteAcked(
  drain: Drain,
  hand: Hand,
  chunks: readonly number[],
  isExisting: boolean,
): readonly Command[] {
  const { sizeBytes } = hand.upload;
  const bytes = chunks.reduce((sum, index) => sum + chunkLength(sizeBytes, index), 0);
  const at = drain.ports.clock.now();
  const event = { type: 'acked', chunks: chunks.length, bytes, isExisting, at } as const;
  return drain.recorder.note(hand, event, chunks);
}

/** Files of a single, small chunk are sent without asking: the question costs as much. */
export function isWorthChecking(sizeBytes: number): boolean {
  return chunkCount(sizeBytes) > 1 || sizeBytes > WORTH_CHECKING_BYTES;
}

const WORTH_CHECKING_BYTES = 256 * 1024;
