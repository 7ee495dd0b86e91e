// Copies one large file into chunk rows, hashing as it goes.

import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import type { Digest } from '../digest/digest.ts';
import type { StagedPart } from '../local/staged-chunks.ts';
import { readAhead, type Window } from './read-ahead.ts';

/** Rows are written at most this often for one file: each write wakes every screen. */
const WRITE_EVERY_MS = 250;

export interface StagingDeps {
  readonly digest: Digest;
  readonly now: () => number;
  /** Gives the ids whose next part is still wanted. */
  readonly store: (parts: readonly StagedPart[]) => Promise<Set<string>>;
}

type Chunks = StagedPart['chunks'][number][];

/** Ends early when the upload is no longer wanted. Throws when the file can't be read. */
export async function stageFile(
  deps: StagingDeps,
  uploadId: string,
  file: Blob,
  firstChunk: number,
): Promise<void> {
  let firstIndex = firstChunk;
  let waiting: Chunks = [];
  let writtenAt = Number.NEGATIVE_INFINITY;
  for await (const window of readAhead(file, firstChunk * CHUNK_SIZE_BYTES)) {
    waiting.push(...(await hashWindow(deps.digest, file, window)));
    const isLast = window.start + window.bytes.byteLength >= file.size;
    if (!isLast && deps.now() - writtenAt < WRITE_EVERY_MS) continue;
    const wanted = await deps.store([{ uploadId, firstIndex, chunks: waiting }]);
    if (!wanted.has(uploadId)) return;
    firstIndex += waiting.length;
    waiting = [];
    writtenAt = deps.now();
  }
}

// The row gets a slice of the file, not the bytes that were hashed: the browser copies a slice
// without bringing it into memory. If the file changed in between, either that copy fails, or the
// server's own digest refuses the chunk.
async function hashWindow(digest: Digest, file: Blob, window: Window): Promise<Chunks> {
  const chunks: Chunks = [];
  for (let at = 0; at < window.bytes.byteLength; at += CHUNK_SIZE_BYTES) {
    const length = Math.min(CHUNK_SIZE_BYTES, window.bytes.byteLength - at);
    const hash = await digest(new Uint8Array(window.bytes, at, length));
    const start = window.start + at;
    chunks.push({ hash, bytes: file.slice(start, start + length) });
  }
  return chunks;
}
