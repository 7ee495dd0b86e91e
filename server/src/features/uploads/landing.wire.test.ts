import type { Node } from '@satchel/shared/wire/nodes';
import type { CompleteAnswer } from '@satchel/shared/wire/uploads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedFolder } from '../../../test/tree.ts';
import {
  getNode,
  listRoot,
  ownerOf,
  randomFile,
  send,
  upload,
  uploadCalls,
} from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
});
afterAll(() => world.stop());

const rootId = () => anna.user.rootFolderId;
const makeFolder = (name: string, parentId?: string) =>
  seedFolder(world.deps.db, ownerOf(anna), name, parentId);
const sendTo = (folderId: string, filename: string, body: object = {}) =>
  send(anna, randomFile(7), { filename, folderId, ...body });
/** A new folder, and bytes that are to be a file in it, all of them here. */
const sentInto = async (
  folderName: string,
  body: { filename?: string; onConflict?: string } = {},
) => {
  const folder = await makeFolder(folderName);
  const { filename = `from ${folderName}.txt`, ...more } = body;
  return { folder, uploadId: await sendTo(folder.id, filename, more) };
};
const trash = async ({ id }: Pick<Node, 'id'>) => {
  expect((await anna.delete(`/files/${id}`)).status).toBe(204);
};
const purge = async ({ id }: Pick<Node, 'id'>) => {
  expect((await anna.delete(`/trash/${id}`)).status).toBe(204);
};
const complete = async (uploadId: string): Promise<CompleteAnswer> => {
  const answer = await uploadCalls(anna).complete(uploadId);
  expect(answer.status).toBe(200);
  return answer.body;
};
const copyOf = (stem: string) =>
  `${stem} (conflicted copy, Anna, ${world.deps.clock.now().toISOString().slice(0, 10)}).txt`;

describe('the folder of an upload that is completed', () => {
  it('UP30 is in the trash: the file lies in the root, and the answer says so', async () => {
    const { folder, uploadId } = await sentInto('binned');
    await trash(folder);
    const done = await complete(uploadId);
    expect(done).toEqual({
      fileId: expect.any(String),
      version: 1,
      contentHash: expect.any(String),
      folderId: rootId(),
    });
    expect(await getNode(anna, done.fileId)).toMatchObject({
      name: 'from binned.txt',
      parentId: rootId(),
      trashedAt: null,
      conflictOf: null,
    });
    expect(await complete(uploadId)).toEqual(done);
  });

  it('UP30 is deleted for good: the file lies in the root', async () => {
    const { folder, uploadId } = await sentInto('doomed');
    await trash(folder);
    await purge(folder);
    const done = await complete(uploadId);
    expect(done.folderId).toBe(rootId());
    expect((await getNode(anna, done.fileId)).parentId).toBe(rootId());
  });

  it('UP30 lies beneath one that is in the trash: the file lies in the root', async () => {
    const above = await makeFolder('above');
    const below = await makeFolder('below', (await makeFolder('between', above.id)).id);
    const uploadId = await sendTo(below.id, 'from below.txt');
    await trash(above);
    expect((await complete(uploadId)).folderId).toBe(rootId());
  });

  it('UP30 was moved: the file lies in it, and the answer says nothing', async () => {
    const { folder, uploadId } = await sentInto('moved');
    const { id: folderId } = await makeFolder('new place');
    expect((await anna.patch(`/folders/${folder.id}`, { folderId })).status).toBe(200);
    const done = await complete(uploadId);
    expect(done.folderId).toBeUndefined();
    expect((await getNode(anna, done.fileId)).parentId).toBe(folder.id);
  });

  it('UP30 came back from the trash: the file lies in it', async () => {
    const { folder, uploadId } = await sentInto('fickle');
    await trash(folder);
    expect((await anna.post(`/folders/${folder.id}/restore`)).status).toBe(200);
    expect((await getNode(anna, (await complete(uploadId)).fileId)).parentId).toBe(folder.id);
  });

  it.each(['version', 'rename', 'fail'])(
    'UP30 is in the trash, and the root has the name: the file gets a number (%s)',
    async (onConflict) => {
      const filename = `taken ${onConflict}.txt`;
      const { fileId } = await upload(anna, randomFile(3), { filename });
      const { folder, uploadId } = await sentInto(`bin ${onConflict}`, { filename, onConflict });
      await trash(folder);
      const done = await complete(uploadId);
      expect((await getNode(anna, done.fileId)).name).toBe(`taken ${onConflict} (2).txt`);
      expect((await getNode(anna, fileId)).version).toBe(1);
    },
  );

  it('UP30 is in the trash: two at once of the same name both lie in the root', async () => {
    const folder = await makeFolder('bin of two');
    const ids = [await sendTo(folder.id, 'pair.txt'), await sendTo(folder.id, 'pair.txt')];
    await trash(folder);
    await Promise.all(ids.map(complete));
    const names = (await listRoot(anna)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['pair.txt', 'pair (2).txt']));
  });
});

