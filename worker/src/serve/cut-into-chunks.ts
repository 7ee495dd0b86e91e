import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';

/** The bytes of a stream in chunks, each but the last as large as a chunk is. */
export async function* cutIntoChunks(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const reader = stream.getReader();
  let chunk = new Uint8Array(CHUNK_SIZE_BYTES);
  let filled = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (let rest = part.value; rest.byteLength > 0; ) {
      const taken = rest.subarray(0, CHUNK_SIZE_BYTES - filled);
      chunk.set(taken, filled);
      filled += taken.byteLength;
      rest = rest.subarray(taken.byteLength);
      if (filled < CHUNK_SIZE_BYTES) continue;
      yield chunk;
      chunk = new Uint8Array(CHUNK_SIZE_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield chunk.slice(0, filled);
}
