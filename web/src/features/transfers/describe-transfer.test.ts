import { describe, expect, it } from 'vitest';
import { type Circumstances, describeTransfer } from './describe-transfer.ts';
import { sampleUpload } from './sample-upload.ts';

const fine: Circumstances = {
  nowMs: 10_000,
  missing: null,
  isHeldBack: false,
  closedUntilMs: 0,
  heldUpFolders: new Map(),
  freeBytes: 1e12,
};
const words = (
  change: Parameters<typeof sampleUpload>[0],
  around: Partial<Circumstances> = {},
): string => describeTransfer(sampleUpload(change), { ...fine, ...around }).words;

const sent = { stagedChunks: 21, hashedChunks: 21, bytesAcked: 12_400_000, session: 's' } as const;

describe('a transfer in plain words', () => {
  it('being prepared, says how far', () => {
    expect(words({ stagedChunks: 14, hashedChunks: 0 })).toBe('Preparing… 33 %');
    expect(words({ state: 'hashing', stagedChunks: 21, hashedChunks: 21 })).toBe(
      'Preparing… 100 %',
    );
  });

  it('being sent, says how much, how fast and how long', () => {
    const pace = { bytesPerSecond: 8_100_000, ackedAt: 9900 };
    expect(words({ state: 'uploading', ...sent, ...pace })).toBe(
      'Uploading 12.4 of 88 MB · 8.1 MB/s · 10 s left',
    );
    expect(words({ state: 'uploading', ...sent })).toBe('Uploading 12.4 of 88 MB');
  });

  it('being sent while the rest is still read counts as being sent', () => {
    expect(words({ state: 'staging', bytesAcked: 12_400_000 })).toBe('Uploading 12.4 of 88 MB');
  });

  it('waits for the network, or for the server', () => {
    expect(words({ state: 'uploading', ...sent }, { missing: 'network' })).toBe(
      'Waiting for the network',
    );
    expect(words({ state: 'uploading', ...sent, retryAt: 21_500 })).toBe(
      'Waiting for the server · tries again in 12 s',
    );
    expect(words({ state: 'uploading', ...sent }, { missing: 'server' })).toBe(
      'Waiting for the server',
    );
    expect(words({ state: 'uploading', ...sent }, { closedUntilMs: 12_000 })).toMatch(/server/);
  });

  it('goes on preparing without a network', () => {
    expect(words({ stagedChunks: 14 }, { missing: 'network' })).toBe('Preparing… 33 %');
  });

  it('says what holds it up', () => {
    expect(words({ state: 'paused' })).toBe('Paused');
    expect(words({ state: 'blocked', blockedBy: 'sign-in' })).toBe('Sign in to go on');
    expect(words({ waitsForRoom: true })).toBe('No room in this browser: keep this tab open');
  });

  it('says which folder could not be made', () => {
    const heldUpFolders = new Map([['f', 'Trip']]);
    expect(words({ state: 'queued', folderId: 'f' }, { heldUpFolders })).toBe(
      '“Trip” could not be made: see Waiting changes',
    );
  });

  it('says by how much the storage is full', () => {
    const blocked = { state: 'blocked', blockedBy: 'quota', sizeBytes: 3_100_000_000 } as const;
    expect(words(blocked, { freeBytes: 1_000_000_000 })).toBe('Storage is full: 2.1 GB over');
    expect(words(blocked)).toBe('Storage was full. Try again');
  });

  it('says why it stopped and what to do', () => {
    const stopped = { state: 'failed', failure: { code: 'not-found', detail: null } } as const;
    expect(words(stopped)).toBe('Stopped: the folder was deleted. Add the file again elsewhere.');
    expect(words({ state: 'needs-source', failure: { code: 'tab-closed', detail: null } })).toMatch(
      /Choose it again/,
    );
    expect(words({ state: 'failed', failure: { code: 'new-code', detail: 'secret' } })).toBe(
      'Stopped: something went wrong. Try again.',
    );
  });

  it('says what is wrong with a name that is refused', () => {
    const refused = { state: 'failed', failure: { code: 'invalid-name', detail: null } } as const;
    expect(words({ ...refused, filename: 'plan .' })).toBe(
      'A name cannot end with a dot. Rename it and add it again.',
    );
  });

  it('done, says what never had to be sent', () => {
    expect(words({ state: 'done' })).toBe('Done');
    expect(words({ state: 'done', bytesExisting: 64_000_000 })).toBe(
      'Done · 64 MB were already here',
    );
  });

  it('done, says what became of it other than was asked for', () => {
    const result = { fileId: 'f', version: 1, isConflictedCopy: false };
    const lands = { ...result, folderId: 'root' };
    expect(words({ state: 'done', result: { ...result, isConflictedCopy: true } })).toBe(
      'Done · kept beside a newer version',
    );
    expect(words({ state: 'done', result: lands })).toBe(
      'Done · put here because its folder is gone',
    );
  });
});

describe('the bar of a transfer', () => {
  it('shows what the server has', () => {
    const line = describeTransfer(sampleUpload({ ...sent, state: 'uploading' }), fine);
    expect(line.share).toBeCloseTo(0.141, 3);
  });

  it('of an empty file is empty until it is done', () => {
    expect(describeTransfer(sampleUpload({ sizeBytes: 0, totalChunks: 0 }), fine).share).toBe(0);
    expect(describeTransfer(sampleUpload({ sizeBytes: 0, state: 'done' }), fine).share).toBe(1);
  });
});