describe('the file that an upload changes', () => {
  /** Bytes that are to be the second version of a file in a folder of its own, all of them here. */
  async function begun(folderName: string, stem: string) {
    const folder = await makeFolder(folderName);
    const filename = `${stem}.txt`;
    const { fileId } = await upload(anna, randomFile(3), { filename, folderId: folder.id });
    const body = { filename, fileId, baseVersion: 1 };
    return { folder, file: { id: fileId }, uploadId: await send(anna, randomFile(7), body) };
  }

  it('UP30 is in the trash: its conflicted copy lies beside it', async () => {
    const { folder, file, uploadId } = await begun('still here', 'trashed');
    await trash(file);
    const done = await complete(uploadId);
    expect(done).toMatchObject({
      conflict: { fileId: file.id, baseVersion: 1, currentVersion: 1 },
    });
    expect(done.folderId).toBeUndefined();
    const where = { parentId: folder.id, name: copyOf('trashed'), conflictOf: file.id };
    expect(await getNode(anna, done.fileId)).toMatchObject(where);
  });

  it('UP30 went to the trash with its folder: its conflicted copy lies in the root', async () => {
    const { folder, file, uploadId } = await begun('gone with it', 'taken along');
    await trash(folder);
    const done = await complete(uploadId);
    expect(done).toMatchObject({ conflict: { fileId: file.id }, folderId: rootId() });
    const where = { parentId: rootId(), name: copyOf('taken along'), conflictOf: file.id };
    expect(await getNode(anna, done.fileId)).toMatchObject(where);
    expect((await getNode(anna, file.id)).version).toBe(1);
  });

  it('UP30 is in the trash and its folder deleted for good: the copy lies in the root', async () => {
    const { folder, file, uploadId } = await begun('deleted above it', 'orphan');
    await trash(file);
    await trash(folder);
    await purge(folder);
    const done = await complete(uploadId);
    expect(done).toMatchObject({ conflict: { fileId: file.id }, folderId: rootId() });
  });

  it('UP30 is deleted for good: a new file lies where it was', async () => {
    const { folder, file, uploadId } = await begun('outlives it', 'purged');
    await trash(file);
    await purge(file);
    const done = await complete(uploadId);
    expect(done).toEqual({
      fileId: expect.not.stringMatching(file.id),
      version: 1,
      contentHash: expect.any(String),
    });
    const where = { parentId: folder.id, name: 'purged.txt', conflictOf: null };
    expect(await getNode(anna, done.fileId)).toMatchObject(where);
  });

  it('UP30 is deleted for good with its folder: a new file lies in the root', async () => {
    const { folder, uploadId } = await begun('dies with it', 'both gone');
    await upload(anna, randomFile(3), { filename: 'both gone.txt' });
    await trash(folder);
    await purge(folder);
    const done = await complete(uploadId);
    expect(done.folderId).toBe(rootId());
    expect((await getNode(anna, done.fileId)).name).toBe('both gone (2).txt');
  });
});
