import { createHash } from 'node:crypto';
import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { describe, expect, it } from 'vitest';
import { subtleDigest } from '../digest/subtle-digest.ts';
import type { StagedPart } from '../local/staged-part.ts';
import { readChunks } from './read-chunks.ts';
import { stageFile } from './stage-file.ts';
import { batches, stageSmallFiles } from './stage-small-files.ts';
import { isQuotaError } from './store-parts.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const someBytes = (length: number) => {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i += 977) bytes[i] = i % 251;
  return bytes;
};

const staging = (isWanted: (part: StagedPart) => boolean = () => true) => {
  const parts: StagedPart[] = [];
  let now = 0;
  const deps = {
    digest: subtleDigest,
    now: () => now++ * 100,
    store: async (stored: readonly StagedPart[]) => {
      parts.push(...stored);
      return new Set(stored.filter(isWanted).map((part) => part.uploadId));
    },
  };
  return { parts, deps };
};

describe('staging a large file', () => {
  const bytes = someBytes(9 * CHUNK_SIZE_BYTES + 5);
  const file = new Blob([bytes]);

  it('keeps every chunk with its hash, in order and without a gap', async () => {
    const { parts, deps } = staging();
    await stageFile(deps, 'u', file, 0);
    const chunks = parts.flatMap((part) => part.chunks);
    expect(chunks).toHaveLength(10);
    let index = 0;
    for (const part of parts) {
      expect(part.firstIndex).toBe(index);
      index += part.chunks.length;
    }
    for (const [i, chunk] of chunks.entries()) {
      const start = i * CHUNK_SIZE_BYTES;
      expect(chunk.hash).toBe(sha256(bytes.subarray(start, start + CHUNK_SIZE_BYTES)));
      if (!(chunk.bytes instanceof Blob)) throw new Error('a slice is kept');
      expect(chunk.bytes.size).toBe(Math.min(CHUNK_SIZE_BYTES, bytes.length - start));
    }
  });

  it('goes on behind what was staged before', async () => {
    const { parts, deps } = staging();
    await stageFile(deps, 'u', file, 7);
    expect(parts[0]?.firstIndex).toBe(7);
    expect(parts.flatMap((part) => part.chunks)).toHaveLength(3);
  });

  it('ends when it is no longer wanted', async () => {
    const { parts, deps } = staging(() => false);
    await stageFile(deps, 'u', file, 0);
    expect(parts).toHaveLength(1);
  });

  it('writes less often than it reads', async () => {
    const { parts, deps } = staging();
    await stageFile({ ...deps, now: () => 0 }, 'u', file, 0);
    expect(parts).toHaveLength(2);
  });

  it('goes on hashing while a part is being written', async () => {
    const { parts, deps } = staging();
    let open = () => {};
    const allHashed = new Promise<void>((resolve) => {
      open = resolve;
    });
    const hashed: string[] = [];
    const digest: typeof deps.digest = async (chunk) => {
      const hash = await deps.digest(chunk);
      if (hashed.push(hash) === 10) open();
      return hash;
    };
    const store: typeof deps.store = async (stored) => {
      await allHashed;
      return deps.store(stored);
    };
    await stageFile({ ...deps, digest, store }, 'u', file, 0);
    expect(parts.map((part) => part.chunks.length)).toEqual([1, 9]);
  });

  it('throws when the file can no longer be read', async () => {
    const stream = () =>
      new ReadableStream({ type: 'bytes', start: (c) => c.error(Error('gone')) });
    const broken = { size: 9 * CHUNK_SIZE_BYTES, stream, slice: () => broken } as unknown as Blob;
    await expect(stageFile(staging().deps, 'u', broken, 0)).rejects.toThrow('gone');
  });

  it('throws when the last part can not be kept', async () => {
    const { deps } = staging();
    let calls = 0;
    const store = () => (++calls < 2 ? deps.store([]) : Promise.reject(new Error('no storage')));
    const kept = stageFile(
      { ...deps, now: () => 0, store: async () => (await store()).add('u') },
      'u',
      file,
      0,
    );
    await expect(kept).rejects.toThrow('no storage');
  });
});

