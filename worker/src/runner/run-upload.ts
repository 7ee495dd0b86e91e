// Takes one upload as far as it goes: does what the engine says and tells it what came of it.

import type { Command } from '../engine/upload.ts';
import type { UploadRow } from '../local/rows.ts';
import { completeUpload } from './complete-upload.ts';
import { hashChunks } from './hash-chunks.ts';
import { type DoDeed, type Drain, mayGoOn } from './lane.ts';
import { openUpload } from './open-upload.ts';
import type { Picked } from './recorder.ts';
import { resyncUpload } from './resync-upload.ts';
import { sendChunks } from './send-chunks.ts';

const DEEDS: Record<Exclude<Command, 'rest' | 'discard'>, DoDeed> = {
  open: openUpload,
  resync: resyncUpload,
  hash: hashChunks,
  send: sendChunks,
  complete: completeUpload,
};

/** Gives whether it got anywhere. */
export async function runUpload(drain: Drain, picked: Picked): Promise<boolean> {
  const hand = drain.recorder.take(picked);
  try {
    let commands = drain.recorder.note(hand, { type: 'wake' });
    for (;;) {
      const [command] = commands;
      if (command === undefined || command === 'rest' || command === 'discard') break;
      if (!mayGoOn(drain, hand)) break;
      commands = await DEEDS[command](drain, hand);
    }
    return hasMoved(picked.upload, hand.upload);
  } finally {
    drain.recorder.release(hand);
  }
}

function hasMoved(before: UploadRow, after: UploadRow): boolean {
  const isSameState = before.state === after.state && before.session === after.session;
  return !isSameState || after.ackedChunks > before.ackedChunks || after.retryAt > before.retryAt;
}
