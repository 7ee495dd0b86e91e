import { describe, expect, it } from 'vitest';
import { aRow } from '../../test/uploads.ts';
import { totalOf } from './totals.ts';

const MB = 1_000_000;

describe('totalOf', () => {
  it('counts by what concerns a person', () => {
    const total = totalOf(
      (
        ['staging', 'uploading', 'done', 'paused', 'blocked', 'failed', 'needs-source'] as const
      ).map((state) => aRow({ state })),
      0,
    );
    expect(total).toMatchObject({
      count: 7,
      activeCount: 2,
      doneCount: 1,
      pausedCount: 1,
      stoppedCount: 3,
      isAllSafe: false,
    });
  });

  it('of nothing is nothing', () => {
    expect(totalOf([], 0)).toMatchObject({ count: 0, bytesPerSecond: null, timeLeftMs: 0 });
  });

  it('adds speeds and divides what is left by them', () => {
    const facts = { state: 'uploading', bytesPerSecond: MB, ackedAt: 1000, sizeBytes: 5 * MB };
    const uploads = [
      aRow({ ...facts, state: 'uploading' }),
      aRow({ ...facts, state: 'uploading' }),
    ];
    expect(totalOf(uploads, 1000)).toMatchObject({ bytesPerSecond: 2 * MB, timeLeftMs: 5000 });
  });

  it('knows the speed of many small files that are done', () => {
    const small = (ackedAt: number) =>
      aRow({ state: 'done', totalChunks: 1, bytesAcked: MB, ackedAt });
    const uploads = Array.from({ length: 10 }, (_, i) => small(i * 500));
    expect(totalOf(uploads, 5000).bytesPerSecond).toBe(2 * MB);
  });

  it('is safe when every byte is in the browser or on the server', () => {
    const staged = aRow({ stagedChunks: 3, state: 'hashing' });
    expect(totalOf([staged, aRow({ state: 'done' })], 0).isAllSafe).toBe(true);
  });
});
