import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { begin, CHUNK, randomFile, send, upload, uploadCalls } from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';
import { expireUploads } from './expire-uploads.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  anna = await world.signUp('Anna');
});
afterAll(() => world.stop());

const DAY_MS = 86_400_000;
const sweep = () => expireUploads(world.deps, new AbortController().signal);
// Nobody stays signed in while the clock runs ahead by weeks.
const signInAgain = async () => {
  anna = await world.signIn(anna);
};
const one = async <Row>(sql: string, values: readonly unknown[]) =>
  (await world.deps.db.query<Row>(sql, values))[0];
const reserved = async () =>
  (
    await one<{ bytes: number }>('select reserved_bytes as bytes from spaces where id = $1', [
      anna.user.personalSpaceId,
    ])
  )?.bytes;
const leases = async (id: string) =>
  (await one<{ count: number }>('select count(*) from upload_chunks where upload_id = $1', [id]))
    ?.count;

describe('cancelling an upload', () => {
  it('UP18 frees what it reserved, and again is fine', async () => {
    const uploadId = await send(anna, randomFile(100));
    expect(await reserved()).toBe(100);
    const { cancel } = uploadCalls(anna);
    expect((await cancel(uploadId)).status).toBe(204);
    expect((await cancel(uploadId)).status).toBe(204);
    expect(await reserved()).toBe(0);
    expect(await leases(uploadId)).toBe(0);
  });

  it('UP18 ends it for every other call', async () => {
    const file = randomFile(100);
    const uploadId = await send(anna, file);
    const { cancel, get, check, put, complete } = uploadCalls(anna);
    await cancel(uploadId);
    const answers = [
      await get(uploadId),
      await check(uploadId, file.hashes),
      await put(uploadId, 0, file.bytes),
      await complete(uploadId),
    ];
    for (const { body } of answers) expect(body).toMatchObject({ status: 410, code: 'gone' });
  });

  it('UP18 refuses once it is complete', async () => {
    const { uploadId } = await upload(anna, randomFile(100));
    const answer = await uploadCalls(anna).cancel(uploadId);
    expect(answer.body).toMatchObject({ status: 409, code: 'upload-completed' });
  });

  it('UP18 against a completion at the same time has one winner, and the accounts agree', async () => {
    for (let round = 0; round < 5; round++) {
      const uploadId = await send(anna, randomFile(100), { filename: `race ${round}` });
      const { cancel, complete, get } = uploadCalls(anna);
      const [cancelled, completed] = await Promise.all([cancel(uploadId), complete(uploadId)]);
      const outcome = [cancelled.status, completed.status];
      expect([
        [204, 410],
        [409, 200],
      ]).toContainEqual(outcome);
      expect((await get(uploadId)).status).toBe(completed.status);
    }
    expect(await reserved()).toBe(0);
  });
});

describe('an upload whose time runs out', () => {
  it('UP19 is over after 30 days, before the sweep and after it', async () => {
    const uploadId = await send(anna, randomFile(100));
    world.deps.clock.advance(30 * DAY_MS);
    await signInAgain();
    const { complete, get } = uploadCalls(anna);
    expect((await complete(uploadId)).body).toMatchObject({ status: 410, code: 'gone' });
    expect(await reserved()).toBe(100);
    await sweep();
    expect(await reserved()).toBe(0);
    expect(await leases(uploadId)).toBe(0);
    expect((await get(uploadId)).body).toMatchObject({ status: 410, code: 'gone' });
    expect((await uploadCalls(anna).cancel(uploadId)).status).toBe(204);
  });

  it('UP19 is left alone by the sweep a moment earlier', async () => {
    const uploadId = await send(anna, randomFile(100));
    world.deps.clock.advance(30 * DAY_MS - 1);
    await sweep();
    await signInAgain();
    expect((await uploadCalls(anna).complete(uploadId)).status).toBe(200);
  });

  it('UP19 lives on for 30 days from each chunk and each check', async () => {
    const file = randomFile(CHUNK + 1);
    const { uploadId } = await begin(anna, file);
    world.deps.clock.advance(20 * DAY_MS);
    await signInAgain();
    await uploadCalls(anna).check(uploadId, file.hashes);
    world.deps.clock.advance(20 * DAY_MS);
    await signInAgain();
    await uploadCalls(anna).put(uploadId, 0, file.chunks[0] as Buffer);
    const { body } = await uploadCalls(anna).get(uploadId);
    expect(Date.parse(body.expiresAt) - world.deps.clock.now().getTime()).toBe(30 * DAY_MS);
    world.deps.clock.advance(20 * DAY_MS);
    await sweep();
    await signInAgain();
    await uploadCalls(anna).put(uploadId, 1, file.chunks[1] as Buffer);
    expect((await uploadCalls(anna).complete(uploadId)).status).toBe(200);
  });

  it('UP19 is not swept when it was completed or cancelled, nor twice', async () => {
    await upload(anna, randomFile(100), { filename: 'kept' });
    await uploadCalls(anna).cancel(await send(anna, randomFile(50)));
    await begin(anna, randomFile(70));
    world.deps.clock.advance(31 * DAY_MS);
    const swept = await Promise.all([sweep(), sweep()]);
    expect(Math.max(...swept)).toBeGreaterThanOrEqual(1);
    expect(await reserved()).toBe(0);
    expect(await sweep()).toBe(0);
  });

  it('is forgotten 30 days after its end, the file of a completed one is not', async () => {
    const done = await upload(anna, randomFile(100), { filename: 'stays' });
    world.deps.clock.advance(60 * DAY_MS);
    await sweep();
    await signInAgain();
    expect((await uploadCalls(anna).get(done.uploadId)).status).toBe(404);
    expect((await anna.get(`/files/${done.fileId}`)).status).toBe(200);
  });

  it('stops between two uploads when it is told to', async () => {
    await begin(anna, randomFile(70));
    world.deps.clock.advance(31 * DAY_MS);
    expect(await expireUploads(world.deps, AbortSignal.abort())).toBe(0);
    expect(await reserved()).toBe(70);
  });
});
