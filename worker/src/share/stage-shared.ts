// Copies shared files into chunk rows, in the service worker. It has no worker of its own to hash
// in and is to answer soon: only what is one chunk is hashed here, the rest when it is sent.

import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import type { Digest } from '../digest/digest.ts';
import { putStagedParts, type StagedPart } from '../local/staged-chunks.ts';

const CHUNKS_AT_A_TIME = 16;

/** Throws the database's quota error when this browser has no room. */
export async function stageShared(
  digest: Digest,
  { uploadId, source }: { readonly uploadId: string; readonly source: Blob },
): Promise<void> {
  if (source.size === 0) return;
  if (source.size <= CHUNK_SIZE_BYTES) {
    const hash = await digest(await source.arrayBuffer());
    await putStagedParts([{ uploadId, firstIndex: 0, chunks: [{ hash, bytes: source }] }]);
    return;
  }
  let part = nextPart(uploadId, source, 0);
  while (part.chunks.length > 0) {
    const wanted = await putStagedParts([part]);
    if (!wanted.has(uploadId)) return;
    part = nextPart(uploadId, source, part.firstIndex + part.chunks.length);
  }
}

function nextPart(uploadId: string, source: Blob, firstIndex: number): StagedPart {
  const chunks: { hash: null; bytes: Blob }[] = [];
  for (let i = 0; i < CHUNKS_AT_A_TIME; i++) {
    const start = (firstIndex + i) * CHUNK_SIZE_BYTES;
    if (start >= source.size) break;
    chunks.push({ hash: null, bytes: source.slice(start, start + CHUNK_SIZE_BYTES) });
  }
  return { uploadId, firstIndex, chunks };
}