describe('staging small files', () => {
  const source = (uploadId: string, length: number) => ({
    uploadId,
    source: new Blob([someBytes(length)]),
  });

  it('keeps tiny ones in the row and others as Blobs', async () => {
    const { parts, deps } = staging();
    await stageSmallFiles(deps, [source('tiny', 10), source('small', 100_000)], async () => {});
    expect(parts.map((part) => part.chunks[0]?.bytes.constructor.name)).toEqual([
      'ArrayBuffer',
      'Blob',
    ]);
    expect(parts[0]?.chunks[0]?.hash).toBe(sha256(someBytes(10)));
  });

  it('names those that can not be read, and goes on with the others', async () => {
    const { parts, deps } = staging();
    const lost: string[] = [];
    const broken = new Blob(['x']);
    Object.assign(broken, { arrayBuffer: () => Promise.reject(new Error('gone')) });
    const sources = [source('a', 1), { uploadId: 'broken', source: broken }, source('b', 1)];
    await stageSmallFiles(deps, sources, async (id) => void lost.push(id));
    expect(parts.map((part) => part.uploadId)).toEqual(['a', 'b']);
    expect(lost).toEqual(['broken']);
  });

  it('are batched by number and by size', () => {
    const many = Array.from({ length: 130 }, (_, i) => source(`${i}`, 1));
    expect([...batches(many)].map((batch) => batch.length)).toEqual([64, 64, 2]);
    const large = Array.from({ length: 5 }, (_, i) => source(`${i}`, 4_000_000));
    expect([...batches(large)].map((batch) => batch.length)).toEqual([4, 1]);
  });
});

describe('reading chunks', () => {
  const bytes = someBytes(2 * CHUNK_SIZE_BYTES + 5);
  const readAll = async (blob: Blob, firstChunk: number) => {
    const chunks = [];
    for await (const chunk of readChunks(blob, firstChunk)) chunks.push(Buffer.from(chunk));
    return chunks;
  };

  it('gives every byte once, chunk by chunk', async () => {
    const chunks = await readAll(new Blob([bytes]), 0);
    expect(chunks.map((chunk) => chunk.length)).toEqual([CHUNK_SIZE_BYTES, CHUNK_SIZE_BYTES, 5]);
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  });

  it('begins at any chunk', async () => {
    const chunks = await readAll(new Blob([bytes]), 1);
    expect(Buffer.concat(chunks).equals(bytes.subarray(CHUNK_SIZE_BYTES))).toBe(true);
  });

  it('reads all into the same memory', async () => {
    const seen = [];
    for await (const chunk of readChunks(new Blob([bytes]), 0)) seen.push(chunk);
    expect(seen.map((chunk) => chunk.buffer.byteLength)).toEqual([0, 0, CHUNK_SIZE_BYTES]);
  });

  it("gives the same where streams do not read into memory of one's own", async () => {
    const blob = new Blob([bytes]);
    const slice = blob.slice.bind(blob);
    const old = (part: Blob) => Object.assign(part, { stream: () => new ReadableStream() });
    Object.assign(blob, { slice: (start?: number, end?: number) => old(slice(start, end)) });
    const chunks = await readAll(blob, 1);
    expect(Buffer.concat(chunks).equals(bytes.subarray(CHUNK_SIZE_BYTES))).toBe(true);
  });

  it('reads nothing of an empty blob', async () => {
    expect(await readAll(new Blob([]), 0)).toEqual([]);
  });

  it('throws when there are fewer bytes than the size says', async () => {
    const part = new Blob([bytes.subarray(0, 10)]);
    const short = { size: 20, stream: () => part.stream(), slice: () => short } as unknown as Blob;
    await expect(readAll(short, 0)).rejects.toThrow('ended before');
  });
});

describe('isQuotaError', () => {
  it('finds the error that another one wraps', () => {
    const inner = new DOMException('full', 'QuotaExceededError');
    expect(isQuotaError(Object.assign(new Error('aborted'), { inner }))).toBe(true);
    expect(isQuotaError(inner)).toBe(true);
    expect(isQuotaError(new Error('other'))).toBe(false);
    expect(isQuotaError(null)).toBe(false);
  });
});
