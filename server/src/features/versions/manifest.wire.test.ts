import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedVersion } from '../../../test/tree.ts';
import { CHUNK, fileOf, type LocalFile, randomFile, upload } from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
let anna: Person;
let big: LocalFile;
let bigId: string;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
  big = randomFile(2 * CHUNK + 1234);
  bigId = (await upload(anna, big, { filename: 'big.bin' })).fileId;
}, 30_000);
afterAll(() => world.stop());

const etag = () => `"${big.contentHash}"`;

describe('GET /manifest/:fileId', () => {
  it('DL17 lists the chunks of a file', async () => {
    const answer = await anna.get<object>(`/manifest/${bigId}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe(etag());
    expect(answer.body).toEqual({
      contentHash: big.contentHash,
      size: big.bytes.length,
      chunks: big.chunks.map((chunk, i) => ({ hash: big.hashes[i], size: chunk.length })),
    });
    const again = await anna.get(`/manifest/${bigId}`, { 'if-none-match': etag() });
    expect(again.status).toBe(304);
  });

  it('DL17 lists no chunks for the empty file', async () => {
    const { fileId } = await upload(anna, fileOf(Buffer.alloc(0)), { filename: 'void' });
    expect((await anna.get<object>(`/manifest/${fileId}`)).body).toMatchObject({
      size: 0,
      chunks: [],
    });
  });

  it('DL17 lists the chunks of a file of thousands', async () => {
    const { fileId } = await upload(anna, randomFile(10), { filename: 'long' });
    const count = 2500;
    await world.deps.db.query(
      `with bytes as (select content_id as id from nodes where id = $1),
            one as (select hash, space_id from content_chunks, bytes where content_id = id)
       insert into content_chunks (content_id, index, space_id, hash, size)
       select bytes.id, i, one.space_id, one.hash, $2::int
         from bytes, one, generate_series(1, $3::int) i`,
      [fileId, CHUNK, count - 1],
    );
    await world.deps.db.query(
      `update contents set size = $2 where id = (select content_id from nodes where id = $1)`,
      [fileId, count * CHUNK],
    );
    const { body } = await anna.get<{ chunks: object[] }>(`/manifest/${fileId}`);
    expect(body.chunks).toHaveLength(count);
  });

  it('DL18 gives each version its own', async () => {
    const { user } = anna;
    const { fileId } = await upload(anna, randomFile(10), { filename: 'versions' });
    const owner = { userId: user.id, spaceId: user.personalSpaceId, rootId: user.rootFolderId };
    await seedVersion(world.deps.db, owner, fileId, { size: 20 });
    const sizeOf = async (query: string) =>
      (await anna.get<{ size: number }>(`/manifest/${fileId}${query}`)).body.size;
    expect([await sizeOf(''), await sizeOf('?version=1'), await sizeOf('?version=2')]).toEqual([
      20, 10, 20,
    ]);
    for (const [version, status] of [
      ['3', 404],
      ['99999999999999', 404],
      ['0', 400],
      ['-1', 400],
      ['x', 400],
    ]) {
      expect((await anna.get(`/manifest/${fileId}?version=${version}`)).status).toBe(status);
    }
  });

  it('DL16 refuses what cannot be seen, and a folder', async () => {
    const ben = await world.signUp('Ben');
    expect((await ben.get(`/manifest/${bigId}`)).status).toBe(404);
    expect((await anna.get('/manifest/x')).status).toBe(400);
    expect((await anna.get(`/manifest/${anna.user.rootFolderId}`)).status).toBe(422);
    expect((await world.visitor().get(`/manifest/${bigId}`)).status).toBe(401);
  });
});

describe('GET /files/:id/chunks/:index', () => {
  const chunk = (index: number | string, query = '') =>
    anna.get(`/files/${bigId}/chunks/${index}${query}`);

  it('DL19 gives one chunk', async () => {
    for (const [index, bytes] of big.chunks.entries()) {
      const answer = await chunk(index);
      expect(answer.status).toBe(200);
      expect(answer.bytes.equals(bytes)).toBe(true);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        etag: `"${big.hashes[index]}"`,
        'content-type': 'application/octet-stream',
        'content-length': String(bytes.length),
        'cache-control': 'private, no-cache',
      });
    }
  });

  it('DL19 lets the chunk of a named version be kept for good', async () => {
    const answer = await chunk(0, '?version=1');
    expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  });

  it('DL19 answers 304 where the client has it already', async () => {
    const has = { 'if-none-match': `"${big.hashes[1]}"` };
    expect((await anna.get(`/files/${bigId}/chunks/1`, has)).status).toBe(304);
    expect((await anna.get(`/files/${bigId}/chunks/0`, has)).status).toBe(200);
  });

  it('DL16 refuses a chunk that is none, and what cannot be seen', async () => {
    for (const index of [3, 999_999_999_999]) expect((await chunk(index)).status).toBe(404);
    for (const index of ['-1', 'x', '1.5']) expect((await chunk(index)).status).toBe(400);
    const ben = await world.signUp('Ben');
    expect((await ben.get(`/files/${bigId}/chunks/0`)).status).toBe(404);
    expect((await anna.get(`/files/${anna.user.rootFolderId}/chunks/0`)).status).toBe(422);
  });
});
