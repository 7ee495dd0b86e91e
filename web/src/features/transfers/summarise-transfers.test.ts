import { describe, expect, it } from 'vitest';
import type { Missing } from '../../lib/connection-store.ts';
import { sampleUpload } from './sample-upload.ts';
import { headline, headlineText, safetyOf, shareDone, summarise } from './summarise-transfers.ts';

const done = sampleUpload({ state: 'done', stagedChunks: 21, bytesAcked: 88_000_000 });
const going = sampleUpload({ state: 'uploading', stagedChunks: 21, bytesAcked: 44_000_000 });
const reading = sampleUpload({ state: 'staging', stagedChunks: 3 });
const paused = sampleUpload({ state: 'paused', stagedChunks: 21 });
const failed = sampleUpload({ state: 'failed' });

const told = (uploads: Parameters<typeof summarise>[0], secondsLeft: number | null = null) =>
  headlineText(headline(summarise(uploads), secondsLeft));

describe('the headline', () => {
  it('says the place, what is left and how long it takes', () => {
    const uploads = [done, done, going, reading];
    expect(told(uploads, 170)).toBe('Uploading 3 of 4 · 132 MB left · about 3 min');
    expect(told(uploads)).toBe('Uploading 3 of 4 · 132 MB left');
  });

  it('says what it waits for', () => {
    const words = (missing: Missing) => headlineText(headline(summarise([going]), 5, missing));
    expect(words('network')).toBe('Waiting for the network · 44 MB left');
    expect(words('server')).toBe('Waiting for the server · 44 MB left');
  });

  it('says how it ended', () => {
    expect(told([done])).toBe('1 file arrived');
    expect(told([done, done])).toBe('2 files arrived');
    expect(told([done, failed])).toBe('1 file needs you');
    expect(told([failed, failed])).toBe('2 files need you');
    expect(told([done, paused])).toBe('Paused · 1 of 2 arrived');
    expect(told([])).toBe('Transfers');
  });
});

describe('what was saved', () => {
  it('is told at the end, of all together', () => {
    const saved = { ...done, bytesExisting: 32_000_000 };
    expect(told([saved, saved])).toBe('2 files arrived · 64 MB were already here');
  });
});

it('what is held in this browser is what was read and not yet sent', () => {
  const sum = summarise([done, going, reading]);
  expect(sum.heldBytes).toBe(44_000_000 + 3 * 4 * 1024 * 1024);
});

it('what waits for a folder that was refused needs the person, and does not go on', () => {
  const held = sampleUpload({ state: 'queued', stagedChunks: 21, folderId: 'f' });
  const sum = summarise([done, held], new Map([['f', 'Trip']]));
  expect(headlineText(headline(sum, null))).toBe('1 file needs you');
  expect(safetyOf(sum)).toBe('nothing-open');
});

describe('closing the tab', () => {
  it('is safe once every file is in the browser', () => {
    expect(safetyOf(summarise([going, paused]))).toBe('safe');
    expect(safetyOf(summarise([going, reading]))).toBe('keep-open');
  });

  it('is no question when nothing is open', () => {
    expect(safetyOf(summarise([done, failed]))).toBe('nothing-open');
  });
});

describe('the share of all', () => {
  it('of large files counts bytes', () => {
    expect(shareDone(summarise([done, going]))).toBeCloseTo(0.75, 2);
  });

  it('of small files counts files', () => {
    const small = sampleUpload({ sizeBytes: 10, totalChunks: 1 });
    expect(shareDone(summarise([small, { ...small, state: 'done' }]))).toBe(0.5);
    expect(shareDone(summarise([]))).toBe(0);
  });
});

it('what is left is what goes on by itself', () => {
  const sum = summarise([done, going, failed]);
  expect(sum.leftBytes).toBe(44_000_000);
  expect(sum.leftWork).toBeGreaterThan(sum.leftBytes);
});

describe('what needs the person', () => {
  it('can be tried again, unless the file is missing or the name refused', () => {
    const sum = summarise([
      sampleUpload({ state: 'failed' }),
      sampleUpload({ state: 'failed', failure: { code: 'invalid-name', detail: null } }),
      sampleUpload({ state: 'blocked', blockedBy: 'quota' }),
      sampleUpload({ state: 'needs-source' }),
      sampleUpload({ state: 'paused' }),
    ]);
    expect(sum).toMatchObject({ stuck: 4, retriable: 2, paused: 1 });
  });
});
