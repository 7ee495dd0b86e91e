// Reads a blob from its beginning to its end, one window ahead of whoever uses the bytes.

/** 16 MiB reads go faster than 4 MiB ones (field measurement: 252–348 against 202–250 MiB/s). */
const WINDOW_BYTES = 16 * 1024 * 1024;

export interface Window {
  readonly start: number;
  readonly bytes: ArrayBuffer;
}

export async function* readAhead(
  blob: Blob,
  firstByte: number,
  windowBytes = WINDOW_BYTES,
): AsyncGenerator<Window> {
  let next = read(blob, firstByte, windowBytes);
  for (let start = firstByte; start < blob.size; start += windowBytes) {
    const bytes = await next;
    next = read(blob, start + windowBytes, windowBytes);
    // Awaited in the next round. Should nobody come for it, its failure concerns nobody.
    next.catch(() => {});
    yield { start, bytes };
  }
}

async function read(blob: Blob, start: number, length: number): Promise<ArrayBuffer> {
  if (start >= blob.size) return new ArrayBuffer(0);
  return blob.slice(start, start + length).arrayBuffer();
}
