import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  bigId = (await upload(anna, big, { filename: 'Große Datei.bin', mimeType: '' })).fileId;
}, 30_000);
afterAll(() => world.stop());

const path = (id = bigId) => `/files/${id}/download`;
const download = (headers: Record<string, string> = {}, id = bigId) => anna.get(path(id), headers);
const etag = () => `"${big.contentHash}"`;

async function store(text: string, mimeType: string): Promise<string> {
  const filename = `${uuidv7()}.bin`;
  return (await upload(anna, fileOf(Buffer.from(text)), { filename, mimeType })).fileId;
}

describe('GET /files/:id/download', () => {
  it('DL1 gives exactly the bytes, DL2 with their length, type and name', async () => {
    const answer = await download();
    expect(answer.status).toBe(200);
    expect(answer.bytes.equals(big.bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-length': String(big.bytes.length),
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="Gro_e Datei.bin"; filename*=UTF-8''Gro%C3%9Fe%20Datei.bin`,
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      etag: etag(),
    });
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });

  it('DL1 gives the empty file', async () => {
    const { fileId } = await upload(anna, fileOf(Buffer.alloc(0)), { filename: 'empty.bin' });
    const answer = await download({}, fileId);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe('0');
    expect(answer.bytes).toHaveLength(0);
    const last = await download({ range: 'bytes=-5' }, fileId);
    expect(last.status).toBe(200);
    const none = await download({ range: 'bytes=0-' }, fileId);
    expect(none.status).toBe(416);
    expect(none.headers.get('content-range')).toBe('bytes */0');
  });

  it('DL2 answers HEAD with the headers alone', async () => {
    const head = await anna.send('HEAD', `/api/v1${path()}`);
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(String(big.bytes.length));
    expect(head.headers.get('etag')).toBe(etag());
    expect(head.bytes).toHaveLength(0);
  });

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=100-199', 100, 199],
    [`bytes=${CHUNK - 1}-${CHUNK}`, CHUNK - 1, CHUNK],
    [`bytes=${CHUNK}-${2 * CHUNK - 1}`, CHUNK, 2 * CHUNK - 1],
    [`bytes=5-${2 * CHUNK + 3}`, 5, 2 * CHUNK + 3],
    [`bytes=${2 * CHUNK}-`, 2 * CHUNK, 2 * CHUNK + 1233],
    ['bytes=-1', 2 * CHUNK + 1233, 2 * CHUNK + 1233],
    [`bytes=-${CHUNK}`, CHUNK + 1234, 2 * CHUNK + 1233],
    [`bytes=0-${10 * CHUNK}`, 0, 2 * CHUNK + 1233],
  ])('DL4 %s gives the part from %i to %i', async (range, start, end) => {
    const answer = await download({ range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end}/${big.bytes.length}`);
    expect(answer.headers.get('content-length')).toBe(String(end - start + 1));
    expect(answer.headers.get('etag')).toBe(etag());
    expect(answer.bytes.equals(big.bytes.subarray(start, end + 1))).toBe(true);
  });

  it('DL5 refuses a range that begins beyond the end', async () => {
    const answer = await download({ range: `bytes=${big.bytes.length}-` });
    expect(answer.status).toBe(416);
    expect(answer.body.code).toBe('range-not-satisfiable');
    expect(answer.headers.get('content-range')).toBe(`bytes */${big.bytes.length}`);
  });

  it.each(['bytes=0-1,4-5', 'items=0-1', 'bytes=5-1', 'nonsense'])(
    'DL6 gives the whole for %s',
    async (range) => {
      const answer = await download({ range });
      expect(answer.status).toBe(200);
      expect(answer.bytes).toHaveLength(big.bytes.length);
    },
  );

  it.each([() => etag(), () => `W/${etag()}`, () => `"x", ${etag()}`, () => '*'])(
    'DL7 answers 304 where the client has it already',
    async (tag) => {
      const answer = await download({ 'if-none-match': tag(), range: 'bytes=0-1' });
      expect(answer.status).toBe(304);
      expect(answer.headers.get('etag')).toBe(etag());
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      expect(answer.bytes).toHaveLength(0);
    },
  );

  it('DL7 gives the whole where the client has something else', async () => {
    expect((await download({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('DL8 gives a part only of the bytes that the client has a part of', async () => {
    const range = 'bytes=0-9';
    expect((await download({ range, 'if-range': etag() })).status).toBe(206);
    for (const other of ['"other"', `W/${etag()}`, new Date().toUTCString()]) {
      expect((await download({ range, 'if-range': other })).status).toBe(200);
    }
  });

  it('DL10 shows inline what is safe, and only where it is asked for', async () => {
    const id = await store('hello', 'text/plain');
    const inline = await anna.get(`${path(id)}?inline=1`);
    expect(inline.headers.get('content-disposition')).toMatch(/^inline;/);
    expect(inline.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(inline.headers.get('content-security-policy')).toMatch(/^sandbox;/);
    expect(inline.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect((await download({}, id)).headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml'])(
    'DL10 never shows %s',
    async (mimeType) => {
      const id = await store('<script>alert(1)</script>', mimeType);
      const answer = await anna.get(`${path(id)}?inline=1`);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox;/);
    },
  );

  it('DL14 gives what is in the trash', async () => {
    const id = await store('in the trash', 'text/plain');
    await anna.delete(`/files/${id}`);
    expect((await download({}, id)).bytes.toString()).toBe('in the trash');
  });

  it('DL15 refuses a folder', async () => {
    const answer = await download({}, anna.user.rootFolderId);
    expect([answer.status, answer.body.code]).toEqual([422, 'not-a-file']);
  });

  it('DL16 refuses what is not there, not visible, no id, or asked by nobody', async () => {
    const ben = await world.signUp('Ben');
    expect((await ben.get(path())).status).toBe(404);
    expect((await download({}, uuidv7())).body.code).toBe('not-found');
    expect((await anna.get('/files/1/download')).status).toBe(400);
    expect((await world.visitor().get(path())).status).toBe(401);
  });

  it('DL13 refuses storage-unavailable where the bytes cannot be read', async () => {
    const file = randomFile(10);
    const { fileId } = await upload(anna, file, { filename: 'lost.bin' });
    await world.deps.blobs.delete(file.hashes[0] ?? '');
    const answer = await download({}, fileId);
    expect([answer.status, answer.body.code]).toEqual([503, 'storage-unavailable']);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  it('DL13 cuts the connection where later bytes cannot be read', async () => {
    const file = randomFile(2 * CHUNK);
    const { fileId } = await upload(anna, file, { filename: 'half.bin' });
    await world.deps.blobs.delete(file.hashes[1] ?? '');
    await expect(download({}, fileId)).rejects.toThrow();
  });
});
