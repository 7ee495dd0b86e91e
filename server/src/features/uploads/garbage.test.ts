import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Checkpoint } from '../../../test/checkpoint.ts';
import {
  begin,
  CHUNK,
  type LocalFile,
  randomFile,
  send,
  storedFiles,
  upload,
  uploadCalls,
} from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';
import { type CollectGarbageDeps, collectGarbage } from './collect-garbage.ts';

let world: World;
let anna: Person;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  anna = await world.signUp('Anna');
});
afterAll(() => world.stop());

const running = new AbortController().signal;
const collect = (change: Partial<CollectGarbageDeps> = {}, signal = running) =>
  collectGarbage({ ...world.deps, graceMs: -1, ...change }, signal);
const isStored = async ({ hashes: [hash = ''] }: LocalFile) =>
  (await storedFiles(world)).includes(hash);
const stateOf = async ({ hashes: [hash = ''] }: LocalFile) => {
  const [chunk] = await world.deps.db.query<{ state: string }>(
    `select state from chunks where hash = decode($1, 'hex')`,
    [hash],
  );
  return chunk?.state;
};
const purge = async (fileId: string) => {
  await anna.delete(`/files/${fileId}`);
  await anna.delete(`/trash/${fileId}`);
};

/** A chunk that nothing holds any more. */
async function abandoned(): Promise<LocalFile> {
  const file = randomFile(1000);
  await uploadCalls(anna).cancel(await send(anna, file));
  return file;
}

/** A store whose deletion of a chunk waits for the test. */
function heldDeletion(checkpoint: Checkpoint): Partial<CollectGarbageDeps> {
  return {
    blobs: {
      delete: async (hash) => {
        await checkpoint.pass();
        await world.deps.blobs.delete(hash);
      },
    },
  };
}

describe('collecting garbage', () => {
  it('UP26 keeps what a file, an old version or the trash holds', async () => {
    const [first, second, third] = [randomFile(1000), randomFile(1000), randomFile(1000)];
    await upload(anna, first, { filename: 'versions' });
    await upload(anna, second, { filename: 'versions' });
    const trashed = await upload(anna, third, { filename: 'trashed' });
    await anna.delete(`/files/${trashed.fileId}`);
    await collect();
    for (const file of [first, second, third]) expect(await isStored(file)).toBe(true);
  });

  it('UP26 keeps what an open upload has sent or declared', async () => {
    const [sent, declared] = [randomFile(1000), randomFile(1000)];
    const uploadId = await send(anna, sent);
    const other = await begin(anna, declared);
    await uploadCalls(anna).check(other.uploadId, declared.hashes);
    await collect();
    expect(await stateOf(declared)).toBe('incoming');
    expect((await uploadCalls(anna).complete(uploadId)).status).toBe(200);
  });

  it('UP26 removes the bytes and the row of what was purged or cancelled', async () => {
    const file = randomFile(1000);
    await purge((await upload(anna, file)).fileId);
    const cancelled = await abandoned();
    expect(await collect()).toBe(2);
    for (const each of [file, cancelled]) {
      expect(await isStored(each)).toBe(false);
      expect(await stateOf(each)).toBeUndefined();
    }
  });

  it('UP26 keeps a purged chunk that another file shares', async () => {
    const file = randomFile(1000);
    const one = await upload(anna, file, { filename: 'one' });
    await upload(await world.signUp('Bert'), file, { filename: 'two' });
    await purge(one.fileId);
    await collect();
    expect(await isStored(file)).toBe(true);
  });

  it('UP26 leaves young chunks alone', async () => {
    const file = await abandoned();
    world.deps.clock.advance(3_600_000);
    expect(await collect({ graceMs: 3_600_000 })).toBe(0);
    expect(await isStored(file)).toBe(true);
    world.deps.clock.advance(1);
    expect(await collect({ graceMs: 3_600_000 })).toBe(1);
  });

  it('UP26 a check that comes while a chunk is being removed says that it is needed', async () => {
    const file = await abandoned();
    const checkpoint = new Checkpoint();
    const collecting = collect(heldDeletion(checkpoint));
    await checkpoint.reached;
    const { uploadId } = await begin(anna, file);
    const calls = uploadCalls(anna);
    expect((await calls.check(uploadId, file.hashes)).body).toEqual({ needed: [0], existing: [] });
    const early = await calls.put(uploadId, 0, file.bytes);
    expect(early.body).toMatchObject({ status: 503, code: 'storage-unavailable' });
    expect(early.headers.get('retry-after')).toBe('1');
    checkpoint.open();
    await collecting;
    expect((await calls.put(uploadId, 0, file.bytes)).status).toBe(200);
    await collect();
    expect(await isStored(file)).toBe(true);
    expect((await calls.complete(uploadId)).status).toBe(200);
  });

  it('UP26 a check that comes first keeps the chunk', async () => {
    const file = randomFile(1000);
    const { fileId } = await upload(anna, file, { filename: 'brief' });
    const { uploadId } = await begin(anna, file, { filename: 'next' });
    const calls = uploadCalls(anna);
    expect((await calls.check(uploadId, file.hashes)).body.existing).toEqual([0]);
    await purge(fileId);
    await collect();
    expect((await calls.complete(uploadId)).status).toBe(200);
    expect(await isStored(file)).toBe(true);
  });

  it('UP26 checks and collections at once never lose what was said to exist', async () => {
    for (let round = 0; round < 10; round++) {
      const file = randomFile(500);
      const { fileId } = await upload(anna, file, { filename: `r${round}` });
      const { uploadId } = await begin(anna, file, { filename: `s${round}` });
      const { check, put, complete } = uploadCalls(anna);
      const [answer] = await Promise.all([
        check(uploadId, file.hashes),
        purge(fileId).then(() => collect()),
      ]);
      if (answer.body.needed.length > 0) await put(uploadId, 0, file.bytes);
      expect((await complete(uploadId)).status).toBe(200);
      expect(await isStored(file)).toBe(true);
    }
  });

  it('UP26 chunks that are sent while others are collected all stay', async () => {
    const file = randomFile(3 * CHUNK + 1);
    const { uploadId } = await begin(anna, file);
    const { put, complete } = uploadCalls(anna);
    const sending = file.chunks.map((chunk, index) => put(uploadId, index, chunk));
    const [answers] = await Promise.all([Promise.all(sending), collect(), collect()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await collect();
    expect((await complete(uploadId)).status).toBe(200);
    expect(await storedFiles(world)).toEqual(expect.arrayContaining([...file.hashes]));
  });

  it('UP26 goes on after a crash between the mark and the removal', async () => {
    const file = await abandoned();
    const crash = { delete: () => Promise.reject(new Error('crash')) };
    await expect(collect({ blobs: crash })).rejects.toThrow('crash');
    expect(await stateOf(file)).toBe('deleting');
    expect(await isStored(file)).toBe(true);
    await collect();
    expect(await stateOf(file)).toBeUndefined();
    expect(await isStored(file)).toBe(false);
  });

  it('UP26 stops between two chunks when it is told to', async () => {
    await abandoned();
    await abandoned();
    const stop = new AbortController();
    const stopping = {
      delete: async (hash: string) => {
        await world.deps.blobs.delete(hash);
        stop.abort();
      },
    };
    expect(await collect({ blobs: stopping }, stop.signal)).toBe(1);
    expect(await collect()).toBe(1);
  });
});
