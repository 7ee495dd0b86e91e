import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Checkpoint } from '../../../test/checkpoint.ts';
import { expectRefusal } from '../../../test/refusals.ts';
import { begin, randomFile, storedFiles, upload, uploadCalls } from '../../../test/uploads.ts';
import { type Person, startWorld, type World } from '../../../test/wire.ts';
import { Refusal } from '../../lib/refuse.ts';
import type { Database } from '../../lib/tx.ts';
import { BufferPool } from './buffer-pool.ts';
import { collectGarbage } from './collect-garbage.ts';
import { KnownUploads } from './known-uploads.ts';
import { type PutChunkDeps, type PutChunkInput, putChunk } from './put-chunk.ts';
import { ReceivedChunks } from './received-chunks.ts';

let world: World;
let anna: Person;
let buffers: BufferPool;
let known: KnownUploads;
beforeAll(async () => {
  world = await startWorld();
  anna = await world.signUp('Anna');
});
beforeEach(() => {
  known = new KnownUploads();
  buffers = new BufferPool({ bufferBytes: 1000, buffers: 1, buffersPerOwner: 1 });
});
afterAll(() => world.stop());

const never = new AbortController().signal;
const file = () => randomFile(1000);
const inputOf = (uploadId: string, { bytes, hashes: [hash] }: ReturnType<typeof file>) => ({
  userId: anna.user.id,
  uploadId,
  index: 0,
  headers: {
    contentType: 'application/octet-stream',
    contentLength: String(bytes.length),
    chunkHash: hash,
  },
  stream: Readable.from([bytes]),
  signal: never,
});
const put = (input: PutChunkInput, change: Partial<PutChunkDeps> = {}) => {
  const { db, clock, blobs } = world.deps;
  return putChunk(
    { db, clock, blobs, buffers, known, received: new ReceivedChunks(db), ...change },
    input,
  );
};
const collect = () => collectGarbage({ ...world.deps, graceMs: -1 }, never);
const isBufferFree = () => buffers.lend('anybody', never, async () => true);
const statusOf = async (uploadId: string) => (await uploadCalls(anna).get(uploadId)).status;

/** A store that keeps the bytes, and then waits for the test before it says so. */
const slowStore = (checkpoint: Checkpoint) => ({
  put: async (hash: string, bytes: Uint8Array) => {
    await world.deps.blobs.put(hash, bytes);
    await checkpoint.pass();
  },
});

