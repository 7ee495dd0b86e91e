// Copies one large file into chunk rows, hashing as it goes.

import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import type { Digest } from '../digest/digest.ts';
import { PartWriter, type WritingDeps } from './part-writer.ts';
import { readChunks } from './read-chunks.ts';

export interface StagingDeps extends WritingDeps {
  readonly digest: Digest;
}

/** Ends early when the upload is no longer wanted. Throws when the file can't be read. */
export async function stageFile(
  deps: StagingDeps,
  uploadId: string,
  file: Blob,
  firstChunk: number,
): Promise<void> {
  const writer = new PartWriter(deps, uploadId, firstChunk);
  let start = firstChunk * CHUNK_SIZE_BYTES;
  for await (const chunk of readChunks(file, firstChunk)) {
    const hash = await deps.digest(chunk);
    const end = start + chunk.byteLength;
    // The row gets a slice of the file, not the bytes that were hashed: the browser copies a slice
    // without bringing it into memory. If the file changed in between, either that copy fails, or
    // the server's own digest refuses the chunk.
    await writer.add({ hash, bytes: file.slice(start, end) });
    if (!writer.isWanted) return;
    start = end;
  }
  await writer.finish();
}
