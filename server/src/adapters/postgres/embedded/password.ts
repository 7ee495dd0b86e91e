import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/** The password of the embedded PostgreSQL, made on first use; only the server's user can read it.
 *  Two servers that ask first at the same time get the same one. */
export async function ensurePassword(path: string): Promise<string> {
  const known = await readFile(path, 'utf8').catch(ignoreMissing);
  if (known !== undefined) return known;
  const candidate = `${path}.${process.pid}`;
  await writeFile(candidate, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  try {
    // Unlike a rename, a link fails where the name is taken.
    await link(candidate, path).catch(ignoreTaken);
  } finally {
    await rm(candidate);
  }
  return await readFile(path, 'utf8');
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}

function ignoreTaken(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
