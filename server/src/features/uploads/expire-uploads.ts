import type { Database } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { lockSpace } from '../auth/index.ts';
import { endUpload } from './end-upload.ts';
import { isOverdue, UPLOAD_LIFE_MS } from './upload.ts';
import { deleteEnded, findOverdue, lockUpload } from './upload-rows.ts';

export interface ExpireUploadsDeps {
  readonly db: Database;
  readonly clock: Clock;
}

const BATCH = 200;

/** Ends the uploads whose time ran out, each in a transaction of its own, and forgets those that
 *  ended so long ago that nobody asks for them any more. Returns how many it ended. */
export async function expireUploads(
  { db, clock }: ExpireUploadsDeps,
  signal: AbortSignal,
): Promise<number> {
  const now = clock.now();
  let ended = 0;
  let overdue = await findOverdue(db, now, BATCH);
  while (overdue.length > 0) {
    for (const { id, spaceId } of overdue) {
      if (signal.aborted) return ended;
      await expire(db, id, spaceId, now);
      ended += 1;
    }
    overdue = await findOverdue(db, now, BATCH);
  }
  await db.transact((tx) => deleteEnded(tx, new Date(now.getTime() - UPLOAD_LIFE_MS)));
  return ended;
}

async function expire(db: Database, id: string, spaceId: string, now: Date): Promise<void> {
  await db.transact(async (tx) => {
    await lockSpace(tx, spaceId);
    const upload = await lockUpload(tx, id, 'update');
    // A chunk may have come, or the person, since it was found.
    if (upload?.status === 'open' && isOverdue(upload, now)) await endUpload(tx, upload, 'expired');
  });
}
