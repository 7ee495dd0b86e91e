import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, CHUNK, randomFile, send, upload, uploadCalls } from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';

let world: World;
let anna: Person;
let bert: Person;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
  bert = await world.signUp('Bert');
});
afterAll(() => world.stop());

describe('check', () => {
  it('UP7 tells which chunks have to be sent', async () => {
    const file = randomFile(2 * CHUNK + 5);
    const { uploadId } = await begin(anna, file);
    const answer = await uploadCalls(anna).check(uploadId, file.hashes);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ needed: [0, 1, 2], existing: [] });
  });

  it('UP7 takes the hashes in slices, and each slice again', async () => {
    const file = randomFile(2 * CHUNK + 5);
    const { uploadId } = await begin(anna, file);
    const { check } = uploadCalls(anna);
    const slice = () => check(uploadId, file.hashes.slice(1), 1);
    expect((await slice()).body).toEqual({ needed: [1, 2], existing: [] });
    expect((await slice()).body).toEqual({ needed: [1, 2], existing: [] });
    const first = await check(uploadId, file.hashes.slice(0, 1));
    expect(first.body).toEqual({ needed: [0], existing: [] });
  });

  it('UP7 takes an empty slice', async () => {
    const { uploadId } = await begin(anna, randomFile(1));
    expect((await uploadCalls(anna).check(uploadId, [])).body).toEqual({
      needed: [],
      existing: [],
    });
  });

  it.each([
    ['past the last chunk', ['a'.repeat(64)], 2],
    ['longer than the file', Array(3).fill('a'.repeat(64)), 0],
    ['with a hash in capitals', ['A'.repeat(64)], 0],
    ['with a hash too short', ['a'.repeat(63)], 0],
    ['from before the first chunk', ['a'.repeat(64)], -1],
    ['of more than 4000 hashes', Array(4001).fill('a'.repeat(64)), 0],
  ])('UP7 refuses a slice %s', async (_what, hashes, offset) => {
    const { uploadId } = await begin(anna, randomFile(CHUNK + 1));
    const answer = await uploadCalls(anna).check(uploadId, hashes, offset);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'invalid-request' });
  });

  it('UP7 takes 4000 hashes in one slice', async () => {
    const { uploadId } = (await uploadCalls(anna).init({ filename: 'large', size: 4000 * CHUNK }))
      .body;
    const hashes = Array.from({ length: 4000 }, (_, i) => i.toString(16).padStart(64, '0'));
    const answer = await uploadCalls(anna).check(uploadId, hashes);
    expect(answer.body.needed).toHaveLength(4000);
  });

  it('UP21 counts as existing what she has uploaded, in whatever file', async () => {
    const file = randomFile(CHUNK + 5);
    await upload(anna, file, { filename: 'known.bin' });
    const { uploadId } = await begin(anna, file, { filename: 'again.bin' });
    const calls = uploadCalls(anna);
    const answer = await calls.check(uploadId, file.hashes);
    expect(answer.body).toEqual({ needed: [], existing: [0, 1] });
    expect((await calls.complete(uploadId)).body).toMatchObject({ contentHash: file.contentHash });
  });

  it('UP21 sends one chunk for a change in one chunk', async () => {
    const file = randomFile(3 * CHUNK);
    await upload(anna, file, { filename: 'delta.bin' });
    const changed = randomFile(CHUNK);
    const hashes = [file.hashes[0], changed.hashes[0], file.hashes[2]].map(String);
    const { uploadId } = await begin(anna, file, { filename: 'delta.bin' });
    const answer = await uploadCalls(anna).check(uploadId, hashes);
    expect(answer.body).toEqual({ needed: [1], existing: [0, 2] });
  });

  it('UP21 counts what was sent in this upload, at another place in it', async () => {
    const chunk = randomFile(CHUNK);
    const twice = { ...chunk, bytes: Buffer.concat([chunk.bytes, chunk.bytes]) };
    const { uploadId } = await begin(anna, twice);
    const { check, put, complete } = uploadCalls(anna);
    const hashes = [...chunk.hashes, ...chunk.hashes];
    expect((await check(uploadId, hashes)).body.needed).toEqual([0, 1]);
    await put(uploadId, 1, chunk.bytes);
    expect((await check(uploadId, hashes)).body).toEqual({ needed: [], existing: [0, 1] });
    expect((await complete(uploadId)).status).toBe(200);
  });

  it('UP21 never tells that somebody else has the bytes, nor gives them away', async () => {
    const secret = randomFile(1000);
    await upload(anna, secret, { filename: 'secret' });
    const { uploadId } = await begin(bert, secret, { filename: 'guess' });
    const calls = uploadCalls(bert);
    expect((await calls.check(uploadId, secret.hashes)).body).toEqual({
      needed: [0],
      existing: [],
    });
    const early = await calls.complete(uploadId);
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({ code: 'chunks-missing', needed: [0] });
    expect((await calls.put(uploadId, 0, secret.bytes)).status).toBe(200);
    expect((await calls.complete(uploadId)).status).toBe(200);
  });

  it('UP21 does not count what she sent in another upload that is not complete', async () => {
    const file = randomFile(1000);
    await send(anna, file, { filename: 'unfinished' });
    const { uploadId } = await begin(anna, file, { filename: 'other' });
    const answer = await uploadCalls(anna).check(uploadId, file.hashes);
    expect(answer.body).toEqual({ needed: [0], existing: [] });
  });

  it('UP21 does not take a known chunk for one of another length', async () => {
    const file = randomFile(1000);
    await upload(anna, file, { filename: 'short' });
    const { uploadId } = (await uploadCalls(anna).init({ filename: 'lie', size: 2000 })).body;
    const { check, put } = uploadCalls(anna);
    expect((await check(uploadId, file.hashes)).body).toEqual({ needed: [0], existing: [] });
    expect((await put(uploadId, 0, file.bytes)).body).toMatchObject({ code: 'wrong-size' });
  });

  it('UP22 refuses to declare an index with another hash', async () => {
    const file = randomFile(CHUNK + 5);
    const { uploadId } = await begin(anna, file);
    const { check, get } = uploadCalls(anna);
    await check(uploadId, file.hashes);
    const answer = await check(uploadId, [file.hashes[0] ?? '', 'b'.repeat(64)]);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'hash-changed', changed: [1] });
    expect((await get(uploadId)).body.needed).toEqual([0, 1]);
  });

  it('UP24 after the completion knows the same chunks, and refuses others', async () => {
    const file = randomFile(CHUNK + 5);
    const { uploadId } = await upload(anna, file, { filename: 'done.bin' });
    const { check } = uploadCalls(anna);
    const same = await check(uploadId, file.hashes.slice(1), 1);
    expect(same.body).toEqual({ needed: [], existing: [1] });
    const other = await check(uploadId, ['c'.repeat(64)]);
    expect(other.body).toMatchObject({ status: 409, code: 'hash-changed' });
  });
});
