import { CHUNK_SIZE_BYTES } from './limits.ts';

/** How many chunks `sizeBytes` bytes make. The empty file has none. */
export function chunkCount(sizeBytes: number): number {
  return Math.ceil(sizeBytes / CHUNK_SIZE_BYTES);
}

/** The exact length of chunk `index` of a file of `sizeBytes` bytes. Only the last is shorter. */
export function chunkLength(sizeBytes: number, index: number): number {
  if (index < 0 || index >= chunkCount(sizeBytes)) throw new RangeError('no such chunk');
  return Math.min(CHUNK_SIZE_BYTES, sizeBytes - index * CHUNK_SIZE_BYTES);
}
