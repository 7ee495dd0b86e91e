// Hashes chunks that were staged without a hash, where nobody else does.

import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import type { Command } from '../engine/upload.ts';
import type { ChunkRow } from '../local/rows.ts';
import { type DoDeed, type Drain, mayGoOn, rest } from './lane.ts';
import type { Hand } from './recorder.ts';

const WINDOW_CHUNKS = 8;

/** From the first chunk that is still here on. What is no longer here was sent, so it had its hash:
 *  up to the next one that is here everything is hashed. */
export const hashChunks: DoDeed = async (drain, hand) => {
  const { id, stagedChunks } = hand.upload;
  const rows = await drain.ports.store.readPendingChunks(id, 0, WINDOW_CHUNKS + 1);
  let commands = noteHashed(drain, hand, rows[0]?.index ?? stagedChunks);
  for (const [i, row] of rows.slice(0, WINDOW_CHUNKS).entries()) {
    if (!mayGoOn(drain, hand)) return rest();
    if (row.hash === null) await hashChunk(drain, row);
    commands = noteHashed(drain, hand, rows[i + 1]?.index ?? stagedChunks);
  }
  return commands;
};

async function hashChunk({ ports }: Drain, row: ChunkRow): Promise<void> {
  const content = row.bytes instanceof Blob ? await row.bytes.arrayBuffer() : row.bytes;
  await ports.store.writeChunkHash(row.uploadId, row.index, await ports.digest(content));
}

function noteHashed(drain: Drain, hand: Hand, chunks: number): readonly Command[] {
  const bytes = Math.min(chunks * CHUNK_SIZE_BYTES, hand.upload.sizeBytes);
  return drain.recorder.note(hand, { type: 'hashed', chunks, bytes });
}
