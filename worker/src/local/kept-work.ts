// Whether there is anything for the keeper to do.

import { db } from './database.ts';
import { readPinnedIds } from './pins.ts';

/** Whether anything is pinned, or is here that may have to go. */
export async function hasKept(userId: string): Promise<boolean> {
  return (await readPinnedIds(userId)).size > 0 || (await db.keptContents.count()) > 0;
}

/** Whether anything is left to fetch that can be tried now, or to drop. */
export async function hasKeepWork(userId: string, now = Date.now()): Promise<boolean> {
  const unwanted = await db.keptContents.where('unwantedAt').above(0).first();
  if (unwanted !== undefined) return true;
  const row = await db.keptContents
    .where('state')
    .anyOf('waiting', 'fetching', 'failed')
    .filter((content) => content.userId === userId && content.keptFor === 'pin')
    .filter(({ state, retryAt }) => state !== 'failed' || retryAt <= now)
    .first();
  return row !== undefined;
}
