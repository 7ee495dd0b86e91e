import type { Database } from '../../lib/tx.ts';
import type { BlobStore } from '../../ports/blob-store.ts';
import type { Clock } from '../../ports/clock.ts';
import {
  deleteDeleting,
  findDeleting,
  lockUnheld,
  markDeleting,
  pageOfHashes,
} from './chunk-rows.ts';

export interface CollectGarbageDeps {
  readonly db: Database;
  readonly blobs: Pick<BlobStore, 'delete'>;
  readonly clock: Clock;
  /** How old a chunk must be before it is looked at. */
  readonly graceMs: number;
}

const PAGE = 1000;

/** Removes the chunks that no content and no open upload holds; returns how many. One run at a time in
 *  the whole installation: a second one that was slow could delete bytes that were sent again since. */
export async function collectGarbage(
  deps: CollectGarbageDeps,
  signal: AbortSignal,
): Promise<number> {
  await markAll(deps, signal);
  return removeMarked(deps, signal);
}

async function markAll(
  { db, clock, graceMs }: CollectGarbageDeps,
  signal: AbortSignal,
): Promise<void> {
  const before = new Date(clock.now().getTime() - graceMs);
  let page = await pageOfHashes(db, '', PAGE);
  while (page.length > 0 && !signal.aborted) {
    await mark(db, page, before);
    page = await pageOfHashes(db, page.at(-1) ?? '', PAGE);
  }
}

// Two statements: what was leased between the first one's beginning and its lock is seen only by
// the second. From the commit on, `check` and `put` answer that the chunk has to be sent.
async function mark(db: Database, page: readonly string[], before: Date): Promise<void> {
  await db.transact(async (tx) => markDeleting(tx, await lockUnheld(tx, page, before)));
}

/** The bytes go before the row. A crash in between leaves the row marked, and the next run ends it. */
async function removeMarked(
  { db, blobs }: CollectGarbageDeps,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0;
  let hashes = await findDeleting(db, PAGE);
  while (hashes.length > 0) {
    for (const hash of hashes) {
      if (signal.aborted) return removed;
      await blobs.delete(hash);
      await db.transact((tx) => deleteDeleting(tx, hash));
      removed += 1;
    }
    hashes = await findDeleting(db, PAGE);
  }
  return removed;
}
