import type { KeepProgress } from '@satchel/worker/local/pins';
import { describe, expect, it } from 'vitest';
import { sizeWords, totalWords } from './pinned-words.ts';

const progress = (facts: Partial<KeepProgress>): KeepProgress => ({
  files: 1,
  sizeBytes: 12_000_000,
  filesKept: 1,
  bytesKept: 12_000_000,
  filesFailed: 0,
  why: null,
  ...facts,
});

describe('the words about the size of what is kept', () => {
  it('give the size, or how much of it is here', () => {
    expect(sizeWords(progress({}), false)).toBe('12 MB');
    expect(sizeWords(progress({ bytesKept: 3_400_000 }), false)).toBe('3.4 of 12 MB');
    expect(sizeWords(null, false)).toBe('');
  });

  it('count the files of a folder', () => {
    expect(sizeWords(progress({}), true)).toBe('12 MB · 1 file');
    expect(sizeWords(progress({ files: 2140 }), true)).toBe('12 MB · 2,140 files');
  });

  it('add up what is here', () => {
    const items = [progress({}), progress({ bytesKept: 1_000_000 }), null];
    expect(totalWords(items.map((each) => ({ progress: each })))).toBe('13 MB on this device');
  });
});
