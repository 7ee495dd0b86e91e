import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { describe, expect, it } from 'vitest';
import { cutIntoChunks } from './cut-into-chunks.ts';

function streamOf(...sizes: number[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const [n, size] of sizes.entries()) {
        controller.enqueue(new Uint8Array(size).fill(n + 1));
      }
      controller.close();
    },
  });
}

async function sizesOf(stream: ReadableStream<Uint8Array>): Promise<number[]> {
  const sizes: number[] = [];
  for await (const chunk of cutIntoChunks(stream)) sizes.push(chunk.byteLength);
  return sizes;
}

describe('cutting a stream into chunks', () => {
  it('fills each but the last, however the bytes come', async () => {
    const [c, third] = [CHUNK_SIZE_BYTES, Math.floor(CHUNK_SIZE_BYTES / 3)];
    expect(await sizesOf(streamOf())).toEqual([]);
    expect(await sizesOf(streamOf(c))).toEqual([c]);
    expect(await sizesOf(streamOf(third, third, third, third))).toEqual([c, 4 * third - c]);
    expect(await sizesOf(streamOf(2 * c + 5))).toEqual([c, c, 5]);
  });

  it('keeps the order of the bytes', async () => {
    const chunks = [];
    for await (const chunk of cutIntoChunks(streamOf(3, 2))) chunks.push(...chunk);
    expect(chunks).toEqual([1, 1, 1, 2, 2]);
  });
});
