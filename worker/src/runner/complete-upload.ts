// Makes the file of an upload whose chunks have all arrived.

import { isActive } from '../engine/facts.ts';
import { type DoDeed, rest, settleError } from './lane.ts';

export const completeUpload: DoDeed = async (drain, hand) => {
  const { session, id, generation } = hand.upload;
  if (session === null) return rest();
  // The last moment to take an upload back; what is in hand may not know of it yet.
  const row = await drain.ports.store.findUpload(id);
  if (row === undefined || !isActive(row)) {
    await drain.recorder.reread(hand);
    return rest();
  }
  try {
    const key = `complete-${id}-${generation}`;
    const answer = await drain.ports.uploads.complete(session, key, hand.stop.signal);
    await drain.gate.prove();
    const { fileId, version } = answer;
    const result = { fileId, version, isConflictedCopy: answer.conflict !== undefined };
    return drain.recorder.note(hand, { type: 'completed', result });
  } catch (error) {
    return settleError(drain, hand, 'complete', error);
  }
};
