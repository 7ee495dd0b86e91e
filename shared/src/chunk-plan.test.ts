import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkCount, chunkLength } from './chunk-plan.ts';
import { CHUNK_SIZE_BYTES, MAX_FILE_BYTES } from './limits.ts';

describe('chunk plan', () => {
  it.each([
    [0, 0],
    [1, 1],
    [CHUNK_SIZE_BYTES - 1, 1],
    [CHUNK_SIZE_BYTES, 1],
    [CHUNK_SIZE_BYTES + 1, 2],
  ])('%i bytes make %i chunks', (size, count) => {
    expect(chunkCount(size)).toBe(count);
  });

  it('only the last chunk is shorter', () => {
    const size = 2 * CHUNK_SIZE_BYTES + 5;
    expect([0, 1, 2].map((index) => chunkLength(size, index))).toEqual([
      CHUNK_SIZE_BYTES,
      CHUNK_SIZE_BYTES,
      5,
    ]);
  });

  it('there is no chunk beyond the last', () => {
    expect(() => chunkLength(0, 0)).toThrow(RangeError);
    expect(() => chunkLength(1, 1)).toThrow(RangeError);
    expect(() => chunkLength(1, -1)).toThrow(RangeError);
  });

  it('the chunks make the whole, for any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_FILE_BYTES }), (size) => {
        const last = chunkCount(size) - 1;
        expect(last * CHUNK_SIZE_BYTES + chunkLength(size, last)).toBe(size);
      }),
    );
  });
});
