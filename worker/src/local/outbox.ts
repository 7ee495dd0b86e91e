// Reads what waits to be sent, for screens. Every function can be observed by a live query.

import { db } from './database.ts';
import { readOutbox } from './read-outbox.ts';

export type { MutationKind } from '../engine/mutations/mutation.ts';
export { readOutbox } from './read-outbox.ts';
export type { OutboxRow } from './rows.ts';

/** How many changes of this person the server does not have yet. */
export async function countUnsent(userId: string): Promise<number> {
  return db.outbox.where('[userId+state]').equals([userId, 'waiting']).count();
}

/** All that is not settled: what waits, and what was refused and waits for its person. */
export async function countUnsettled(userId: string): Promise<number> {
  return (await countUnsent(userId)) + (await countRefused(userId));
}

export async function countRefused(userId: string): Promise<number> {
  return db.outbox.where('[userId+state]').equals([userId, 'refused']).count();
}

/** The folders that are not made yet, by their id: uploads into one wait for it. */
export async function readFoldersToCome(userId: string): Promise<string[]> {
  const rows = await readOutbox(userId);
  return rows.filter(({ mutation }) => mutation.is === 'create-folder').map((row) => row.nodeId);
}
