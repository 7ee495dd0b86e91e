// Forgets things on purpose.

import { db } from './database.ts';

/** Forgets everything on this browser: the tree, the queue with its bytes, the account, settings. */
export async function wipe(): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
  });
}

/** Forgets the tree; the queue stays bound to whom it belongs to. */
export async function forgetTree(): Promise<void> {
  await db.transaction('rw', db.nodes, db.pendingDeeds, async () => {
    await Promise.all([db.nodes.clear(), db.pendingDeeds.clear()]);
  });
}
