import { db } from './database.ts';
import { nodeStoreNames } from './node-store.ts';
import { watch } from './watch.ts';

/** Calls `onChange` now and after changes of the tree or of the pins, whoever made them, at most every
 *  `restMs`. Returns how to stop. */
export function watchWanted(onChange: () => void, restMs: number): () => void {
  const tables = [...nodeStoreNames, db.pins.name];
  return watch({ tables, read: async () => undefined, onResult: onChange, restMs });
}
