import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedFile, seedFolder } from '../../../test/tree.ts';
import { begin, CHUNK, ownerOf, randomFile, upload, uploadCalls } from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld({ defaultQuotaBytes: 100_000 });
});
beforeEach(async () => {
  anna = await world.signUp('Anna');
});
afterAll(() => world.stop());

const file = { filename: 'a.txt', size: 10 };
const init = (change: object) => uploadCalls(anna).init({ ...file, ...change });
const refusal = async (change: object) => {
  const { status, body } = await init(change);
  return { status, ...(body as object) };
};
const reserved = async () => {
  const [space] = await world.deps.db.query<{ reserved: number; used: number }>(
    'select reserved_bytes as reserved, used_bytes as used from spaces where id = $1',
    [anna.user.personalSpaceId],
  );
  return space;
};

describe('init', () => {
  it.each([
    ['no name', { filename: undefined }],
    ['a size below nothing', { size: -1 }],
    ['half a byte', { size: 0.5 }],
    ['a size past exact integers', { size: 2 ** 53 }],
    ['a size in words', { size: '10' }],
    ['a folder that is no id', { folderId: 'root' }],
    ['a file without the version that was seen', { fileId: uuidv7() }],
    ['a version without a file', { baseVersion: 1 }],
    ['version nought', { fileId: uuidv7(), baseVersion: 0 }],
    ['an id for a file that has one', { id: uuidv7(), fileId: uuidv7(), baseVersion: 1 }],
    ['an id of another kind', { id: '9b2fdeb5-6d5b-4b3c-9b0e-2f5f0f3f7a11' }],
    ['an unknown way to settle', { onConflict: 'merge' }],
    ['a time that is none', { lastModified: 'yesterday' }],
    ['a type that is none', { mimeType: 'picture' }],
  ])('UP5 refuses %s', async (_what, change) => {
    expect(await refusal(change)).toMatchObject({ status: 400, code: 'invalid-request' });
  });

  it.each(['', '.', '..', 'a/b', 'a\\b', 'a\u0000', 'a\u202eb', ' a', 'a ', 'a.', 'é'.repeat(128)])(
    'UP5 refuses the name %j',
    async (filename) => {
      expect(await refusal({ filename })).toMatchObject({ status: 400, code: 'invalid-name' });
    },
  );

  it('UP5 stores the name in its normal form', async () => {
    const { uploadId } = await begin(anna, randomFile(1), { filename: 'e\u0301.txt' });
    expect((await uploadCalls(anna).get(uploadId)).body.filename).toBe('\u00e9.txt');
  });

  it('UP5 refuses a folder or file that is not there or not hers', async () => {
    const bert = await world.signUp('Bert');
    const his = await seedFile(world.deps.db, ownerOf(bert), 'his.txt');
    const notFound = { status: 404, code: 'not-found' };
    expect(await refusal({ folderId: uuidv7() })).toMatchObject(notFound);
    expect(await refusal({ folderId: bert.user.rootFolderId })).toMatchObject(notFound);
    expect(await refusal({ fileId: uuidv7(), baseVersion: 1 })).toMatchObject(notFound);
    expect(await refusal({ fileId: his.id, baseVersion: 1 })).toMatchObject(notFound);
  });

  it('UP5 refuses a file for a folder and a folder for a file', async () => {
    const { db } = world.deps;
    const folder = await seedFolder(db, ownerOf(anna), 'folder');
    const aFile = await seedFile(db, ownerOf(anna), 'file');
    expect(await refusal({ folderId: aFile.id })).toMatchObject({
      status: 422,
      code: 'not-a-folder',
    });
    const asFile = { fileId: folder.id, baseVersion: 1 };
    expect(await refusal(asFile)).toMatchObject({ status: 422, code: 'not-a-file' });
  });

  it('UP5 refuses what is in the trash, by itself or with its folder', async () => {
    const { db } = world.deps;
    const folder = await seedFolder(db, ownerOf(anna), 'folder');
    const inner = await seedFolder(db, ownerOf(anna), 'inner', folder.id);
    const aFile = await seedFile(db, ownerOf(anna), 'file', { parentId: inner.id });
    await anna.delete(`/folders/${folder.id}`);
    const inTrash = { status: 409, code: 'in-trash' };
    expect(await refusal({ folderId: folder.id })).toMatchObject(inTrash);
    expect(await refusal({ folderId: inner.id })).toMatchObject(inTrash);
    expect(await refusal({ fileId: aFile.id, baseVersion: 1 })).toMatchObject(inTrash);
  });

  it('UP28 refuses an id that something has already', async () => {
    const done = await upload(anna, randomFile(5), { filename: 'one', id: uuidv7() });
    expect(await refusal({ id: done.fileId })).toMatchObject({ status: 409, code: 'id-taken' });
  });

  it('UP6 reserves room, and refuses what does not fit into the rest', async () => {
    expect((await init({ size: 60_000 })).status).toBe(201);
    expect(await refusal({ size: 40_001 })).toMatchObject({
      status: 507,
      code: 'quota-exceeded',
      freeBytes: 40_000,
    });
    expect((await init({ size: 40_000 })).status).toBe(201);
    expect(await refusal({ size: 1 })).toMatchObject({ status: 507 });
    expect((await init({ size: 0 })).status).toBe(201);
    expect(await reserved()).toEqual({ reserved: 100_000, used: 0 });
  });

  it('UP6 never reserves more than there is, however many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => init({ size: 30_000 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(3).fill(201),
      ...Array(7).fill(507),
    ]);
    expect(await reserved()).toEqual({ reserved: 90_000, used: 0 });
  });

  it('UP6 counts as used what has been uploaded, in every version', async () => {
    await upload(anna, randomFile(30_000), { filename: 'a' });
    await upload(anna, randomFile(20_000), { filename: 'a' });
    expect(await reserved()).toEqual({ reserved: 0, used: 50_000 });
    const me = await anna.get<{ user: { usedBytes: number } }>('/auth/me');
    expect(me.body.user.usedBytes).toBe(50_000);
  });

  it('UP29 opens one upload for one Idempotency-Key', async () => {
    const calls = uploadCalls(anna);
    const key = { 'idempotency-key': uuidv7() };
    const [first, again] = [await calls.init(file, key), await calls.init(file, key)];
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(await reserved()).toEqual({ reserved: 10, used: 0 });
  });

  it('UP1 counts the chunks of any size', async () => {
    await world.deps.db.query('update spaces set quota_bytes = $1', [Number.MAX_SAFE_INTEGER]);
    const chunks = async (size: number) => (await init({ size })).body.totalChunks;
    expect(await chunks(0)).toBe(0);
    expect(await chunks(1)).toBe(1);
    expect(await chunks(CHUNK)).toBe(1);
    expect(await chunks(CHUNK + 1)).toBe(2);
    expect(await chunks(10_000_000_000)).toBe(2385);
  });
});
