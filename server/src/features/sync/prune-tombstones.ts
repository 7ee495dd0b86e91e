import type { Database } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { lockSpace } from '../auth/index.ts';
import { deleteTombstones, findSpaceToPrune } from './change-rows.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const KEPT_MS = 90 * DAY_MS;
const BATCH_SIZE = 1000;

/** Forgets what has been gone for 90 days, some of one space at a time. A device that was away for
 *  longer starts over. */
export async function pruneTombstones(
  deps: { readonly db: Database; readonly clock: Clock },
  signal: AbortSignal,
): Promise<void> {
  const until = new Date(deps.clock.now().getTime() - KEPT_MS);
  while (!signal.aborted) {
    const spaceId = await findSpaceToPrune(deps.db, until);
    if (spaceId === undefined) return;
    await deps.db.transact(async (tx) => {
      await lockSpace(tx, spaceId);
      await deleteTombstones(tx, spaceId, until, BATCH_SIZE);
    });
  }
}
