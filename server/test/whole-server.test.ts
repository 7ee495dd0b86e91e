import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  isPostmasterOf,
  readPostmasterFile,
} from '../src/adapters/postgres/embedded/postmaster-file.ts';
import { createTestDatabase } from './database.ts';
import { buildServer, ServerProcess } from './server-process.ts';

// Real processes that start and recover; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let dataDir: string;
let started: ServerProcess[];

beforeAll(buildServer);
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'satchel-whole-'));
  started = [];
});
afterEach(async () => {
  for (const server of started) server.signal('SIGTERM');
  for (const server of started) await server.ended();
  await rm(dataDir, { recursive: true, force: true });
});

const start = (environment: Record<string, string> = {}): ServerProcess => {
  const server = new ServerProcess({ DATA_DIR: dataDir, ...environment });
  started.push(server);
  return server;
};

const cluster = () => join(dataDir, 'postgres', 'cluster');
const postgresPid = async () => (await readPostmasterFile(cluster()))?.pid ?? 0;

const CREDENTIALS = { email: 'ada@example.org', password: 'correct horse battery' };

const post = (address: string, path: string, body: object) =>
  fetch(`${address}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

const register = async (address: string) => {
  const answer = await post(address, '/auth/register', { ...CREDENTIALS, displayName: 'Ada' });
  expect(answer.status).toBe(201);
};

const expectAccount = async (address: string) => {
  expect((await post(address, '/auth/login', CREDENTIALS)).status).toBe(200);
};

describe('the whole server', () => {
  it('prints one line, with its address', async () => {
    const server = start();
    const address = await server.address();
    expect(server.lines).toEqual([expect.stringMatching(/^Satchel is at http:\/\/127.0.0.1:\d+$/)]);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect(server.errors).toBe('');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops cleanly on %s, PostgreSQL last',
    async (signal) => {
      const server = start();
      await server.address();
      const pid = await postgresPid();
      server.signal(signal);
      // npm passes on a Ctrl-C that the terminal has sent as well.
      server.signal(signal);
      expect(await server.ended()).toBe(0);
      expect(server.errors).toBe('');
      expect(await isPostmasterOf(cluster(), pid)).toBe(false);
    },
  );

  it('lets a request that is under way end before it stops', async () => {
    const server = start();
    const address = await server.address();
    const registered = register(address);
    await vi.waitUntil(async () => (await fetch(`${address}/healthz`)).ok);
    server.signal('SIGTERM');
    await registered;
    expect(await server.ended()).toBe(0);
  });

  it('has everything acknowledged after kill -9 of the server', async () => {
    const killed = start();
    await register(await killed.address());
    await killed.kill();
    await expectAccount(await start().address());
  });

  it('has everything acknowledged after kill -9 of the server and of PostgreSQL', async () => {
    const killed = start();
    await register(await killed.address());
    process.kill(await postgresPid(), 'SIGKILL');
    await killed.kill();
    await expectAccount(await start().address());
  });

  it('recovers by itself after kill -9 of PostgreSQL', async () => {
    const server = start();
    const address = await server.address();
    await register(address);
    const pid = await postgresPid();
    process.kill(pid, 'SIGKILL');
    await vi.waitUntil(async () => ![0, pid].includes(await postgresPid()), 60_000);
    await vi.waitUntil(async () => (await fetch(`${address}/readyz`)).ok, 60_000);
    await expectAccount(address);
  });

  it('starts on a second kill -9 of everything, in the middle of recovery', async () => {
    const first = start();
    await register(await first.address());
    process.kill(await postgresPid(), 'SIGKILL');
    await first.kill();
    const second = start();
    await vi.waitUntil(async () => (await postgresPid()) !== 0, 60_000);
    await second.kill();
    await expectAccount(await start().address());
  });
});

describe('the server says why it does not start', () => {
  it('when the port is taken', async () => {
    const port = new URL(await start().address()).port;
    const other = await mkdtemp(join(tmpdir(), 'satchel-whole-'));
    const second = start({ PORT: port, DATA_DIR: other });
    expect(await second.ended()).toBe(1);
    expect(second.errors).toBe(
      `Port ${port} is already in use on 127.0.0.1. Stop what uses it, or set PORT to another one.\n`,
    );
    await rm(other, { recursive: true });
  });

  it('when another one runs on the same data', async () => {
    await start().address();
    const second = start();
    expect(await second.ended()).toBe(1);
    expect(second.errors).toMatch(/^Another Satchel is already running on .*\n$/);
  });

  it('when a setting is wrong', async () => {
    const server = start({ PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(await server.ended()).toBe(1);
    expect(server.errors).toMatch(
      /^Wrong settings:\n {2}PORT must be .*\n {2}LOG_LEVEL must be .*\n$/,
    );
  });

  it('when the data cannot be written', async () => {
    const server = start({ DATA_DIR: '/dev/null/data' });
    expect(await server.ended()).toBe(1);
    expect(server.errors).toMatch(/^DATA_DIR \/dev\/null\/data cannot be written to/);
  });

  it('when the outside database refuses it', async () => {
    const running = start();
    await running.address();
    const socket = encodeURIComponent(cluster());
    const server = start({ DATABASE_URL: `postgres://satchel:wrong@${socket}:5432/postgres` });
    expect(await server.ended()).toBe(1);
    expect(server.errors).toMatch(/^DATABASE_URL is refused: password authentication failed/);
  });
});

it('uses an outside database when it is told to', async () => {
  const test = await createTestDatabase('template0');
  if ('connectionString' in test.address) throw new Error('unexpected address');
  const { host, port, user, password, database } = test.address;
  const url = `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`;
  const server = start({ DATABASE_URL: url });
  await register(await server.address());
  expect(await test.db.query('select email from users')).toEqual([{ email: CREDENTIALS.email }]);
  server.signal('SIGTERM');
  await server.ended();
  await test.drop();
});
