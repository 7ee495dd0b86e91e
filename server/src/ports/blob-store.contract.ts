import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../lib/refuse.ts';
import type { BlobStore } from './blob-store.ts';

interface StoreUnderTest {
  readonly store: BlobStore;
  close(): Promise<void>;
}

/** What every adapter of `BlobStore` does, run against each of them. */
export function describeBlobStore(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the contract of BlobStore`, () => {
    let made: StoreUnderTest;
    let store: BlobStore;
    beforeEach(async () => {
      made = await make();
      store = made.store;
    });
    afterEach(() => made.close());

    it('gives back exactly the bytes it was given', async () => {
      const { hash, bytes } = chunkOf(4 * 1024 * 1024);
      await store.put(hash, bytes);
      expect(bytes.equals(await read(store, hash))).toBe(true);
    });

    it('keeps the bytes as they were when they were put, whatever becomes of the buffer', async () => {
      const { hash, bytes } = chunkOf(1000);
      const buffer = Buffer.from(bytes);
      await store.put(hash, buffer);
      buffer.fill(0);
      expect(bytes.equals(await read(store, hash))).toBe(true);
    });

    it('keeps a view of a larger buffer as that view alone', async () => {
      const pool = randomBytes(3000);
      const view = pool.subarray(1000, 1500);
      await store.put(sha256(view), view);
      expect(view.equals(await read(store, sha256(view)))).toBe(true);
    });

    it.each([
      [0, 0],
      [0, 99],
      [10, 19],
      [99, 99],
    ])('gives the range from %i to %i, both inclusive', async (start, end) => {
      const { hash, bytes } = chunkOf(100);
      await store.put(hash, bytes);
      expect(bytes.subarray(start, end + 1).equals(await read(store, hash, start, end))).toBe(true);
    });

    it('takes the same digest again, one after the other and at the same time', async () => {
      const { hash, bytes } = chunkOf(100_000);
      await store.put(hash, bytes);
      await Promise.all(Array.from({ length: 10 }, () => store.put(hash, bytes)));
      expect(bytes.equals(await read(store, hash))).toBe(true);
    });

    it('takes many digests at the same time', async () => {
      const chunks = Array.from({ length: 40 }, () => chunkOf(50_000));
      await Promise.all(chunks.map(({ hash, bytes }) => store.put(hash, bytes)));
      for (const { hash, bytes } of chunks)
        expect(bytes.equals(await read(store, hash))).toBe(true);
    });

    it('can be read while the same digest is put again', async () => {
      const { hash, bytes } = chunkOf(1024 * 1024);
      await store.put(hash, bytes);
      const [seen] = await Promise.all([read(store, hash), store.put(hash, bytes)]);
      expect(bytes.equals(seen)).toBe(true);
    });

    it('refuses storage-unavailable for what is not there', async () => {
      await expect(store.get(chunkOf(1).hash)).rejects.toSatisfy(isRefusal('storage-unavailable'));
    });

    it('forgets what is deleted, and takes it again afterwards', async () => {
      const { hash, bytes } = chunkOf(100);
      await store.put(hash, bytes);
      await store.delete(hash);
      await expect(store.get(hash)).rejects.toSatisfy(isRefusal('storage-unavailable'));
      await store.put(hash, bytes);
      expect(bytes.equals(await read(store, hash))).toBe(true);
    });

    it('deletes what is not there without complaint', async () => {
      await expect(store.delete(chunkOf(1).hash)).resolves.toBeUndefined();
    });

    it('answers a probe', async () => {
      await expect(store.probe()).resolves.toBeUndefined();
    });
  });
}

export function isRefusal(code: string): (thrown: unknown) => boolean {
  return (thrown) => thrown instanceof Refusal && thrown.code === code;
}

export function chunkOf(sizeBytes: number): { readonly hash: string; readonly bytes: Buffer } {
  const bytes = randomBytes(sizeBytes);
  return { hash: sha256(bytes), bytes };
}

async function read(store: BlobStore, hash: string, start?: number, end?: number): Promise<Buffer> {
  const range = start === undefined || end === undefined ? undefined : { start, end };
  const pieces: Uint8Array[] = [];
  for await (const piece of await store.get(hash, range)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
