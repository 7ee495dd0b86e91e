import { describe, expect, it } from 'vitest';
import { aRow } from '../../test/uploads.ts';
import { endNews } from './end-notice.ts';

const NOTHING = { until: 100, stopped: 0 };
const done = (filename: string, finishedAt: number) =>
  aRow({ id: filename, filename, state: 'done', finishedAt });

describe('the notice at the end', () => {
  it('waits until nothing goes on by itself any more', () => {
    const uploads = [done('a.md', 200), aRow({ state: 'uploading' })];
    expect(endNews(uploads, NOTHING)).toEqual({ notice: null, told: NOTHING });
  });

  it('names one file and counts several', () => {
    expect(endNews([done('a.md', 200)], NOTHING).notice?.title).toBe('a.md arrived');
    const two = endNews([done('a.md', 200), done('b.md', 300)], NOTHING);
    expect(two.notice?.title).toBe('2 files arrived');
    expect(two.told).toEqual({ until: 300, stopped: 0 });
  });

  it('tells nothing twice', () => {
    const uploads = [done('a.md', 200), aRow({ state: 'failed' })];
    const { told } = endNews(uploads, NOTHING);
    expect(endNews(uploads, told)).toEqual({ notice: null, told });
  });

  it('says what needs the person', () => {
    const uploads = [done('a.md', 200), aRow({ state: 'paused', awaitsAnswer: true })];
    expect(endNews(uploads, NOTHING).notice?.body).toBe('1 file needs you.');
    expect(endNews([aRow({ state: 'failed' })], NOTHING).notice).toEqual({
      title: 'Uploads stopped',
      body: '1 file needs you.',
    });
  });

  it('is none for what a person paused', () => {
    expect(endNews([aRow({ state: 'paused' })], NOTHING).notice).toBeNull();
  });
});
