// Reads a file chunk by chunk, from some chunk to its end.

import { chunkLength } from '@satchel/shared/chunk-plan';
import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';

/** The bytes of a chunk are good until the next one is asked for: all are read into the same memory.
 *  Fresh memory for each costs the processor as much as hashing it does. */
export async function* readChunks(
  file: Blob,
  firstChunk: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const rest = file.slice(firstChunk * CHUNK_SIZE_BYTES);
  const reader = openReader(rest);
  if (reader === null) {
    yield* readSlices(rest);
    return;
  }
  try {
    let memory = new ArrayBuffer(Math.min(CHUNK_SIZE_BYTES, rest.size));
    for (let start = 0; start < rest.size; start += CHUNK_SIZE_BYTES) {
      const bytes = await fill(reader, memory, chunkLength(rest.size, start / CHUNK_SIZE_BYTES));
      memory = bytes.buffer;
      yield bytes;
    }
  } finally {
    // Nothing more is wanted of it, whatever it answers.
    reader.cancel().catch(() => {});
  }
}

/** Null where a stream can't be read into memory of one's own. */
function openReader(blob: Blob): ReadableStreamBYOBReader | null {
  try {
    return blob.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}

async function fill(
  reader: ReadableStreamBYOBReader,
  memory: ArrayBuffer,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  let buffer = memory;
  for (let filled = 0; filled < length; ) {
    const { value, done } = await reader.read(new Uint8Array(buffer, filled, length - filled));
    if (done || value === undefined) throw new Error('the file ended before its size');
    buffer = value.buffer;
    filled += value.byteLength;
  }
  return new Uint8Array(buffer, 0, length);
}

async function* readSlices(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < blob.size; start += CHUNK_SIZE_BYTES) {
    yield new Uint8Array(await blob.slice(start, start + CHUNK_SIZE_BYTES).arrayBuffer());
  }
}
