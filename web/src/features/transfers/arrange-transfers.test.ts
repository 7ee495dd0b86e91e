import { describe, expect, it } from 'vitest';
import { arrangeTransfers } from './arrange-transfers.ts';
import { sampleUpload } from './sample-upload.ts';

const ids = (uploads: Parameters<typeof arrangeTransfers>[0], isFoldOpen = false) =>
  arrangeTransfers(uploads, isFoldOpen, 100_000).map(({ id }) => id);

const upload = (id: string, change: Parameters<typeof sampleUpload>[0]) =>
  sampleUpload({ id, position: Number(id.slice(1)), ...change });

describe('the order of transfers', () => {
  it('begins with what needs the person, then what moves, then what waits', () => {
    const uploads = [
      upload('u1', { state: 'queued' }),
      upload('u2', { state: 'uploading' }),
      upload('u3', { state: 'failed' }),
      upload('u4', { state: 'staging', bytesAcked: 1 }),
      upload('u5', { state: 'paused' }),
    ];
    expect(ids(uploads)).toEqual(['u3', 'u2', 'u4', 'u1', 'u5']);
  });

  it('folds finished ones together, and failures never', () => {
    const uploads = [
      upload('u1', { state: 'done', finishedAt: 1 }),
      upload('u2', { state: 'failed' }),
      upload('u3', { state: 'done', finishedAt: 2 }),
    ];
    expect(ids(uploads)).toEqual(['u2', 'fold']);
    expect(ids(uploads, true)).toEqual(['u2', 'fold', 'u3', 'u1']);
  });

  it('leaves the last few finished ones in sight for a moment', () => {
    const uploads = [1, 2, 3, 4].map((n) =>
      upload(`u${n}`, { state: 'done', finishedAt: 99_000 + n }),
    );
    expect(ids(uploads)).toEqual(['u4', 'u3', 'u2', 'fold']);
  });
});
