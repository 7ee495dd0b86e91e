// Reads what waits to be sent, for screens. Every function can be observed by a live query.

import { db } from './database.ts';
import { inOrder, inQueue } from './read-outbox.ts';
import type { OutboxRow } from './rows.ts';

export type { MutationKind } from '../engine/mutations/mutation.ts';
export { readOutbox } from './read-outbox.ts';
export type { OutboxRow } from './rows.ts';

/** How many changes of this person the server does not have yet. */
export async function countUnsent(userId: string): Promise<number> {
  return db.outbox.where('[userId+state]').equals([userId, 'waiting']).count();
}

/** The first of those that wait to be sent, in the order of the queue. */
export async function readNextUnsent(userId: string, limit: number): Promise<OutboxRow[]> {
  const waiting = inQueue(userId).filter(({ state }) => state === 'waiting');
  return waiting.limit(limit).toArray();
}

/** All that was refused, in the order of the queue. */
export async function readRefused(userId: string): Promise<OutboxRow[]> {
  const refused = await db.outbox.where('[userId+state]').equals([userId, 'refused']).toArray();
  return inOrder(userId, refused);
}

/** All that is not settled: what waits, and what was refused and waits for its person. */
export async function countUnsettled(userId: string): Promise<number> {
  return (await countUnsent(userId)) + (await countRefused(userId));
}

export async function countRefused(userId: string): Promise<number> {
  return db.outbox.where('[userId+state]').equals([userId, 'refused']).count();
}

/** The changes by which folders are made that are not there yet, in no order. */
export async function readFolderCreations(userId: string): Promise<OutboxRow[]> {
  return db.outbox.where('[userId+mutation.is]').equals([userId, 'create-folder']).toArray();
}

/** The folders that are not made yet, by their id: uploads into one wait for it. */
export async function readFoldersToCome(userId: string): Promise<string[]> {
  return (await readFolderCreations(userId)).map((row) => row.nodeId);
}
