// Reads the queue for screens. Every function can be observed by a live query.

import { ACTIVE_STATES, STATE_NAMES, type StateName } from '../engine/upload.ts';
import { db } from './database.ts';
import type { UploadRow } from './rows.ts';

export { isActive, isSafe } from '../engine/facts.ts';
export { timeLeftMs } from '../engine/rate.ts';
export type { StateName } from '../engine/upload.ts';
export type { UploadRow } from './rows.ts';

const BEGINNING = Number.NEGATIVE_INFINITY;
const END = Number.POSITIVE_INFINITY;

/** The uploads of one person in the order of the queue, done ones included until cleared. */
export async function readUploads(userId: string): Promise<UploadRow[]> {
  return db.uploads.where('userId').equals(userId).sortBy('position');
}

export async function findUpload(id: string): Promise<UploadRow | undefined> {
  return db.uploads.get(id);
}

/** How many uploads of one person are in any of `states`. One count for each state: over several
 *  ranges at once Dexie walks through every row. */
export async function countUploads(userId: string, states: readonly StateName[]): Promise<number> {
  const counts = await Promise.all(
    states.map((state) =>
      db.uploads
        .where('[userId+state+position]')
        .between([userId, state, BEGINNING], [userId, state, END])
        .count(),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

const UNFINISHED = STATE_NAMES.filter((state) => state !== 'done');

/** How many uploads of one person have not arrived, whatever holds them up. */
export async function countUnfinished(userId: string): Promise<number> {
  return countUploads(userId, UNFINISHED);
}

/** The uploads of one person that failed or are blocked. */
export async function readStoppedIds(userId: string): Promise<string[]> {
  const ids = (['failed', 'blocked'] as const).map((state) =>
    db.uploads
      .where('[userId+state+position]')
      .between([userId, state, BEGINNING], [userId, state, END])
      .primaryKeys(),
  );
  return (await Promise.all(ids)).flat();
}

/** Whether anything of this person's is still to be sent without their doing. */
export async function hasWork(userId: string): Promise<boolean> {
  if ((await countUploads(userId, ACTIVE_STATES)) > 0) return true;
  return (await db.abandoned.where('userId').equals(userId).count()) > 0;
}
