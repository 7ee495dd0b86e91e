import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { beforeEach, describe, expect, it } from 'vitest';
import { readAbandoned } from './abandoned.ts';
import { putStagedParts } from './staged-chunks.ts';
import * as queue from './upload-queue.ts';
import { countUploads, findUpload, hasWork, readUploads } from './uploads.ts';
import { wipe } from './wipe.ts';
import { readPendingIndexes, recordNotes } from './work.ts';

beforeEach(wipe);

const file = (id: string, sizeBytes = 5): queue.NewUpload => ({
  id,
  filename: `${id}.txt`,
  sizeBytes,
  mimeType: 'text/plain',
  lastModified: 1,
  folderId: 'root',
});

const add = (files: readonly queue.NewUpload[], userId = 'ada') =>
  queue.enqueue({ userId, stager: 'tab', files });

const stage = (uploadId: string, firstIndex = 0, count = 1) =>
  putStagedParts([
    {
      uploadId,
      firstIndex,
      chunks: Array.from({ length: count }, () => ({ hash: 'h', bytes: new ArrayBuffer(5) })),
    },
  ]);

const open = (uploadId: string, session = 's') =>
  recordNotes('ada', [{ uploadId, event: { type: 'opened', session }, chunks: [] }]);

const states = async (userId = 'ada') => (await readUploads(userId)).map((row) => row.state);

describe('the queue', () => {
  it('keeps the order in which files were added', async () => {
    await add([file('b'), file('a')]);
    await add([file('c')]);
    expect((await readUploads('ada')).map((row) => row.id)).toEqual(['b', 'a', 'c']);
  });

  it('takes all of what is added or nothing', async () => {
    await add([file('a')]);
    const added = { userId: 'ada', stager: null, files: [file('new'), file('a')] };
    await expect(queue.enqueue(added)).rejects.toThrow();
    expect(await findUpload('new')).toBeUndefined();
  });

  it('has nothing to stage of an empty file', async () => {
    await add([file('empty', 0)]);
    expect(await states()).toEqual(['queued']);
  });

  it('shows each person their own', async () => {
    await add([file('a')]);
    await add([file('b')], 'bob');
    expect((await readUploads('bob')).map((row) => row.id)).toEqual(['b']);
    expect(await hasWork('carol')).toBe(false);
  });

  it('holds and lets go one or all, of one person', async () => {
    await add([file('a'), file('b')]);
    await add([file('c')], 'bob');
    await queue.tellUploads('ada', { type: 'pause' });
    expect(await states()).toEqual(['paused', 'paused']);
    expect(await states('bob')).toEqual(['staging']);
    expect(await hasWork('ada')).toBe(false);
    await queue.tellUploads('ada', { type: 'resume' }, ['b', 'c']);
    expect(await states()).toEqual(['paused', 'staging']);
    expect(await countUploads('ada', ['paused', 'staging'])).toBe(2);
  });

  it('lets go what waited for a sign-in, and nothing else', async () => {
    await add([file('a'), file('b')]);
    await queue.tellUploads('ada', { type: 'pause' }, ['b']);
    const refusal = { during: 'open', code: 'unauthenticated', detail: null } as const;
    const why = { ...refusal, reaction: 'sign-in', retryAfterMs: null } as const;
    const event = { type: 'refused', refusal: why, at: 0, random: 0 } as const;
    await recordNotes('ada', [{ uploadId: 'a', event, chunks: [] }]);
    expect(await states()).toEqual(['blocked', 'paused']);
    await queue.freeSignedIn('ada');
    expect(await states()).toEqual(['staging', 'paused']);
  });

  it('forgets an upload with its bytes, and remembers to end its session', async () => {
    await add([file('a'), file('b')]);
    await stage('a');
    await open('a');
    await queue.removeUploads(['a', 'unknown']);
    expect(await findUpload('a')).toBeUndefined();
    expect(await readPendingIndexes('a')).toEqual([]);
    expect(await readAbandoned('ada')).toEqual(['s']);
    expect(await findUpload('b')).toBeDefined();
  });

  it('forgets everything of one person', async () => {
    await queue.enqueue({ userId: 'ada', stager: null, files: [file('a')] });
    await add([file('c')], 'bob');
    await queue.removeAllUploads('ada');
    expect(await readUploads('ada')).toEqual([]);
    expect(await states('bob')).toEqual(['staging']);
  });

  it('clears what is done', async () => {
    await add([file('a', 0), file('b')]);
    const result = { fileId: 'a', version: 1, isConflictedCopy: false };
    await recordNotes('ada', [{ uploadId: 'a', event: { type: 'completed', result }, chunks: [] }]);
    await queue.clearFinished('ada');
    expect((await readUploads('ada')).map((row) => row.id)).toEqual(['b']);
  });
});

describe('staging', () => {
  const big = 3 * CHUNK_SIZE_BYTES;

  it('keeps the bytes together with the count that says so', async () => {
    await add([file('a', big)]);
    expect(await stage('a', 0, 2)).toEqual(new Set(['a']));
    expect(await readPendingIndexes('a')).toEqual([0, 1]);
    expect(await findUpload('a')).toMatchObject({
      state: 'staging',
      stagedChunks: 2,
      hashedChunks: 2,
      bytesHashed: 2 * CHUNK_SIZE_BYTES,
      stager: 'tab',
    });
    await stage('a', 2);
    expect(await findUpload('a')).toMatchObject({ state: 'queued', stager: null });
  });

  it('leaves out a part that is not the next', async () => {
    await add([file('a', big)]);
    await stage('a');
    expect(await stage('a', 0)).toEqual(new Set());
    expect(await stage('a', 2)).toEqual(new Set());
    expect(await readPendingIndexes('a')).toEqual([0]);
  });

  it('leaves out what was taken off the queue, and keeps the others', async () => {
    await add([file('a'), file('b')]);
    await queue.removeUploads(['a']);
    const chunks = [{ hash: 'h', bytes: new ArrayBuffer(5) }];
    const part = (uploadId: string) => ({ uploadId, firstIndex: 0, chunks });
    expect(await putStagedParts([part('a'), part('b')])).toEqual(new Set(['b']));
    expect(await readPendingIndexes('a')).toEqual([]);
  });

  it('keeps Blobs', async () => {
    await add([file('a')]);
    await putStagedParts([
      { uploadId: 'a', firstIndex: 0, chunks: [{ hash: 'h', bytes: new Blob(['hello']) }] },
    ]);
    expect(await readPendingIndexes('a')).toEqual([0]);
  });
});
