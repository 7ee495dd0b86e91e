// Makes the file of an upload whose chunks have all arrived.

import { type DoDeed, rest, settleError } from './lane.ts';

export const completeUpload: DoDeed = async (drain, hand) => {
  const { session, id, generation } = hand.upload;
  if (session === null) return rest();
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
