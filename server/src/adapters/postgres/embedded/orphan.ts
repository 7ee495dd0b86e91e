import { rm } from 'node:fs/promises';
import type { Log } from '../../../lib/log.ts';
import { isPostmasterOf, postmasterFilePath, readPostmasterFile } from './postmaster-file.ts';
import { stopProcess } from './stop-process.ts';

/** Clears the way for a new PostgreSQL on `cluster`. One that outlived its server is stopped, and
 *  what it was told to keep stays kept. The caller holds the directory's lock, so the one found here
 *  serves nobody. */
export async function clearOrphan(cluster: string, log: Log): Promise<void> {
  const found = await readPostmasterFile(cluster);
  if (found === undefined) return;
  const isOurs = () => isPostmasterOf(cluster, found.pid);
  if (await isOurs()) {
    log.warn({ pid: found.pid }, 'stopping a PostgreSQL that outlived its server');
    await stopProcess(found.pid, isOurs);
  }
  // Left by a crash. PostgreSQL would take any live process of that number for its predecessor.
  await rm(postmasterFilePath(cluster), { force: true });
}
