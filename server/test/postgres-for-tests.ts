import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../src/adapters/postgres/embedded/embedded-postgres.ts';
import { clearOrphan } from '../src/adapters/postgres/embedded/orphan.ts';
import { migrate } from '../src/adapters/postgres/migrate.ts';
import { type PostgresAddress, PostgresDatabase } from '../src/adapters/postgres/pool.ts';
import { SILENT } from '../src/lib/log.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test run's PostgreSQL. */
    postgres: Exclude<PostgresAddress, { connectionString: string }>;
  }
}

const ROOT = resolve(import.meta.dirname, '../..');
const RUNS = join(ROOT, '.cache/test-postgres');
export const TEMPLATE = 'satchel_template';

// Nothing of a test run has to survive a crash.
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

/** Starts one PostgreSQL for the whole test run, with a migrated database to clone from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepDeadRuns();
  const directory = join(RUNS, `${process.pid}`);
  const postgres = await startEmbeddedPostgres({ directory, log: SILENT, settings: SETTINGS });
  if ('connectionString' in postgres.address) throw new Error('unexpected address');
  await makeTemplate(postgres.address);
  project.provide('postgres', postgres.address);
  return () => finish(postgres, directory);
}

async function finish(postgres: EmbeddedPostgres, directory: string): Promise<void> {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

async function makeTemplate(address: PostgresAddress): Promise<void> {
  const database = new PostgresDatabase(address, { log: SILENT });
  await database.query(`create database ${TEMPLATE}`);
  await database.close();
  await migrate({ ...address, database: TEMPLATE }, join(ROOT, 'migrations'), SILENT);
}

/** Runs that were killed left their PostgreSQL running; each directory is named by its run. */
async function sweepDeadRuns(): Promise<void> {
  await mkdir(RUNS, { recursive: true });
  for (const name of await readdir(RUNS)) {
    if (isAlive(Number(name))) continue;
    await clearOrphan(join(RUNS, name, 'cluster'), SILENT);
    await rm(join(RUNS, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
