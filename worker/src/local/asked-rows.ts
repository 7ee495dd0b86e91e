// Whether an answer may still be written by the time that it comes.

import { findSignedIn } from './account.ts';
import { db } from './database.ts';
import { isTreeComplete } from './feed-position.ts';
import { nodeTables } from './node-writes.ts';

/** Writes rows of an answer in one transaction, or leaves them out. */
export type WriteAnswer = (write: () => Promise<void>) => Promise<void>;

/** To be called before the server is asked for rows. They are left out where somebody else is signed in
 *  by then, and where all of the tree has come meanwhile: they may be older than what the feed has
 *  said since, and a node that it took away left no number to tell that by. */
export async function beginAsking(): Promise<WriteAnswer> {
  const askedBy = await findSignedIn();
  return async (write) => {
    await db.transaction('rw', [...nodeTables, db.feed, db.account], async () => {
      if ((await findSignedIn()) === askedBy && !(await isTreeComplete())) await write();
    });
  };
}
