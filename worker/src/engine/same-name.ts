// What becomes of a file whose name stands already where it goes.

import { freeName } from '@satchel/shared/free-name';
import { nameKey } from '@satchel/shared/names';
import type { OnConflict } from '@satchel/shared/wire/uploads';

/** What people go by when they compare two files of one name. */
export interface FileFacts {
  readonly name: string;
  readonly sizeBytes: number;
  /** Epoch milliseconds. */
  readonly modifiedAt: number | null;
}

/** What has a name in a folder: known to be on the server, or on its way there. */
export type Standing =
  | { readonly is: 'folder'; readonly id: string }
  | (FileFacts & { readonly is: 'file'; readonly id: string; readonly version: number })
  | (FileFacts & { readonly is: 'queued'; readonly id: string });

/** What stands in one folder, by the key of its name. */
export type Names = Map<string, Standing>;

/** How a file is to be uploaded. */
export interface Placing {
  readonly filename: string;
  readonly onConflict: OnConflict;
  readonly base: { readonly fileId: string; readonly version: number } | null;
  readonly after: string | null;
}

/** A new version of what stands there, or a file of its own beside it. */
export type NameAnswer = 'version' | 'rename';

/** A name that nobody has needs no answer. Beside a folder only another name will do. */
export function placeFile(name: string, answer: NameAnswer, names: Names): Placing {
  const standing = names.get(nameKey(name));
  if (standing === undefined) return placing(name);
  if (answer === 'rename' || standing.is === 'folder') {
    return { ...placing(freeName(name, names)), onConflict: 'rename' };
  }
  // Two versions on their way arrive in their order. Otherwise the version that was seen is named:
  // should the file move on meanwhile, the server keeps both sides.
  if (standing.is === 'queued') return { ...placing(standing.name), after: standing.id };
  const base = { fileId: standing.id, version: standing.version };
  return { ...placing(standing.name), base };
}

function placing(filename: string): Placing {
  return { filename, onConflict: 'version', base: null, after: null };
}

export type FilePlacing = Placing & { readonly awaitsAnswer: boolean };

/** Says of one file after another, added together to one folder, how it goes there. Only a name
 *  that stood there before needs an answer: two of one drop that differ in case are two files. */
export function placerIn(names: Names): (file: FileFacts & { id: string }) => FilePlacing {
  const added = new Set<string>();
  return (file) => {
    const key = nameKey(file.name);
    const standing = names.get(key);
    const isTwin = added.has(key);
    added.add(key);
    if (standing !== undefined && standing.is !== 'folder' && !isTwin)
      return { ...placing(file.name), awaitsAnswer: true };
    const how = placeFile(file.name, 'rename', names);
    names.set(nameKey(how.filename), { ...file, is: 'queued' });
    return { ...how, awaitsAnswer: false };
  };
}

/** File systems keep times to two seconds at worst. */
const SAME_MOMENT_MS = 2000;

/** Whether two files of one name are most likely one and the same. */
export function looksSame(a: FileFacts, b: FileFacts): boolean {
  if (a.sizeBytes !== b.sizeBytes || a.modifiedAt === null || b.modifiedAt === null) return false;
  return Math.abs(a.modifiedAt - b.modifiedAt) <= SAME_MOMENT_MS;
}
