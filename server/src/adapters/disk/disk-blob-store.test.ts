import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chunkOf, describeBlobStore, isRefusal } from '../../ports/blob-store.contract.ts';
import { DiskBlobStore } from './disk-blob-store.ts';

describeBlobStore('DiskBlobStore', async () => {
  const directory = await temporaryDirectory();
  const store = await DiskBlobStore.open(directory);
  return { store, close: () => store.close().then(() => remove(directory)) };
});

describe('DiskBlobStore', () => {
  let directory: string;
  let opened: DiskBlobStore[];
  beforeEach(async () => {
    directory = await temporaryDirectory();
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    await remove(directory);
  });
  const open = async () => {
    const store = await DiskBlobStore.open(directory);
    opened.push(store);
    return store;
  };

  it('keeps a chunk in a file named by its hash, below its first two digits', async () => {
    const store = await open();
    const { hash, bytes } = chunkOf(10);
    await store.put(hash, bytes);
    expect(await chunkFiles(directory)).toEqual([join(hash.slice(0, 2), hash)]);
  });

  it('still has its chunks after it is opened again', async () => {
    const { hash, bytes } = chunkOf(10);
    await (await open()).put(hash, bytes);
    const again = await open();
    expect(await collect(await again.get(hash))).toEqual(bytes);
  });

  it('removes what a crash left half-written when it is opened', async () => {
    await mkdir(join(directory, 'chunks/incoming'), { recursive: true });
    await writeFile(join(directory, 'chunks/incoming/leftover'), 'half');
    await open();
    expect(await readdir(join(directory, 'chunks/incoming'))).toEqual([]);
  });

  it('replaces what a crash left half-written under the name of a chunk', async () => {
    const { hash, bytes } = chunkOf(1000);
    await open();
    await writeFile(join(directory, 'chunks', hash.slice(0, 2), hash), bytes.subarray(0, 600));
    const store = await open();
    await store.put(hash, bytes);
    expect((await collect(await store.get(hash))).equals(bytes)).toBe(true);
    expect(await chunkFiles(directory)).toEqual([join(hash.slice(0, 2), hash)]);
  });

  it('lets a put that comes after a deletion stand, whatever was under way before', async () => {
    const store = await open();
    const { hash, bytes } = chunkOf(100_000);
    await Promise.all([store.put(hash, bytes), store.delete(hash), store.put(hash, bytes)]);
    expect((await collect(await store.get(hash))).equals(bytes)).toBe(true);
    await Promise.all([store.put(hash, bytes), store.delete(hash)]);
    expect(await chunkFiles(directory)).toEqual([]);
  });

  it('leaves nothing behind a chunk that was stored ten times at once but its one file', async () => {
    const store = await open();
    const { hash, bytes } = chunkOf(1000);
    await Promise.all(Array.from({ length: 10 }, () => store.put(hash, bytes)));
    expect(await chunkFiles(directory)).toEqual([join(hash.slice(0, 2), hash)]);
  });

  it('refuses storage-unavailable, and leaves nothing behind, when a directory is lost', async () => {
    const store = await open();
    const { hash, bytes } = chunkOf(1000);
    await rm(join(directory, 'chunks', hash.slice(0, 2)), { recursive: true });
    await expect(store.put(hash, bytes)).rejects.toSatisfy(isRefusal('storage-unavailable'));
    expect(await chunkFiles(directory)).toEqual([]);
  });

  it('fails its probe when the directory is lost, and keeps the cause for the log', async () => {
    const store = await open();
    await remove(directory);
    await expect(store.probe()).rejects.toMatchObject({
      code: 'storage-unavailable',
      cause: { code: 'ENOENT' },
    });
  });
});

async function temporaryDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'satchel-chunks-'));
}

async function remove(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}

async function chunkFiles(directory: string): Promise<string[]> {
  const entries = await readdir(join(directory, 'chunks'), {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(directory, 'chunks/').length));
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