describe('putChunk', () => {
  it.each(['storage-full', 'storage-unavailable'] as const)(
    'UP25 records nothing when the store refuses %s, and takes the chunk later',
    async (code) => {
      const chunk = file();
      const { uploadId } = await begin(anna, chunk);
      const blobs = { put: () => Promise.reject(new Refusal(code)) };
      await expectRefusal(put(inputOf(uploadId, chunk), { blobs }), code);
      expect((await uploadCalls(anna).get(uploadId)).body.needed).toEqual([0]);
      expect(await isBufferFree()).toBe(true);
      expect(await put(inputOf(uploadId, chunk))).toBe(chunk.hashes[0]);
    },
  );

  it('UP8 makes whole again what the store has lost', async () => {
    const chunk = file();
    await upload(anna, chunk, { filename: 'known' });
    const [hash = ''] = chunk.hashes;
    await world.deps.blobs.delete(hash);
    const { uploadId } = await begin(anna, chunk, { filename: 'again' });
    await put(inputOf(uploadId, chunk));
    const kept = await Readable.from(await world.deps.blobs.get(hash)).toArray();
    expect(Buffer.concat(kept)).toEqual(chunk.bytes);
  });

  it('UP17 reads nothing for an upload that is not the caller’s', async () => {
    const chunk = file();
    const { uploadId } = await begin(anna, chunk);
    let isRead = false;
    const stream = new Readable({
      read() {
        isRead = true;
        this.push(null);
      },
    });
    const bert = await world.signUp('Bert');
    const foreign = { ...inputOf(uploadId, chunk), stream, userId: bert.user.id };
    await expectRefusal(put(foreign), 'not-found');
    expect(isRead).toBe(false);
  });

  it('UP11 takes the bytes of a known upload while it asks how that stands', async () => {
    const chunk = file();
    const { uploadId } = await begin(anna, chunk, { filename: 'known upload' });
    known.remember(uploadId, { userId: anna.user.id, size: 1000 });
    const input = inputOf(uploadId, chunk);
    const answer = new Checkpoint();
    const { db } = world.deps;
    const slow: Database = {
      query: (sql, values) => answer.pass().then(() => db.query(sql, values)),
      transact: (work) => db.transact(work),
      transactStatement: (work) => db.transactStatement(work),
    };
    const putting = put(input, { db: slow });
    await new Promise((ended) => input.stream.once('end', ended));
    answer.open();
    expect(await putting).toBe(chunk.hashes[0]);
  });

  it('UP18 refuses the bytes of a known upload that is over, and gives the buffer back', async () => {
    const chunk = file();
    const { uploadId } = await begin(anna, chunk);
    known.remember(uploadId, { userId: anna.user.id, size: 1000 });
    await uploadCalls(anna).cancel(uploadId);
    await expectRefusal(put(inputOf(uploadId, chunk)), 'gone');
    expect(await isBufferFree()).toBe(true);
  });

  it('UP13 reads nothing while it waits for a buffer', async () => {
    const chunk = file();
    const { uploadId } = await begin(anna, chunk);
    const checkpoint = new Checkpoint();
    const holding = buffers.lend('bert', never, () => checkpoint.pass());
    const input = inputOf(uploadId, chunk);
    const putting = put(input);
    await statusOf(uploadId);
    expect(input.stream.readableFlowing).toBeNull();
    checkpoint.open();
    await holding;
    expect(await putting).toBe(chunk.hashes[0]);
  });

  it('UP12 gives the buffer back when the client hangs up, and leaves nothing', async () => {
    const chunk = file();
    const { uploadId } = await begin(anna, chunk);
    const stream = new Readable({ read() {} });
    const putting = put({ ...inputOf(uploadId, chunk), stream });
    stream.push(chunk.bytes.subarray(0, 600));
    await statusOf(uploadId);
    stream.destroy(new Error('aborted'));
    await expect(putting).rejects.toThrow('600 of 1000');
    expect(await isBufferFree()).toBe(true);
    expect(await storedFiles(world)).not.toContain(chunk.hashes[0]);
  });

  it('UP18 is gone when the upload was cancelled while the bytes came, and they are collected', async () => {
    const chunk = file();
    const { uploadId } = await begin(anna, chunk);
    await uploadCalls(anna).check(uploadId, chunk.hashes);
    const checkpoint = new Checkpoint();
    const putting = put(inputOf(uploadId, chunk), { blobs: slowStore(checkpoint) });
    await checkpoint.reached;
    await uploadCalls(anna).cancel(uploadId);
    await collect();
    await world.deps.blobs.put(chunk.hashes[0] ?? '', chunk.bytes);
    checkpoint.open();
    await expectRefusal(putting, 'gone');
    await collect();
    expect(await storedFiles(world)).not.toContain(chunk.hashes[0]);
  });

  it('UP24 is a repeat when the same chunk was completed while the bytes came', async () => {
    const chunk = file();
    const { uploadId } = await begin(anna, chunk, { filename: 'overtaken' });
    await uploadCalls(anna).check(uploadId, chunk.hashes);
    const checkpoint = new Checkpoint();
    const putting = put(inputOf(uploadId, chunk), { blobs: slowStore(checkpoint) });
    await checkpoint.reached;
    await put(inputOf(uploadId, chunk), {
      buffers: new BufferPool({ bufferBytes: 1000, buffers: 1, buffersPerOwner: 1 }),
    });
    expect((await uploadCalls(anna).complete(uploadId)).status).toBe(200);
    checkpoint.open();
    expect(await putting).toBe(chunk.hashes[0]);
  });

  it('UP26 keeps bytes under way from the collector', async () => {
    const chunk = file();
    const { uploadId } = await begin(anna, chunk, { filename: 'under way' });
    const checkpoint = new Checkpoint();
    const putting = put(inputOf(uploadId, chunk), { blobs: slowStore(checkpoint) });
    await checkpoint.reached;
    await collect();
    checkpoint.open();
    await putting;
    expect((await uploadCalls(anna).complete(uploadId)).status).toBe(200);
    expect(await storedFiles(world)).toContain(chunk.hashes[0]);
  });

  it('acknowledges nothing that could not be recorded', async () => {
    const chunk = file();
    const { uploadId } = await begin(anna, chunk);
    const received = { record: () => Promise.reject(new Refusal('storage-unavailable')) };
    await expectRefusal(put(inputOf(uploadId, chunk), { received }), 'storage-unavailable');
    expect((await uploadCalls(anna).get(uploadId)).body.needed).toEqual([0]);
    await put(inputOf(uploadId, chunk));
    expect((await uploadCalls(anna).get(uploadId)).body.needed).toEqual([]);
  });
});
