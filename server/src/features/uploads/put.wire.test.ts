import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  begin,
  CHUNK,
  randomFile,
  send,
  sha256,
  storedFiles,
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

const isRecorded = async (bytes: Buffer) => {
  const rows = await world.deps.db.query(
    `select 1 from chunks where hash = decode($1, 'hex') and state = 'stored'`,
    [sha256(bytes)],
  );
  return rows.length > 0;
};

describe('sending a chunk', () => {
  it('UP8 answers with the hash of what came', async () => {
    const file = randomFile(100);
    const { uploadId } = await begin(anna, file);
    const answer = await uploadCalls(anna).put(uploadId, 0, file.bytes);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ received: true, hash: file.hashes[0] });
  });

  it('UP8 keeps nothing of bytes that are not what they are said to be', async () => {
    const file = randomFile(100);
    const other = randomFile(100);
    const { uploadId } = await begin(anna, file);
    const { put, get } = uploadCalls(anna);
    const wrong = await put(uploadId, 0, other.bytes, { 'x-chunk-hash': file.hashes[0] ?? '' });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toMatchObject({ code: 'hash-mismatch' });
    expect((await get(uploadId)).body.needed).toEqual([0]);
    expect(await isRecorded(file.bytes)).toBe(false);
    expect(await storedFiles(world)).not.toContain(file.hashes[0]);
    expect((await put(uploadId, 0, file.bytes)).status).toBe(200);
  });

  it('UP8 takes the right bytes after wrong ones, where nothing was declared', async () => {
    const file = randomFile(100);
    const { uploadId } = await begin(anna, file);
    const { put } = uploadCalls(anna);
    const wrong = await put(uploadId, 0, file.bytes, { 'x-chunk-hash': '0'.repeat(64) });
    expect(wrong.body).toMatchObject({ code: 'hash-mismatch' });
    expect((await put(uploadId, 0, file.bytes)).status).toBe(200);
  });

  it.each([
    ['a chunk too short', 0, CHUNK - 1],
    ['a last chunk too long', 1, 6],
    ['a last chunk too short', 1, 4],
    ['a chunk of nothing', 0, 0],
  ])('UP9 refuses %s', async (_what, index, length) => {
    const { uploadId } = await begin(anna, randomFile(CHUNK + 5));
    const answer = await uploadCalls(anna).put(uploadId, index, randomFile(length).bytes);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'wrong-size' });
  });

  it('UP10 refuses more than a chunk can hold', async () => {
    const { uploadId } = await begin(anna, randomFile(CHUNK + 5));
    const answer = await uploadCalls(anna).put(uploadId, 0, randomFile(CHUNK + 1).bytes);
    expect(answer.status).toBe(413);
    expect(answer.body).toMatchObject({ code: 'chunk-too-large' });
  });

  it.each([
    ['another media type', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
    ['a hash that is none', { 'x-chunk-hash': 'none' }, 400, 'invalid-request'],
    ['a hash in capitals', { 'x-chunk-hash': 'A'.repeat(64) }, 400, 'invalid-request'],
  ])('UP10 refuses %s', async (_what, headers, status, code) => {
    const { uploadId } = await begin(anna, randomFile(5));
    const answer = await uploadCalls(anna).put(uploadId, 0, randomFile(5).bytes, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code });
  });

  it('UP10 refuses a chunk without its hash', async () => {
    const { uploadId } = await begin(anna, randomFile(5));
    const answer = await anna.put(`/upload/${uploadId}/chunk/0`, randomFile(5).bytes);
    expect(answer.body).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(answer.body.fields).toMatchObject([{ path: 'X-Chunk-Hash' }]);
  });

  it('UP10 refuses a body whose length is not told', async () => {
    const { uploadId } = await begin(anna, randomFile(5));
    const cookie = [...anna.cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(`${anna.origin}/api/v1/upload/${uploadId}/chunk/0`, {
      method: 'PUT',
      headers: {
        cookie,
        'content-type': 'application/octet-stream',
        'x-chunk-hash': 'a'.repeat(64),
      },
      body: new Blob(['12345']).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(411);
    expect(await answer.json()).toMatchObject({ code: 'length-required' });
  });

  it.each(['1', '-1', '0.5', 'first', '99999999999999999999'])(
    'UP10 refuses the index %s',
    async (index) => {
      const { uploadId } = await begin(anna, randomFile(5));
      const answer = await uploadCalls(anna).put(uploadId, index, randomFile(5).bytes);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code: 'invalid-request' });
    },
  );

  it('UP11 takes chunks in any order, without a check', async () => {
    const file = randomFile(2 * CHUNK + 5);
    const { uploadId } = await begin(anna, file);
    const { put, complete } = uploadCalls(anna);
    for (const index of [2, 0, 1]) {
      expect((await put(uploadId, index, file.chunks[index] as Buffer)).status).toBe(200);
    }
    expect((await complete(uploadId)).body).toMatchObject({ contentHash: file.contentHash });
  });

  it('UP11 a chunk sent ten times at once is stored once', async () => {
    const file = randomFile(300_000);
    const { uploadId } = await begin(anna, file, { filename: 'ten times.bin' });
    const { put, complete } = uploadCalls(anna);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => put(uploadId, 0, file.bytes)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const files = await storedFiles(world);
    expect(files.filter((name) => name === file.hashes[0])).toHaveLength(1);
    const done = await complete(uploadId);
    expect(done.body).toMatchObject({ version: 1, contentHash: file.contentHash });
  });

  it('UP11 takes the same chunk again when it is already there', async () => {
    const file = randomFile(100);
    const uploadId = await send(anna, file);
    expect((await uploadCalls(anna).put(uploadId, 0, file.bytes)).status).toBe(200);
    const wrong = { 'x-chunk-hash': file.hashes[0] ?? '' };
    const lie = await uploadCalls(anna).put(uploadId, 0, randomFile(100).bytes, wrong);
    expect(lie.body).toMatchObject({ code: 'hash-mismatch' });
  });

  it('UP11 two people send the same bytes at once', async () => {
    const file = randomFile(300_000);
    const bert = await world.signUp('Bert');
    const ids = await Promise.all([send(anna, file), send(bert, file)]);
    const done = await Promise.all([
      uploadCalls(anna).complete(ids[0]),
      uploadCalls(bert).complete(ids[1]),
    ]);
    expect(done.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('UP22 refuses a chunk that was declared with another hash', async () => {
    const file = randomFile(100);
    const { uploadId } = await begin(anna, file);
    const { check, put } = uploadCalls(anna);
    await check(uploadId, file.hashes);
    const answer = await put(uploadId, 0, randomFile(100).bytes);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'hash-changed' });
    expect((await put(uploadId, 0, file.bytes)).status).toBe(200);
  });

  it('UP24 after the completion takes the same chunk and refuses another', async () => {
    const file = randomFile(100);
    const { uploadId, fileId } = await upload(anna, file, { filename: 'finished' });
    const { put } = uploadCalls(anna);
    expect((await put(uploadId, 0, file.bytes)).body).toEqual({
      received: true,
      hash: file.hashes[0],
    });
    const other = await put(uploadId, 0, randomFile(100).bytes);
    expect(other.body).toMatchObject({ status: 409, code: 'hash-changed' });
    await anna.delete(`/files/${fileId}`);
    await anna.delete(`/trash/${fileId}`);
    const purged = await put(uploadId, 0, file.bytes);
    expect(purged.body).toMatchObject({ status: 410, code: 'gone' });
  });
});
