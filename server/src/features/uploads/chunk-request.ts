// What the headers of a chunk must say before a byte of it is read. Pure.
import { chunkCount, chunkLength } from '@satchel/shared/chunk-plan';
import { isSha256Hex } from '@satchel/shared/content-hash';
import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { refuse, refuseField } from '../../lib/refuse.ts';

export interface ChunkHeaders {
  readonly contentType: string | undefined;
  readonly contentLength: string | undefined;
  readonly chunkHash: string | undefined;
}

export interface ChunkRequest {
  readonly hash: string;
  readonly sizeBytes: number;
}

/** Checks chunk `index` of a file of `fileSizeBytes` by its headers. Refuses, in this order,
 *  `invalid-request` (no such index, no hash), `unsupported-media-type`, `length-required`,
 *  `chunk-too-large`, `wrong-size`. */
export function checkChunkRequest(
  fileSizeBytes: number,
  index: number,
  headers: ChunkHeaders,
): ChunkRequest {
  demandIndex(fileSizeBytes, index);
  const hash = demandHash(headers.chunkHash);
  demandOctets(headers.contentType);
  const sizeBytes = demandLength(headers.contentLength);
  if (sizeBytes !== chunkLength(fileSizeBytes, index)) refuseSize(fileSizeBytes, index);
  return { hash, sizeBytes };
}

function demandIndex(fileSizeBytes: number, index: number): void {
  const count = chunkCount(fileSizeBytes);
  if (index >= count) refuseField('index', `must be below ${count}, the number of chunks`);
}

function demandHash(written: string | undefined): string {
  if (written !== undefined && isSha256Hex(written)) return written;
  return refuseField('X-Chunk-Hash', 'must be the SHA-256 of the chunk in lower-case hex');
}

function demandOctets(written: string | undefined): void {
  const mediaType = written?.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/octet-stream') {
    refuse('unsupported-media-type', { detail: 'A chunk is sent as application/octet-stream.' });
  }
}

function demandLength(written: string | undefined): number {
  if (written === undefined) refuse('length-required', { detail: 'Send a Content-Length.' });
  const sizeBytes = Number(written);
  if (sizeBytes > CHUNK_SIZE_BYTES) {
    refuse('chunk-too-large', { detail: `A chunk has at most ${CHUNK_SIZE_BYTES} bytes.` });
  }
  return sizeBytes;
}

function refuseSize(fileSizeBytes: number, index: number): never {
  const expected = chunkLength(fileSizeBytes, index);
  return refuse('wrong-size', { detail: `Chunk ${index} of this file has ${expected} bytes.` });
}
