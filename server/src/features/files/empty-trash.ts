import type { Database } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { PurgeInterrupted, purgeBeneath, purgeNodes } from './purge-tree.ts';
import { findTrashedIn, findWritableSpaces } from './trash-rows.ts';

const PAGE_SIZE = 500;

/** Deletes for good all that was in the trash of the user's spaces when it was asked. What others
 *  restore meanwhile stays. Interrupted by a crash, the rest is still in the trash. */
export async function emptyTrash(
  deps: { readonly db: Database; readonly clock: Clock },
  input: { readonly userId: string },
): Promise<void> {
  const until = deps.clock.now();
  for (const spaceId of await findWritableSpaces(deps.db, input.userId)) {
    while (await purgePage(deps.db, spaceId, until));
  }
}

/** True while there was something to purge. */
async function purgePage(db: Database, spaceId: string, until: Date): Promise<boolean> {
  const found = await findTrashedIn(db, spaceId, until, PAGE_SIZE);
  const rootIds = found.map(({ id }) => id);
  const folderIds = found.filter(({ kind }) => kind === 'folder').map(({ id }) => id);
  const purge = { spaceId, rootIds };
  try {
    if (folderIds.length > 0) await purgeBeneath(db, purge, folderIds);
    if (rootIds.length > 0) await purgeNodes(db, purge, rootIds);
  } catch (error) {
    if (!(error instanceof PurgeInterrupted)) throw error;
  }
  return found.length > 0;
}
