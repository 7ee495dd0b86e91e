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

const today = () => world.deps.clock.now().toISOString().slice(0, 10);
const put = (body: object) => upload(anna, randomFile(20), body);
const namesLike = async (part: string) =>
  (await listRoot(anna)).map(({ name }) => name).filter((name) => name.includes(part));

describe('uploading to a file that is there', () => {
  it('UP14 makes its next version, wherever the file is by now', async () => {
    const { fileId } = await put({ filename: 'plan.txt' });
    const folder = await seedFolder(world.deps.db, ownerOf(anna), 'elsewhere');
    const moved = { name: 'renamed.txt', folderId: folder.id };
    const uploadId = await send(anna, randomFile(30), {
      filename: 'plan.txt',
      fileId,
      baseVersion: 1,
    });
    expect((await anna.patch(`/files/${fileId}`, moved)).status).toBe(200);
    const done = await uploadCalls(anna).complete(uploadId);
    expect(done.body).toEqual({ fileId, version: 2, contentHash: expect.any(String) });
    expect(await getNode(anna, fileId)).toMatchObject({
      name: 'renamed.txt',
      parentId: folder.id,
      version: 2,
      size: 30,
    });
  });

  it('UP15 makes a conflicted copy beside it when it has moved on', async () => {
    const { fileId } = await put({ filename: 'report.txt' });
    await put({ filename: 'report.txt', fileId, baseVersion: 1 });
    const late = await put({ filename: 'report.txt', fileId, baseVersion: 1 });
    expect(late).toMatchObject({
      version: 1,
      conflict: { fileId, baseVersion: 1, currentVersion: 2 },
    });
    expect(late.fileId).not.toBe(fileId);
    expect(await getNode(anna, late.fileId)).toMatchObject({
      name: `report (conflicted copy, Anna, ${today()}).txt`,
      parentId: anna.user.rootFolderId,
      conflictOf: fileId,
      version: 1,
    });
    expect(await getNode(anna, fileId)).toMatchObject({ version: 2, name: 'report.txt' });
  });

  it('UP15 numbers further conflicted copies, and answers the conflict again', async () => {
    const { fileId } = await put({ filename: 'twice.txt' });
    await put({ filename: 'twice.txt', fileId, baseVersion: 1 });
    await put({ filename: 'twice.txt', fileId, baseVersion: 1 });
    const second = await put({ filename: 'twice.txt', fileId, baseVersion: 1 });
    const name = `twice (conflicted copy, Anna, ${today()}) (2).txt`;
    expect((await getNode(anna, second.fileId)).name).toBe(name);
    const again = await uploadCalls(anna).complete(second.uploadId);
    expect(again.body.conflict).toEqual(second.conflict);
  });

  it('UP15 of two that were based on the same version one becomes the copy', async () => {
    const { fileId } = await put({ filename: 'raced.txt' });
    const change = { filename: 'raced.txt', fileId, baseVersion: 1 };
    const ids = [await send(anna, randomFile(9), change), await send(anna, randomFile(9), change)];
    const done = await Promise.all(ids.map((id) => uploadCalls(anna).complete(id)));
    expect(done.map(({ body }) => body.conflict === undefined).sort()).toEqual([false, true]);
    expect((await getNode(anna, fileId)).version).toBe(2);
  });

  it('UP15 makes a copy when the file went to the trash meanwhile', async () => {
    const { fileId } = await put({ filename: 'binned.txt' });
    const uploadId = await send(anna, randomFile(9), {
      filename: 'binned.txt',
      fileId,
      baseVersion: 1,
    });
    await anna.delete(`/files/${fileId}`);
    const done = await uploadCalls(anna).complete(uploadId);
    expect(done.body.conflict).toEqual({ fileId, baseVersion: 1, currentVersion: 1 });
    expect(await namesLike('binned')).toEqual([`binned (conflicted copy, Anna, ${today()}).txt`]);
  });

  it('UP15 makes a new file when the file was deleted for good meanwhile', async () => {
    const { fileId } = await put({ filename: 'purged.txt' });
    const uploadId = await send(anna, randomFile(9), {
      filename: 'purged.txt',
      fileId,
      baseVersion: 1,
    });
    await anna.delete(`/files/${fileId}`);
    await anna.delete(`/trash/${fileId}`);
    await put({ filename: 'purged.txt' });
    const done = await uploadCalls(anna).complete(uploadId);
    expect(done.body).toMatchObject({ version: 1 });
    expect(done.body.fileId).not.toBe(fileId);
    expect((await namesLike('purged')).sort()).toEqual(['purged (2).txt', 'purged.txt']);
  });
});

describe('uploading under a name that is there', () => {
  it('UP16 makes a version of the file, in whatever case the name is written', async () => {
    const first = await put({ filename: 'Notes.txt' });
    const second = await put({ filename: 'nOTES.TXT', onConflict: 'version' });
    expect(second).toMatchObject({ fileId: first.fileId, version: 2 });
    expect((await getNode(anna, first.fileId)).name).toBe('Notes.txt');
  });

  it('UP16 gives it a number', async () => {
    await put({ filename: 'photo.jpg' });
    const second = await put({ filename: 'photo.jpg', onConflict: 'rename' });
    const third = await put({ filename: 'PHOTO.jpg', onConflict: 'rename' });
    expect((await getNode(anna, second.fileId)).name).toBe('photo (2).jpg');
    expect((await getNode(anna, third.fileId)).name).toBe('PHOTO (3).jpg');
  });

  it('UP16 refuses it, and the upload stays open', async () => {
    await put({ filename: 'mine.txt' });
    const uploadId = await send(anna, randomFile(9), { filename: 'Mine.txt', onConflict: 'fail' });
    const { complete, get } = uploadCalls(anna);
    expect((await complete(uploadId)).body).toMatchObject({ status: 409, code: 'name-taken' });
    expect((await get(uploadId)).body.status).toBe('open');
  });

  it('UP16 numbers the file where a folder has the name', async () => {
    await seedFolder(world.deps.db, ownerOf(anna), 'docs.txt');
    const done = await put({ filename: 'docs.txt' });
    expect((await getNode(anna, done.fileId)).name).toBe('docs (2).txt');
  });

  it('UP16 does not mind what is in the trash', async () => {
    const first = await put({ filename: 'reborn.txt' });
    await anna.delete(`/files/${first.fileId}`);
    const second = await put({ filename: 'reborn.txt', onConflict: 'fail' });
    expect(second.version).toBe(1);
    expect(second.fileId).not.toBe(first.fileId);
  });

  it.each([
    ['version', [1, 2], ['pair.version']],
    ['rename', [1, 1], ['pair (2).rename', 'pair.rename']],
  ])('UP16 settles two at once of the same new name by %s', async (onConflict, versions, names) => {
    const body = { filename: `pair.${onConflict}`, onConflict };
    const ids = [await send(anna, randomFile(9), body), await send(anna, randomFile(9), body)];
    const done = await Promise.all(ids.map((id) => uploadCalls(anna).complete(id)));
    expect(done.map((answer) => answer.body.version).sort()).toEqual(versions);
    expect((await namesLike('pair')).filter((name) => name.endsWith(onConflict)).sort()).toEqual(
      names,
    );
  });

  it('UP16 lets one of two at once through where the other is to fail', async () => {
    const body = { filename: 'only one.txt', onConflict: 'fail' };
    const ids = [await send(anna, randomFile(9), body), await send(anna, randomFile(9), body)];
    const done = await Promise.all(ids.map((id) => uploadCalls(anna).complete(id)));
    expect(done.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
