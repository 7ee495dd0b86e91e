import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { beforeEach, expect, it } from 'vitest';
import { enqueue } from '../local/upload-queue.ts';
import { findUpload } from '../local/uploads.ts';
import { wipe } from '../local/wipe.ts';
import { readPendingChunks } from '../local/work.ts';
import { stageShared } from './stage-shared.ts';

beforeEach(wipe);

const digest = async () => 'hash';

const share = async (sizeBytes: number) => {
  const file = {
    id: 'u',
    filename: 'a',
    mimeType: '',
    lastModified: 1,
    folderId: 'root',
    sizeBytes,
  };
  await enqueue({ userId: 'ada', stager: 'share', files: [file] });
  await stageShared(digest, { uploadId: 'u', source: new Blob([new Uint8Array(sizeBytes)]) });
};

it('a shared file of one chunk is hashed and staged', async () => {
  await share(5);
  expect(await findUpload('u')).toMatchObject({ state: 'queued', stager: null });
  expect(await readPendingChunks('u', 0, 9)).toMatchObject([{ index: 0, hash: 'hash' }]);
});

it('a larger one is staged whole, and hashed when it is sent', async () => {
  await share(17 * CHUNK_SIZE_BYTES + 1);
  expect(await findUpload('u')).toMatchObject({ state: 'hashing', stager: null, stagedChunks: 18 });
  const rows = await readPendingChunks('u', 0, 99);
  expect(rows.map((row) => row.hash)).toEqual(Array.from({ length: 18 }, () => null));
});

it('an empty one has nothing to stage', async () => {
  await share(0);
  expect(await findUpload('u')).toMatchObject({ state: 'queued' });
});
