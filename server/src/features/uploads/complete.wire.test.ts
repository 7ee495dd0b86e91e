import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedFolder } from '../../../test/tree.ts';
import {
  begin,
  CHUNK,
  fileOf,
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

const count = async (sql: string, values: readonly unknown[]) =>
  (await world.deps.db.query<{ count: number }>(sql, values))[0]?.count;

describe('complete', () => {
  it('UP23 refuses while chunks are missing, names them, and stays open', async () => {
    const file = randomFile(2 * CHUNK + 5);
    const { uploadId } = await begin(anna, file, { filename: 'parts.bin' });
    const { put, complete, get } = uploadCalls(anna);
    await put(uploadId, 1, file.chunks[1] as Buffer);
    const early = await complete(uploadId);
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({ code: 'chunks-missing', needed: [0, 2] });
    expect((await get(uploadId)).body).toMatchObject({ status: 'open', needed: [0, 2] });
    await put(uploadId, 0, file.chunks[0] as Buffer);
    await put(uploadId, 2, file.chunks[2] as Buffer);
    expect((await complete(uploadId)).status).toBe(200);
  });

  it('UP23 counts a chunk as missing that was only declared', async () => {
    const file = randomFile(100);
    const { uploadId } = await begin(anna, file);
    await uploadCalls(anna).check(uploadId, file.hashes);
    expect((await uploadCalls(anna).complete(uploadId)).body).toMatchObject({ needed: [0] });
  });

  it('UP4 two completions at once give one version', async () => {
    const uploadId = await send(anna, randomFile(100), { filename: 'at once.txt' });
    const { complete } = uploadCalls(anna);
    const answers = await Promise.all(Array.from({ length: 5 }, () => complete(uploadId)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(new Set(answers.map(({ bytes }) => bytes.toString())).size).toBe(1);
    const { fileId } = answers[0]?.body ?? { fileId: '' };
    expect(await count('select count(*) from versions where file_id = $1', [fileId])).toBe(1);
  });

  it('UP20 after it there is nothing more to send', async () => {
    const { uploadId } = await upload(anna, randomFile(100), { filename: 'status.txt' });
    expect((await uploadCalls(anna).get(uploadId)).body).toMatchObject({
      status: 'completed',
      needed: [],
      totalChunks: 1,
    });
  });

  it('UP28 gives a new file the id that the client chose', async () => {
    const id = uuidv7();
    const done = await upload(anna, randomFile(5), { filename: 'my id', id });
    expect(done.fileId).toBe(id);
  });

  it('UP28 gives another id where something else took it meanwhile', async () => {
    const id = uuidv7();
    const first = await send(anna, randomFile(5), { filename: 'id one', id });
    const second = await send(anna, randomFile(5), { filename: 'id two', id });
    const { complete } = uploadCalls(anna);
    expect((await complete(first)).body.fileId).toBe(id);
    const done = await complete(second);
    expect(done.status).toBe(200);
    expect(done.body.fileId).not.toBe(id);
    expect((await getNode(anna, done.body.fileId)).name).toBe('id two');
    expect((await getNode(anna, id)).name).toBe('id one');
    expect((await complete(second)).body).toEqual(done.body);
  });

  it('UP28 leaves the id unused where the bytes become a version of another file', async () => {
    const { fileId } = await upload(anna, randomFile(5), { filename: 'same name' });
    const again = await upload(anna, randomFile(5), { filename: 'SAME NAME', id: uuidv7() });
    expect(again).toMatchObject({ fileId, version: 2 });
  });

  it('keeps one content for the same bytes in one space', async () => {
    const file = randomFile(100);
    await upload(anna, file, { filename: 'content one' });
    await upload(anna, file, { filename: 'content two' });
    const hash = Buffer.from(file.contentHash, 'hex');
    expect(await count('select count(*) from contents where hash = $1', [hash])).toBe(1);
  });

  it('lets go of the leases, which the content replaces', async () => {
    const { uploadId } = await upload(anna, randomFile(100), { filename: 'leases' });
    expect(await count('select count(*) from upload_chunks where upload_id = $1', [uploadId])).toBe(
      0,
    );
  });

  it('takes a file whose chunks are all the same', async () => {
    const file = fileOf(Buffer.alloc(2 * CHUNK + 10));
    const done = await upload(anna, file, { filename: 'zeros' });
    expect(done.contentHash).toBe(file.contentHash);
  });

  it('UP5 goes into the folder that was named', async () => {
    const folder = await seedFolder(world.deps.db, ownerOf(anna), 'papers');
    const done = await upload(anna, randomFile(5), { filename: 'in it', folderId: folder.id });
    expect((await getNode(anna, done.fileId)).parentId).toBe(folder.id);
  });

  it('is numbered as a change of its space', async () => {
    const one = await getNode(anna, (await upload(anna, randomFile(1), { filename: 's1' })).fileId);
    const two = await getNode(anna, (await upload(anna, randomFile(1), { filename: 's2' })).fileId);
    expect(two.seq).toBeGreaterThan(one.seq);
  });

  it('UP29 with a key answers the same again', async () => {
    const uploadId = await send(anna, randomFile(5), { filename: 'keyed' });
    const key = { 'idempotency-key': uuidv7() };
    const once = () => anna.post(`/upload/${uploadId}/complete`, undefined, key);
    const [first, again] = [await once(), await once()];
    expect(again.body).toEqual(first.body);
    expect((await listRoot(anna)).filter(({ name }) => name === 'keyed')).toHaveLength(1);
  });
});
