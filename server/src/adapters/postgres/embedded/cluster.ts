import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartRefused } from '../../../lib/start-refused.ts';
import type { Binaries } from './binaries.ts';
import { clusterArgument, runTool } from './processes.ts';
import type { RunAs } from './run-as.ts';

export const SUPERUSER = 'satchel';

export interface ClusterInput {
  readonly directory: string;
  readonly password: string;
  readonly binaries: Binaries;
  readonly runAs: RunAs | undefined;
}

/** Makes the cluster when there is none. It appears whole, by a rename: a crash half-way leaves
 *  nothing that a later start could take for one. */
export async function ensureCluster(input: ClusterInput): Promise<void> {
  const version = await readFile(join(input.directory, 'PG_VERSION'), 'utf8').catch(ignoreMissing);
  if (version === undefined) return await makeCluster(input);
  if (version.trim() === input.binaries.majorVersion) return;
  throw new StartRefused(
    `The data was written by PostgreSQL ${version.trim()}, and this release brings ${input.binaries.majorVersion}. Start the release that wrote it, dump the database, and load it into a new DATA_DIR.`,
  );
}

async function makeCluster(input: ClusterInput): Promise<void> {
  const unfinished = `${input.directory}.new`;
  const passwordFile = `${input.directory}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, input.password, { mode: 0o600 });
  try {
    if (input.runAs !== undefined) {
      await chown(unfinished, input.runAs.uid, input.runAs.gid);
      await chown(passwordFile, input.runAs.uid, input.runAs.gid);
    }
    await initialise(input, unfinished, passwordFile);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, input.directory);
  await syncDirectory(dirname(input.directory));
}

async function initialise(
  { binaries, runAs }: ClusterInput,
  cluster: string,
  passwordFile: string,
) {
  const options = ['-A', 'scram-sha-256', '--locale=C', '-E', 'UTF8', '--no-instructions'];
  // Beside the cluster, so reachable from it whoever initdb runs as.
  const password = join('..', passwordFile.slice(dirname(passwordFile).length + 1));
  const place = ['-D', clusterArgument(cluster, runAs), '-U', SUPERUSER, `--pwfile=${password}`];
  await runTool(binaries.initdb, [...place, ...options], { cwd: cluster, runAs });
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path);
  await directory.sync().finally(() => directory.close());
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
