// The device allows names that are none here. What it is called must not keep a file from arriving.

import { fittingName } from '@satchel/shared/derived-names';
import { pathKey, type TreeEntry } from './folder-plan.ts';

export interface ChangedName {
  readonly was: string;
  readonly name: string;
}

/** The same tree under names that can be used. */
export function fittingTree<Source>(entries: readonly TreeEntry<Source>[]): TreeEntry<Source>[] {
  return entries.map((entry) => ({ ...entry, path: entry.path.map(fittingName) }));
}

/** Which names `fittingTree` changes, each file and folder once. Another spelling of the same letters
 *  is no change. */
export function changedNames(entries: readonly TreeEntry<unknown>[]): ChangedName[] {
  const changed = new Map<string, ChangedName>();
  for (const { path } of entries) {
    for (const [depth, was] of path.entries()) {
      const name = fittingName(was);
      if (name === was.normalize('NFC')) continue;
      changed.set(pathKey(path.slice(0, depth + 1)), { was, name });
    }
  }
  return [...changed.values()];
}
