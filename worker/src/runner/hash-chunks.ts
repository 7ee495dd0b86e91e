// Hashes chunks that were staged without a hash, where nobody else does.

import { chunkLength } from '@satchel/shared/chunk-plan';
import { type DoDeed, rest } from './lane.ts';

const WINDOW_CHUNKS = 8;

export const hashChunks: DoDeed = async (drain, hand) => {
  const { store, digest } = drain.ports;
  const { id, sizeBytes, hashedChunks } = hand.upload;
  const rows = await store.readPendingChunks(id, hashedChunks, WINDOW_CHUNKS);
  let bytes = hand.upload.bytesHashed;
  let commands = rest();
  for (const row of rows) {
    if (hand.stop.signal.aborted || drain.control.isTimeUp()) return rest();
    if (row.hash === null) {
      const content = row.bytes instanceof Blob ? await row.bytes.arrayBuffer() : row.bytes;
      await store.writeChunkHash(id, row.index, await digest(content));
    }
    bytes += chunkLength(sizeBytes, row.index);
    commands = drain.recorder.note(hand, { type: 'hashed', chunks: row.index + 1, bytes });
  }
  return commands;
};
