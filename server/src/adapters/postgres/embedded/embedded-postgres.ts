import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../../lib/log.ts';
import { StartRefused } from '../../../lib/start-refused.ts';
import type { PostgresAddress } from '../pool.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster, SUPERUSER } from './cluster.ts';
import { lockDirectory } from './directory-lock.ts';
import { chooseEndpoint } from './endpoint.ts';
import { ensurePassword } from './password.ts';
import { chooseRunAs } from './run-as.ts';
import { supervise } from './supervise.ts';

export interface EmbeddedPostgresOptions {
  /** Everything of PostgreSQL is kept beneath it; made when it is missing. */
  readonly directory: string;
  readonly log: Log;
  /** More server settings, as `-c` takes them. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly address: PostgresAddress;
  /** Ends PostgreSQL, everything written, and lets go of the directory. */
  stop(): Promise<void>;
}

const SETTINGS = {
  cluster_name: 'satchel',
  log_line_prefix: '',
  // Failed statements are reported by the code that sent them.
  log_min_messages: 'log',
};

/** Starts a PostgreSQL of our own and keeps it alive until `stop`: should it die, it is started
 *  again at the same address. Throws `StartRefused` when another process uses the directory. */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  // Others may pass through (PostgreSQL itself, when we are root), but see nothing.
  await mkdir(options.directory, { recursive: true, mode: 0o711 });
  const home = await realpath(options.directory);
  const password = await ensurePassword(join(home, 'password'));
  const unlock = await lockDirectory(home, password);
  if (unlock === undefined) {
    throw new StartRefused(
      `Another Satchel is already running on ${home}. Stop it, or set DATA_DIR to another directory.`,
    );
  }
  try {
    const postgres = await startLocked(home, password, options);
    return { ...postgres, stop: () => postgres.stop().finally(unlock) };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function startLocked(home: string, password: string, options: EmbeddedPostgresOptions) {
  const { log } = options;
  const cluster = join(home, 'cluster');
  const runAs = await chooseRunAs(cluster);
  const binaries = await findBinaries(runAs !== undefined);
  await ensureCluster({ directory: cluster, password, binaries, runAs });
  const endpoint = await chooseEndpoint(cluster, runAs);
  const settings = { ...SETTINGS, ...options.settings, ...endpoint.settings };
  const input = { program: binaries.postgres, cluster, runAs, settings, log };
  const stop = await supervise(input);
  const { host, port } = endpoint;
  const address = { host, port, user: SUPERUSER, password, database: 'postgres' };
  return { address, stop: () => stop().finally(endpoint.remove) };
}
