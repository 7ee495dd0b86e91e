import { db } from './database.ts';
import type { OutboxRow } from './rows.ts';

/** All of a person's changes that are not settled, in the order of the queue. */
export async function readOutbox(userId: string): Promise<OutboxRow[]> {
  return db.outbox
    .where('[userId+position]')
    .between([userId, Number.NEGATIVE_INFINITY], [userId, Number.POSITIVE_INFINITY])
    .toArray();
}
