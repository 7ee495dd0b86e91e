import { describe, expect, it } from 'vitest';
import { sampleUpload } from './sample-upload.ts';
import { transferNews } from './transfer-news.ts';

const many = (count: number, change: Parameters<typeof sampleUpload>[0]) =>
  Array.from({ length: count }, (_, n) => sampleUpload({ id: `u${n}`, ...change }));

describe('what is told about transfers', () => {
  it('progress is no news', () => {
    const before = many(1, { state: 'uploading', bytesAcked: 1 });
    expect(transferNews(before, many(1, { state: 'uploading', bytesAcked: 2 }))).toBeNull();
    expect(transferNews(before, many(1, { state: 'completing' }))).toBeNull();
  });

  it('what was so at the first look is no news', () => {
    expect(transferNews([], many(2, { state: 'done' }))).toBeNull();
  });

  it('the end of a single file is', () => {
    expect(transferNews(many(1, { state: 'completing' }), many(1, { state: 'done' }))).toBe(
      'talk.mp4 arrived.',
    );
  });

  it('of many files only the last end is', () => {
    const open = many(5, { state: 'uploading' });
    const done = many(5, { state: 'done' });
    expect(transferNews(open, [...done.slice(0, 2), ...open.slice(2)])).toBeNull();
    expect(transferNews([...done.slice(0, 2), ...open.slice(2)], done)).toBe(
      'All 5 files arrived.',
    );
  });

  it('every failure is', () => {
    const failure = { code: 'not-found', detail: null };
    const open = many(2, { state: 'uploading' });
    const failed = many(2, { state: 'failed', failure });
    expect(transferNews(open, [...failed.slice(0, 1), ...open.slice(1)])).toBe(
      'talk.mp4. Stopped: the folder was deleted. Add the file again elsewhere.',
    );
    expect(transferNews(open, failed)).toBe('2 transfers stopped.');
  });
});
