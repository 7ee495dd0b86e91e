import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const BLOCK = Buffer.alloc(4 * 1024 * 1024, 1);

/** Writes and removes as many bytes as a run is about to. A virtual machine gives freed memory back to
 *  its host and fetches it again page by page, which can cost more than everything that is measured:
 *  this way each run finds memory that was in use a moment ago, whoever ran before. */
export async function levelGround(directory: string, blocks: number): Promise<void> {
  const path = join(directory, 'level');
  const file = await open(path, 'w');
  try {
    for (let block = 0; block < blocks; block++) await file.write(BLOCK);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rm(path);
}

/** The same, beginning one further each time, so that nobody is always the first or the last. */
export function rotate<Item>(items: readonly Item[], by: number): Item[] {
  const start = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

/** Removes the files and leaves the directories, which a running server relies on. */
export async function clearFiles(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  await Promise.all(files.map((file) => rm(join(file.parentPath, file.name), { force: true })));
}
