// Forgets things on purpose.

import { db } from './database.ts';
import { nodeStores } from './node-store.ts';
import { nodeTables } from './node-writes.ts';

/** Forgets everything on this browser: the tree, the queue with its bytes, the account, settings. */
export async function wipe(): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
  });
}

const forgotten = [...nodeStores, db.shadows, db.feed, db.pins, db.keptContents, db.keptChunks];

/** What a transaction has to hold that forgets the tree. */
export const treeTables = [...nodeTables, ...forgotten];

/** Forgets the tree, how far it was followed and every content that was kept of it; what is queued
 *  stays bound to whom it belongs to. */
export async function forgetTree(): Promise<void> {
  await db.transaction('rw', forgotten, async () => {
    await Promise.all(forgotten.map((table) => table.clear()));
  });
}
