import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildServer, ServerProcess } from '../../../test/server-process.ts';
import { begin, CHUNK, randomFile, uploadCalls } from '../../../test/uploads.ts';
import { WireClient } from '../../../test/wire-client.ts';

// Real processes that start and recover; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const CREDENTIALS = { email: 'ada@example.org', password: 'correct horse battery' };
let dataDirectory: string;
let server: ServerProcess;

beforeAll(buildServer);
beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'satchel-crash-'));
});
afterEach(async () => {
  server.signal('SIGTERM');
  await server.ended();
  await rm(dataDirectory, { recursive: true, force: true });
});

async function start(): Promise<WireClient> {
  server = new ServerProcess({ DATA_DIR: dataDirectory });
  return new WireClient(await server.address());
}

/** The same server again after a power cut of its process, and the same person in it. */
async function startAgain(): Promise<WireClient> {
  await server.kill();
  const client = await start();
  expect((await client.post('/auth/login', CREDENTIALS)).status).toBe(200);
  return client;
}

describe('a server that is killed', () => {
  it('UP27 still has every chunk it acknowledged, and goes on with the rest', async () => {
    const file = randomFile(6 * CHUNK + 1);
    let client = await start();
    await client.post('/auth/register', { ...CREDENTIALS, displayName: 'Ada' });
    const { uploadId } = await begin(client, file);
    const { put, check } = uploadCalls(client);
    await check(uploadId, file.hashes);
    const acknowledged = new Set<number>();
    const sending = file.chunks.map(async (chunk, index) => {
      if ((await put(uploadId, index, chunk)).status === 200) acknowledged.add(index);
    });
    await Promise.race(sending);
    client = await startAgain();
    await Promise.allSettled(sending);

    const { needed } = (await uploadCalls(client).get(uploadId)).body;
    expect(acknowledged.size).toBeGreaterThan(0);
    expect(needed.filter((index) => acknowledged.has(index))).toEqual([]);
    for (const index of needed) {
      await uploadCalls(client).put(uploadId, index, file.chunks[index] as Buffer);
    }
    const done = await uploadCalls(client).complete(uploadId);
    expect(done.body).toMatchObject({ contentHash: file.contentHash });

    client = await startAgain();
    const got = await client.get(`/files/${done.body.fileId}/download`);
    expect(got.bytes.equals(file.bytes)).toBe(true);
  });
});
