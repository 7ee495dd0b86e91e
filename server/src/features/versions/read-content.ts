import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { refuse } from '../../lib/refuse.ts';
import type { Queryable } from '../../lib/tx.ts';
import type { BlobStore, ByteRange } from '../../ports/blob-store.ts';
import { findContentChunks } from './content-rows.ts';
import { type Piece, readPieces } from './read-pieces.ts';

// Chunks are looked up a gigabyte at a time, so a file of any size takes the same memory.
const CHUNKS_PER_LOOK_UP = 256;

/** The bytes of a content from `start` to `end`, both inclusive, as they are asked for. Ending the
 *  iteration ends the reading. */
export function readContent(
  deps: { readonly db: Queryable; readonly blobs: BlobStore },
  contentId: string,
  range: ByteRange,
): AsyncGenerator<Uint8Array, void> {
  return readPieces(deps.blobs, findPieces(deps.db, contentId, range));
}

async function* findPieces(
  db: Queryable,
  contentId: string,
  range: ByteRange,
): AsyncGenerator<Piece, void> {
  const last = Math.floor(range.end / CHUNK_SIZE_BYTES);
  let index = Math.floor(range.start / CHUNK_SIZE_BYTES);
  while (index <= last) {
    const limit = Math.min(CHUNKS_PER_LOOK_UP, last - index + 1);
    const chunks = await findContentChunks(db, contentId, index, limit);
    // Purged since the download began.
    if (chunks.length < limit) refuse('not-found');
    for (const chunk of chunks) {
      yield pieceOf(chunk, index * CHUNK_SIZE_BYTES, range);
      index += 1;
    }
  }
}

/** The part of a chunk that is within a range of the file; the chunk begins at `offset`. */
function pieceOf(
  chunk: { readonly hash: string; readonly size: number },
  offset: number,
  range: ByteRange,
): Piece {
  const start = Math.max(0, range.start - offset);
  const end = Math.min(chunk.size - 1, range.end - offset);
  const isWhole = start === 0 && end === chunk.size - 1;
  return {
    hash: chunk.hash,
    size: end - start + 1,
    ...(isWhole ? {} : { range: { start, end } }),
  };
}
