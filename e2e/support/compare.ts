import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { sha256OfFile } from './sample-files.ts';
import { type Caller, hashesOnServer } from './server-files.ts';

/** The folder on the server holds exactly the files beneath `directory`, byte for byte. */
export async function expectSameTree(
  caller: Caller,
  folderId: string | null,
  directory: string,
): Promise<void> {
  const expected = new Map<string, string>();
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    expected.set(path.slice(directory.length + 1), await sha256OfFile(path));
  }
  expect(await hashesOnServer(caller, folderId)).toEqual(expected);
}
