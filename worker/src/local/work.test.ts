import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { beforeEach, describe, expect, it } from 'vitest';
import type { UploadEvent } from '../engine/upload.ts';
import { readAbandoned } from './abandoned.ts';
import type { Note } from './settle-notes.ts';
import { putStagedParts } from './staged-chunks.ts';
import { enqueue, removeUploads } from './upload-queue.ts';
import { findUpload } from './uploads.ts';
import { wipe } from './wipe.ts';
import * as work from './work.ts';

const FILE = { mimeType: '', lastModified: null, folderId: 'f2' } as const;
beforeEach(async () => {
  await wipe();
  const files = ['a', 'b', 'c'].map((id) => ({
    ...FILE,
    id,
    filename: id,
    sizeBytes: 2 * CHUNK_SIZE_BYTES + 1,
  }));
  await enqueue({ userId: 'ada', stager: null, files });
  const chunks = [1, 2, 3].map((n) => ({ hash: `h${n}`, bytes: new ArrayBuffer(1) }));
  await putStagedParts(files.map(({ id }) => ({ uploadId: id, firstIndex: 0, chunks })));
});

const note = (uploadId: string, event: UploadEvent, chunks: number[] = []): Note => ({
  uploadId,
  event,
  chunks,
});
const acked = (...chunks: number[]) =>
  note('a', { type: 'acked', chunks: 99, bytes: 99, isExisting: false, at: 5 }, chunks);
const opened = note('a', { type: 'opened', session: 's' });
const completed = note('a', {
  type: 'completed',
  result: { fileId: 'a', version: 1, isConflictedCopy: false },
});

describe('reading the queue', () => {
  it('goes page by page in the order of the queue', async () => {
    const first = await work.readQueue('ada', 'queued', Number.NEGATIVE_INFINITY, 2);
    expect(first.map((row) => row.id)).toEqual(['a', 'b']);
    const next = await work.readQueue('ada', 'queued', first[1]?.position ?? 0, 2);
    expect(next.map((row) => row.id)).toEqual(['c']);
    expect(await work.readQueue('bob', 'queued', Number.NEGATIVE_INFINITY, 2)).toEqual([]);
  });

  it('gives the chunks of one upload in their order', async () => {
    expect((await work.readPendingChunks('a', 1, 9)).map((row) => row.hash)).toEqual(['h2', 'h3']);
    expect(await work.readPendingChunks('a', 0, 1)).toHaveLength(1);
  });

  it('keeps a hash that was found later', async () => {
    await work.writeChunkHash('a', 0, 'new');
    expect((await work.readPendingChunks('a', 0, 1))[0]?.hash).toBe('new');
  });
});

describe('recording what happened', () => {
  it('counts a chunk and drops its bytes in one transaction', async () => {
    const rows = await work.recordNotes('ada', [opened, acked(0, 2)]);
    expect(rows.get('a')).toMatchObject({
      state: 'uploading',
      ackedChunks: 2,
      bytesAcked: CHUNK_SIZE_BYTES + 1,
    });
    expect(await work.readPendingIndexes('a')).toEqual([1]);
    expect(await findUpload('a')).toEqual(rows.get('a'));
  });

  it('counts a chunk once, however often it is acknowledged', async () => {
    await work.recordNotes('ada', [opened, acked(0), acked(0)]);
    const rows = await work.recordNotes('ada', [acked(0, 1)]);
    expect(rows.get('a')).toMatchObject({ ackedChunks: 2, bytesAcked: 2 * CHUNK_SIZE_BYTES });
  });

  it('leaves nothing of the bytes when the file is there, and says when', async () => {
    const rows = await work.recordNotes('ada', [opened, acked(0), completed], 77);
    expect(rows.get('a')).toMatchObject({ state: 'done', finishedAt: 77 });
    expect(await work.readPendingIndexes('a')).toEqual([]);
    expect(await work.readPendingIndexes('b')).toHaveLength(3);
  });

  it('leaves the session of an upload that was taken back to be ended', async () => {
    await removeUploads(['a']);
    const rows = await work.recordNotes('ada', [opened]);
    expect(rows.size).toBe(0);
    expect(await readAbandoned('ada')).toEqual(['s']);
  });

  it('leaves a session that was given up to be ended', async () => {
    await work.recordNotes('ada', [opened, note('a', { type: 'session-lost' })]);
    expect(await readAbandoned('ada')).toEqual(['s']);
  });
});
