// How far the changes of the server have been followed. There is a position only as long as its person
// is signed in here.

import { db } from './database.ts';
import type { FeedRow } from './rows.ts';

export type FeedPosition = Omit<FeedRow, 'key'>;

/** Null where nobody is signed in, or nothing was followed yet. */
export async function readFeed(): Promise<FeedPosition | null> {
  return (await db.feed.get('current')) ?? null;
}

/** Whether all of the tree is here, so that no folder has to be asked for. */
export async function isTreeComplete(): Promise<boolean> {
  return (await readFeed())?.isComplete === true;
}
