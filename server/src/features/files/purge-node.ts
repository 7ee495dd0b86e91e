import { refuse } from '../../lib/refuse.ts';
import type { Database, Transact, Tx } from '../../lib/tx.ts';
import { lockSpaceOfNode } from '../auth/index.ts';
import { getNode } from '../folders/index.ts';
import { deleteNodes, hasChildren } from './purge-rows.ts';
import { PurgeInterrupted, purgeBeneath } from './purge-tree.ts';
import { findTrashedFolder } from './trash-rows.ts';

export interface PurgeNodeInput {
  readonly userId: string;
  readonly id: string;
}

/** Deletes for good what was itself trashed, a folder with all beneath it. A tree goes in batches
 *  before `transact` is asked for; that one takes the node itself. Interrupted by a crash, the rest
 *  is still in the trash. Refuses `not-found`, `forbidden` and `version-conflict`. */
export async function purgeNode(
  deps: { readonly db: Database; readonly transact: Transact<void> },
  input: PurgeNodeInput,
): Promise<void> {
  while (!(await isEmptied(deps.db, input)));
  await deps.transact((tx) => purgeRoot(tx, input));
}

/** Refuses nothing: a repeat of a purge that was done gets its first answer from `transact`. */
async function isEmptied(db: Database, { userId, id }: PurgeNodeInput): Promise<boolean> {
  const folder = await findTrashedFolder(db, userId, id);
  if (folder === undefined) return true;
  try {
    await purgeBeneath(db, { spaceId: folder.spaceId, rootIds: [id] }, [id]);
    return true;
  } catch (error) {
    if (error instanceof PurgeInterrupted) return false;
    throw error;
  }
}

async function purgeRoot(tx: Tx, { userId, id }: PurgeNodeInput): Promise<void> {
  const space = await lockSpaceOfNode(tx, userId, id);
  const node = await getNode(tx, id);
  if (node.trashedAt === null) refuse('not-found');
  // Only when it was restored, filled and trashed again since it was emptied.
  if (await hasChildren(tx, id)) refuse('version-conflict');
  await deleteNodes(tx, space.id, [id]);
}
