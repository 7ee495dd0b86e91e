import { createHash } from 'node:crypto';
import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { describe, expect, it } from 'vitest';
import { subtleDigest } from '../digest/subtle-digest.ts';
import type { StagedPart } from '../local/staged-part.ts';
import { readAhead } from './read-ahead.ts';
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

  it('throws when the file can no longer be read', async () => {
    const broken = { size: 9 * CHUNK_SIZE_BYTES, slice: () => broken } as unknown as Blob;
    Object.assign(broken, { arrayBuffer: () => Promise.reject(new Error('gone')) });
    await expect(stageFile(staging().deps, 'u', broken, 0)).rejects.toThrow('gone');
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

describe('reading ahead', () => {
  it('gives every byte once, window by window', async () => {
    const bytes = someBytes(1005);
    const windows = [];
    for await (const window of readAhead(new Blob([bytes]), 5, 100)) windows.push(window);
    expect(windows).toHaveLength(10);
    expect(Buffer.concat(windows.map((w) => Buffer.from(w.bytes)))).toEqual(
      Buffer.from(bytes.subarray(5)),
    );
  });

  it('reads nothing of an empty blob', async () => {
    for await (const _ of readAhead(new Blob([]), 0)) throw new Error('nothing is there');
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
