// Writes rows of the replica so that who watches it learns which ones.

import { db } from './database.ts';
import type { NodeRow } from './rows.ts';

// Of larger groups Dexie says only that the whole table may have changed.
const NAMED_AT_ONCE = 49;
/** More than that is no change but a catch-up: whoever watches does well to read anew. */
const NAMED_AT_MOST = 500;

/** Within a transaction. */
export async function putNodes(rows: readonly NodeRow[]): Promise<void> {
  if (rows.length > NAMED_AT_MOST) {
    await db.nodes.bulkPut(rows);
    return;
  }
  for (let from = 0; from < rows.length; from += NAMED_AT_ONCE) {
    await db.nodes.bulkPut(rows.slice(from, from + NAMED_AT_ONCE));
  }
}
