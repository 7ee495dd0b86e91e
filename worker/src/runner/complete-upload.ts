// Makes the file of an upload whose chunks have all arrived.

import type { CompleteAnswer } from '@satchel/shared/wire/uploads';
import { isActive } from '../engine/facts.ts';
import type { UploadResult } from '../engine/upload.ts';
import { type DoDeed, type Drain, rest, settleError } from './lane.ts';
import type { Hand } from './recorder.ts';

export const completeUpload: DoDeed = async (drain, hand) => {
  const { session, id, generation } = hand.upload;
  if (session === null) return rest();
  if (!(await isStillWanted(drain, hand))) return rest();
  if (await isBehindAnother(drain, hand)) return rest();
  try {
    const key = `complete-${id}-${generation}`;
    const answer = await drain.ports.uploads.complete(session, key, hand.stop.signal);
    await drain.gate.prove();
    return drain.recorder.note(hand, { type: 'completed', result: resultOf(answer) });
  } catch (error) {
    return settleError(drain, hand, 'complete', error);
  }
};

function resultOf({ fileId, version, conflict, folderId }: CompleteAnswer): UploadResult {
  const result = { fileId, version, isConflictedCopy: conflict !== undefined };
  return folderId === undefined ? result : { ...result, folderId };
}

/** A small file is through in less time than it takes to take it back. */
const SMALL_FILE_MS = 500;

/** The last moment to take an upload back: what is in hand may not know of it yet. */
async function isStillWanted(drain: Drain, hand: Hand): Promise<boolean> {
  const { store, clock } = drain.ports;
  if (hand.onlyChunk !== null && clock.now() - hand.freshAt < SMALL_FILE_MS) return true;
  const row = await store.findUpload(hand.upload.id);
  if (row !== undefined && isActive(row)) return true;
  await drain.recorder.reread(hand);
  return false;
}

/** Of two versions on their way the later one waits, but not for one that is held up itself. */
async function isBehindAnother(drain: Drain, { upload }: Hand): Promise<boolean> {
  if (!upload.after) return false;
  const earlier = await drain.ports.store.findUpload(upload.after);
  return earlier !== undefined && isActive(earlier);
}
