import { db } from './database.ts';
import type { OutboxRow } from './rows.ts';

/** A person's, in its order. */
export function inQueue(userId: string) {
  return db.outbox
    .where('[userId+position]')
    .between([userId, Number.NEGATIVE_INFINITY], [userId, Number.POSITIVE_INFINITY]);
}

/** All of a person's changes that are not settled, in the order of the queue. However much waits, this
 *  reads it all: whoever is about one change asks for those that it has to do with. */
export async function readOutbox(userId: string): Promise<OutboxRow[]> {
  return inQueue(userId).toArray();
}

/** Where the last change of a person stands in the queue; 0 where there is none. */
export async function readLastPosition(userId: string): Promise<number> {
  return (await inQueue(userId).last())?.position ?? 0;
}

/** What is queued for one node, by whomever. */
export async function readQueuedFor(nodeId: string): Promise<OutboxRow[]> {
  return db.outbox.where('nodeId').equals(nodeId).toArray();
}

/** Of these, a person's, each once, in the order of the queue. */
export function inOrder(userId: string, rows: readonly OutboxRow[]): OutboxRow[] {
  const mine = rows.filter((row) => row.userId === userId);
  const once = new Map(mine.map((row) => [row.id, row]));
  return [...once.values()].sort((a, b) => a.position - b.position);
}
