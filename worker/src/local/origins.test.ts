import { beforeEach, describe, expect, it } from 'vitest';
import {
  findOrigin,
  forgetOrigins,
  forgetStaleOrigins,
  keepOrigins,
  readReopenable,
} from './origins.ts';
import { putStagedParts } from './staged-chunks.ts';
import { enqueue } from './upload-queue.ts';
import { wipe } from './wipe.ts';

beforeEach(wipe);

// The database clones what it keeps; a handle is a clonable object like any other.
const HANDLE = { kind: 'file', name: 'film.mp4' } as FileSystemHandle;
const origin = (uploadId: string) => ({ uploadId, handle: HANDLE, path: ['films', 'film.mp4'] });

const add = (id: string) => {
  const facts = { filename: id, sizeBytes: 5, mimeType: '', lastModified: 1, folderId: 'root' };
  return enqueue({ userId: 'ada', stager: 'tab', files: [{ ...facts, id }] });
};

const stage = (uploadId: string) => {
  const chunks = [{ hash: 'h', bytes: new ArrayBuffer(5) }];
  return putStagedParts([{ uploadId, firstIndex: 0, chunks }]);
};

describe('the origin of a file', () => {
  it('is found again by its upload', async () => {
    await keepOrigins([origin('a')]);
    expect(await findOrigin('a')).toMatchObject({ handle: HANDLE, path: ['films', 'film.mp4'] });
    expect(await readReopenable(['a', 'b'])).toEqual(new Set(['a']));
  });

  it('is forgotten when told to', async () => {
    await keepOrigins([origin('a'), origin('b')]);
    await forgetOrigins(['a']);
    expect(await readReopenable(['a', 'b'])).toEqual(new Set(['b']));
  });

  it('goes with an upload that is staged or gone, and stays with one that is not', async () => {
    for (const id of ['staged', 'waiting']) await add(id);
    await keepOrigins(['staged', 'waiting', 'gone'].map(origin));
    await stage('staged');
    await forgetStaleOrigins();
    expect(await readReopenable(['staged', 'waiting', 'gone'])).toEqual(new Set(['waiting']));
  });
});
