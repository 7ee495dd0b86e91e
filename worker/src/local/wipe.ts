// Forgets things on purpose.

import { db } from './database.ts';
import { nodeTables } from './node-writes.ts';

/** Forgets everything on this browser: the tree, the queue with its bytes, the account, settings. */
export async function wipe(): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
  });
}

/** What a transaction has to hold that forgets the tree. */
export const treeTables = [...nodeTables, db.feed, db.pins, db.keptContents, db.keptChunks];

/** Forgets the tree, how far it was followed and every content that was kept of it; the queue stays
 *  bound to whom it belongs to. */
export async function forgetTree(): Promise<void> {
  await db.transaction('rw', treeTables, async () => {
    await Promise.all(treeTables.map((table) => table.clear()));
  });
}
