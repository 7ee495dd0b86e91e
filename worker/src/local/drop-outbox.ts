import { db } from './database.ts';
import { readOutbox } from './read-outbox.ts';

/** Forgets every change of a person that the server does not have, after the tree was forgotten. */
export async function dropOutbox(userId: string): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    await db.outbox.bulkDelete((await readOutbox(userId)).map(({ id }) => id));
  });
}
