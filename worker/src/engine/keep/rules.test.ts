import { describe, expect, it } from 'vitest';
import { newPinned } from './content.ts';
import { isSameProgress, progressOf } from './progress.ts';
import { recentLimit } from './recent.ts';
import { advanced, afterKeepRefusal, withoutRoom } from './refusal.ts';
import { roomLeft } from './room.ts';

const FILE = { fileId: 'f', contentHash: 'A', sizeBytes: 100, version: 1 };
const CONTENT = newPinned(FILE, ['f'], 0);

const refused = (code: string, reaction: 'retry' | 'sign-in' | 'refetch', attempts = 0) =>
  afterKeepRefusal({ ...CONTENT, attempts }, { code, reaction, retryAfterMs: null }, 1000, 0);

describe('a failure while fetching', () => {
  it('that concerns everything changes nothing about the content', () => {
    expect(refused('network', 'retry')).toEqual({ is: 'closed' });
    expect(refused('rate-limited', 'retry')).toEqual({ is: 'closed' });
  });

  it('of a session that is over ends the pass', () => {
    expect(refused('unauthenticated', 'sign-in')).toEqual({ is: 'signed-out' });
  });

  it('like wrong bytes is tried again a few times, then left for a while', () => {
    expect(refused('hash-mismatch', 'retry')).toMatchObject({
      content: { state: 'fetching', attempts: 1, why: 'hash-mismatch', retryAt: 1250 },
    });
    expect(refused('hash-mismatch', 'retry', 5)).toMatchObject({
      content: { state: 'failed', attempts: 0, retryAt: 601_000 },
    });
  });

  it('that no repeat mends is left for a while at once', () => {
    expect(refused('not-found', 'refetch')).toMatchObject({
      content: { state: 'failed', why: 'not-found' },
    });
  });
});

describe('what is fetched', () => {
  it('forgets what stood in its way when a chunk has come', () => {
    const before = { ...CONTENT, why: 'hash-mismatch', attempts: 3, retryAt: 9, bytesKept: 10 };
    expect(advanced(before, 5)).toMatchObject({
      bytesKept: 15,
      why: null,
      attempts: 0,
      retryAt: 0,
    });
  });

  it('keeps nothing of what has no room', () => {
    const before = { ...CONTENT, bytesKept: 10 };
    expect(withoutRoom(before, 0)).toMatchObject({ state: 'failed', why: 'no-room', bytesKept: 0 });
  });
});

describe('room', () => {
  it('leaves a tenth, at most a gibibyte, to uploads', () => {
    expect(roomLeft({ usedBytes: 100, quotaBytes: 1000 })).toBe(800);
    expect(roomLeft({ usedBytes: 0, quotaBytes: 100 * 1024 ** 3 })).toBe(99 * 1024 ** 3);
    expect(roomLeft({ usedBytes: 990, quotaBytes: 1000 })).toBe(0);
  });

  it('of a browser that does not say is tried', () => {
    expect(roomLeft(null)).toBe(Number.POSITIVE_INFINITY);
  });

  it('for what was opened lately is a twentieth, at most 512 MiB', () => {
    expect(recentLimit(1000)).toBe(50);
    expect(recentLimit(1e12)).toBe(512 * 1024 * 1024);
  });
});

describe('progress', () => {
  const counted = ['A', 'B', 'C'].map((contentHash) => ({ contentHash, sizeBytes: 100 }));
  const contents = new Map([
    ['A', { ...CONTENT, state: 'kept', bytesKept: 100 } as const],
    ['B', { ...CONTENT, state: 'failed', why: 'no-room' } as const],
  ]);

  it('counts files and bytes, and says what is in the way', () => {
    expect(progressOf(counted, contents)).toEqual({
      files: 3,
      sizeBytes: 300,
      filesKept: 1,
      bytesKept: 100,
      filesFailed: 1,
      why: 'no-room',
    });
  });

  it('is the same when every figure is', () => {
    const progress = progressOf(counted, contents);
    expect(isSameProgress({ ...progress }, progress)).toBe(true);
    expect(isSameProgress({ ...progress, bytesKept: 1 }, progress)).toBe(false);
    expect(isSameProgress(null, progress)).toBe(false);
  });
});
