import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SILENT } from '../../../lib/log.ts';
import { PostgresDatabase } from '../pool.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { isPostmasterOf, readPostmasterFile } from './postmaster-file.ts';

const PROGRAM = join(import.meta.dirname, 'embedded-postgres.program.ts');
// Each test starts servers; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let directory: string;
let cleanUps: (() => Promise<unknown>)[];

beforeEach(async () => {
  cleanUps = [];
  directory = join(await mkdtemp(join(tmpdir(), 'satchel-embedded-')), 'postgres');
});
afterEach(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
  await rm(join(directory, '..'), { recursive: true, force: true });
});

const start = async (): Promise<{ postgres: EmbeddedPostgres; db: PostgresDatabase }> => {
  const postgres = await startEmbeddedPostgres({ directory, log: SILENT });
  cleanUps.push(() => postgres.stop());
  const db = new PostgresDatabase(postgres.address, { log: SILENT });
  cleanUps.push(() => db.close());
  return { postgres, db };
};

/** A process of its own that starts PostgreSQL on the directory and says so. */
const startElsewhere = async () => {
  const child = fork(PROGRAM, [directory], { execArgv: ['--import', 'tsx'], stdio: 'pipe' });
  cleanUps.push(async () => child.kill('SIGKILL'));
  const [answer] = await once(child, 'message');
  return { child, answer };
};

const postmasterPid = async () => {
  const file = await readPostmasterFile(join(directory, 'cluster'));
  if (file === undefined) throw new Error('PostgreSQL does not run');
  return file.pid;
};

const isOurPostgres = (pid: number) => isPostmasterOf(join(directory, 'cluster'), pid);

describe('embedded PostgreSQL', () => {
  it('keeps what was committed from one start to the next', async () => {
    const first = await start();
    await first.db.query('create table kept (id int)');
    await first.db.close();
    await first.postgres.stop();
    cleanUps = [];
    const second = await start();
    expect(await second.db.query('select * from kept')).toEqual([]);
  });

  it('speaks UTF-8, asks for the password, and listens on no port', async () => {
    const { postgres, db } = await start();
    const [row] = await db.query<object>(
      `select current_setting('server_encoding') as encoding,
              current_setting('listen_addresses') as addresses`,
    );
    expect(row).toEqual({ encoding: 'UTF8', addresses: '' });
    const stranger = new PostgresDatabase({ ...postgres.address, password: 'x' }, { log: SILENT });
    await expect(stranger.query('select 1')).rejects.toMatchObject({ code: '28P01' });
    await stranger.close();
  });

  it('keeps the password and the data to itself', async () => {
    await start();
    const modes = await Promise.all(
      ['password', 'cluster'].map(async (name) => (await stat(join(directory, name))).mode & 0o777),
    );
    expect(modes).toEqual([0o600, 0o700]);
    await expect(stat(join(directory, 'cluster.password'))).rejects.toThrow('ENOENT');
  });

  it('starts beneath a directory that nobody else may enter', async () => {
    await chmod(join(directory, '..'), 0o700);
    const { db } = await start();
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts where the path is too long for a socket', async () => {
    directory = join(directory, 'x'.repeat(120), 'postgres');
    const { db } = await start();
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('begins again after a first start that was cut short', async () => {
    await mkdir(join(directory, 'cluster.new', 'base'), { recursive: true });
    const { db } = await start();
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('comes back by itself when it is killed; meanwhile the storage is unavailable', async () => {
    const { db } = await start();
    await db.query('create table kept (id int)');
    const killed = await postmasterPid();
    process.kill(killed, 'SIGKILL');
    await vi.waitUntil(() => db.query('select 1').then(() => false, isUnavailable), 30_000);
    await vi.waitUntil(() => db.query('select 1').then(() => true, isNotUnavailable), 30_000);
    expect(await postmasterPid()).not.toBe(killed);
    expect(await db.query('select * from kept')).toEqual([]);
  });

  it('replaces one that outlived its server, and keeps what that one had committed', async () => {
    const { child } = await startElsewhere();
    const orphan = await postmasterPid();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await isOurPostgres(orphan)).toBe(true);
    const { db } = await start();
    expect(await db.query('select id from told')).toEqual([{ id: 1 }]);
    expect(await isOurPostgres(orphan)).toBe(false);
  });

  it('recovers when it was killed together with its server', async () => {
    const { child } = await startElsewhere();
    process.kill(await postmasterPid(), 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { db } = await start();
    expect(await db.query('select id from told')).toEqual([{ id: 1 }]);
  });

  it('leaves alone a process that merely has the number of an old PostgreSQL', async () => {
    const { postgres, db } = await start();
    await db.close();
    await postgres.stop();
    cleanUps = [];
    await writeFile(join(directory, 'cluster', 'postmaster.pid'), `${process.ppid}\n`);
    const again = await start();
    expect(await again.db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses a directory that another server uses, until that one ends', async () => {
    const { child, answer } = await startElsewhere();
    expect(answer).toBe('started');
    await expect(start()).rejects.toThrow('Another Satchel is already running');
    child.kill('SIGTERM');
    await once(child, 'exit');
    const { db } = await start();
    expect(await db.query('select id from told')).toEqual([{ id: 1 }]);
  });

  it('refuses a cluster of another major version', async () => {
    const { postgres, db } = await start();
    await db.close();
    await postgres.stop();
    cleanUps = [];
    const path = join(directory, 'cluster', 'PG_VERSION');
    const version = await readFile(path, 'utf8');
    await writeFile(path, '17\n');
    await expect(start()).rejects.toThrow('written by PostgreSQL 17');
    await writeFile(path, version);
  });
});

const isUnavailable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'storage-unavailable';

const isNotUnavailable = (error: unknown): boolean => {
  if (!isUnavailable(error)) throw error;
  return false;
};
