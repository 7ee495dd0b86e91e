import { describe, expect, it } from 'vitest';
import type { StagedPart } from '../local/staged-chunks.ts';
import { type Room, storeParts } from './store-parts.ts';

/** Holds so many chunks at once; each wait makes room for one. */
class SmallRoom implements Room {
  readonly kept: string[] = [];
  readonly waited: string[][] = [];
  readonly #unwanted: string;
  #free: number;

  constructor(free: number, unwanted = '') {
    this.#free = free;
    this.#unwanted = unwanted;
  }

  async put(parts: readonly StagedPart[]): Promise<Set<string>> {
    const count = parts.reduce((sum, { chunks }) => sum + chunks.length, 0);
    if (count > this.#free) throw new DOMException('full', 'QuotaExceededError');
    this.#free -= count;
    for (const { uploadId, firstIndex, chunks } of parts) {
      chunks.forEach((_chunk, i) => {
        this.kept.push(`${uploadId}${firstIndex + i}`);
      });
    }
    const ids = parts.map(({ uploadId }) => uploadId);
    return new Set(ids.filter((id) => id !== this.#unwanted));
  }

  async markWaiting(ids: readonly string[]): Promise<void> {
    this.waited.push([...ids]);
  }

  async sleep(): Promise<void> {
    this.#free += 1;
  }
}

const part = (uploadId: string, firstIndex: number, count: number): StagedPart => ({
  uploadId,
  firstIndex,
  chunks: Array.from({ length: count }, () => ({ hash: 'h', bytes: new ArrayBuffer(1) })),
});

describe('storing parts', () => {
  it('puts all of it at once where there is room', async () => {
    const room = new SmallRoom(9);
    expect(await storeParts(room, [part('a', 0, 3), part('b', 0, 1)])).toEqual(new Set(['a', 'b']));
    expect(room.waited).toEqual([]);
  });

  it('puts a part that will never fit whole chunk by chunk, in order', async () => {
    const room = new SmallRoom(2);
    expect(await storeParts(room, [part('a', 4, 5)])).toEqual(new Set(['a']));
    expect(room.kept).toEqual(['a4', 'a5', 'a6', 'a7', 'a8']);
    expect(room.waited).toEqual([['a'], ['a'], ['a']]);
  });

  it('marks those that wait, and no others', async () => {
    const room = new SmallRoom(1);
    await storeParts(room, [part('a', 0, 1), part('b', 0, 1)]);
    expect(room.kept).toEqual(['a0', 'b0']);
    expect(room.waited).toEqual([['b']]);
  });

  it('leaves out the rest of what is no longer wanted', async () => {
    const room = new SmallRoom(1, 'a');
    expect(await storeParts(room, [part('a', 0, 4), part('b', 0, 1)])).toEqual(new Set(['b']));
    expect(room.kept).toEqual(['a0', 'b0']);
  });

  it('throws what is no lack of room', async () => {
    const broken: Room = {
      put: () => Promise.reject(new Error('broken')),
      markWaiting: async () => {},
      sleep: async () => {},
    };
    await expect(storeParts(broken, [part('a', 0, 2)])).rejects.toThrow('broken');
  });
});
