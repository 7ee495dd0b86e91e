import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { readPostmasterFile } from '../src/adapters/postgres/embedded/postmaster-file.ts';
import { FeedClient, untilClosed } from './feed-client.ts';
import { buildServer, ServerProcess } from './server-process.ts';
import { PASSWORD } from './wire.ts';
import { WireClient } from './wire-client.ts';

// Real processes that start and recover; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });

let dataDir: string;
let server: ServerProcess;
let anna: WireClient;

beforeAll(buildServer);
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'satchel-feed-'));
  server = new ServerProcess({ DATA_DIR: dataDir });
  anna = new WireClient(await server.address());
  const who = { email: 'anna@example.org', password: PASSWORD, displayName: 'Anna' };
  expect((await anna.post('/auth/register', who)).status).toBe(201);
});
afterEach(async () => {
  server.signal('SIGTERM');
  await server.ended();
  await rm(dataDir, { recursive: true, force: true });
});

async function makeFolder(name: string): Promise<string> {
  const answer = await anna.post<{ folder: { id: string } }>('/folders', { name });
  expect(answer.status).toBe(201);
  return answer.body.folder.id;
}

it('SY17 stops cleanly while sockets are open, and tells them', async () => {
  const device = new FeedClient(anna);
  const closed = untilClosed(await device.connect());
  await device.untilSeen(await makeFolder('a'));
  server.signal('SIGTERM');
  expect((await closed).code).toBe(1001);
  expect(await server.ended()).toBe(0);
  expect(server.errors).toBe('');
});

it('SY16 goes on telling open sockets after kill -9 of PostgreSQL', async () => {
  const device = new FeedClient(anna);
  await device.connect();
  await device.untilSeen(await makeFolder('before'));
  const postgresPid = async () =>
    (await readPostmasterFile(join(dataDir, 'postgres', 'cluster')))?.pid ?? 0;
  const pid = await postgresPid();
  process.kill(pid, 'SIGKILL');
  await vi.waitUntil(async () => ![0, pid].includes(await postgresPid()), 60_000);
  await vi.waitUntil(async () => (await fetch(`${anna.origin}/readyz`)).ok, 60_000);
  await device.untilSeen(await makeFolder('after'));
  device.cut();
});
