import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CHUNK,
  fileOf,
  getNode,
  listRoot,
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

describe('an upload from end to end', () => {
  it('UP1 init answers with the plan of its chunks', async () => {
    const { init } = uploadCalls(anna);
    const answer = await init({ filename: 'big.bin', size: 2 * CHUNK + 1 });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      uploadId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      chunkSize: 4 * 1024 * 1024,
      totalChunks: 3,
      expiresAt: new Date(world.deps.clock.now().getTime() + 30 * 86_400_000).toISOString(),
    });
  });

  it('UP2 a whole upload becomes a file with exactly its properties', async () => {
    const file = randomFile(CHUNK + 1000);
    const lastModified = '2020-02-03T04:05:06.789Z';
    const done = await upload(anna, file, { filename: 'Äpfel.txt', lastModified });
    expect(done).toMatchObject({ version: 1, contentHash: file.contentHash });
    expect(await getNode(anna, done.fileId)).toMatchObject({
      kind: 'file',
      name: 'Äpfel.txt',
      parentId: anna.user.rootFolderId,
      size: file.bytes.length,
      mimeType: 'text/plain',
      version: 1,
      contentHash: file.contentHash,
      modifiedAt: lastModified,
      createdAt: world.deps.clock.now().toISOString(),
      modifiedBy: { id: anna.user.id, displayName: 'Anna' },
      trashedAt: null,
      conflictOf: null,
    });
  });

  it('UP3 the empty file has no chunks', async () => {
    const done = await upload(anna, fileOf(Buffer.alloc(0)), { filename: 'empty' });
    expect(done.contentHash).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(await getNode(anna, done.fileId)).toMatchObject({ size: 0, version: 1 });
  });

  it('UP4 completing again gives the same answer and makes nothing new', async () => {
    const file = randomFile(10);
    const uploadId = await send(anna, file, { filename: 'once.txt' });
    const { complete } = uploadCalls(anna);
    const answers = [await complete(uploadId), await complete(uploadId)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    const same = (await listRoot(anna)).filter(({ name }) => name === 'once.txt');
    expect(same).toMatchObject([{ version: 1 }]);
  });
});
