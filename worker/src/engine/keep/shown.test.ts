import { describe, expect, it } from 'vitest';
import type { KeepProgress } from './progress.ts';
import { shownOf } from './shown.ts';

const progress = (facts: Partial<KeepProgress>): KeepProgress => ({
  files: 4,
  sizeBytes: 400,
  filesKept: 0,
  bytesKept: 0,
  filesFailed: 0,
  why: null,
  ...facts,
});

describe('what is shown of something that is to be kept', () => {
  it('is that it waits before anything came, and while the way is closed', () => {
    expect(shownOf(null).state).toBe('waiting');
    expect(shownOf(progress({})).state).toBe('waiting');
    expect(shownOf(progress({ bytesKept: 50, why: 'network' }))).toMatchObject({
      state: 'waiting',
      why: 'network',
    });
  });

  it('is how far it is', () => {
    expect(shownOf(progress({ filesKept: 1, bytesKept: 136 }))).toEqual({
      state: 'keeping',
      share: 0.34,
      why: null,
    });
  });

  it('is that it is kept, an empty folder too', () => {
    expect(shownOf(progress({ filesKept: 4, bytesKept: 400 })).state).toBe('kept');
    expect(shownOf(progress({ files: 0, sizeBytes: 0 })).state).toBe('kept');
  });

  it('is what failed once the rest is done, and not before', () => {
    const failed = { filesFailed: 1, why: 'no-room' };
    expect(shownOf(progress({ ...failed, filesKept: 2, bytesKept: 250 })).state).toBe('keeping');
    expect(shownOf(progress({ ...failed, filesKept: 3, bytesKept: 300 }))).toMatchObject({
      state: 'failed',
      why: 'no-room',
    });
  });
});
