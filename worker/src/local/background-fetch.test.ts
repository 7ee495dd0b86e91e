import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  handOver,
  readBackgroundFetch,
  recordBackgroundFetch,
  takeBack,
} from './background-fetch.ts';
import { putStagedParts } from './staged-chunks.ts';
import { enqueue } from './upload-queue.ts';
import { findUpload } from './uploads.ts';
import { wipe } from './wipe.ts';
import { recordNotes } from './work.ts';

beforeEach(wipe);

/** An upload of `chunks` chunks, all of them staged and hashed, with a session. */
async function add(id: string, chunks: number, hash: string | null = 'h'): Promise<void> {
  const sizeBytes = chunks * CHUNK_SIZE_BYTES;
  const facts = { filename: id, mimeType: '', lastModified: 1, folderId: 'root' };
  const files = [{ ...facts, id, sizeBytes }];
  await enqueue({ userId: 'ada', stager: 'tab', files });
  const staged = Array.from({ length: chunks }, () => ({ hash, bytes: new ArrayBuffer(5) }));
  await putStagedParts([{ uploadId: id, firstIndex: 0, chunks: staged }]);
  const event = { type: 'opened', session: `s-${id}` } as const;
  await recordNotes('ada', [{ uploadId: id, event, chunks: [] }]);
}

const handedIds = async (most = 100, now = 0) =>
  (await handOver('ada', 'b', most, now))?.map(({ upload }) => upload.id) ?? null;

describe('handing uploads over to the browser', () => {
  it('gives every chunk that has not arrived, and leases the upload', async () => {
    await add('a', 3);
    const event = { type: 'acked', chunks: 1, bytes: 1, isExisting: false, at: 0 } as const;
    await recordNotes('ada', [{ uploadId: 'a', event, chunks: [1] }]);
    const handed = await handOver('ada', 'b', 100, 0);
    expect(handed?.[0]?.chunks.map(({ index }) => index)).toEqual([0, 2]);
    expect((await findUpload('a'))?.lease?.owner).toBe('b');
    expect(await readBackgroundFetch()).toMatchObject({ id: 'b', uploadIds: ['a'], bytesSent: 0 });
  });

  it('leaves out what is not ready, not this person’s, or too much', async () => {
    await add('unhashed', 2, null);
    await add('large', 9);
    await add('small', 2);
    expect(await handOver('eve', 'b', 100, 0)).toBeNull();
    expect(await handedIds(5)).toEqual(['small']);
  });

  it('happens once at a time', async () => {
    await add('a', 1);
    expect(await handedIds()).toEqual(['a']);
    await add('later', 1);
    expect(await handedIds()).toBeNull();
  });

  it('is taken back whole', async () => {
    await add('a', 1);
    await handedIds();
    await takeBack('b');
    expect((await findUpload('a'))?.lease).toBeNull();
    expect(await readBackgroundFetch()).toBeNull();
    expect(await handedIds()).toEqual(['a']);
  });

  it('that is over is not recorded again by a late look', async () => {
    await add('a', 1);
    await handedIds();
    const facts = await readBackgroundFetch();
    await takeBack('b');
    if (facts) await recordBackgroundFetch({ ...facts, bytesSent: 1 });
    expect(await readBackgroundFetch()).toBeNull();
  });
});
