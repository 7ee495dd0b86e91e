import type { Database, Tx } from '../../lib/tx.ts';
import { lockSpace } from '../auth/index.ts';
import { areBeneathTrashed, deleteNodes, findChildIds, keepTrashedChildren } from './purge-rows.ts';

// Purging holds the lock of the space for one batch at a time (some 50 ms), so others go on writing
// while a large tree goes, and as many ids are in memory for each level of folders.
const BATCH_SIZE = 200;

/** What is being purged: these nodes of one space, which were found in the trash. */
export interface Purge {
  readonly spaceId: string;
  readonly rootIds: readonly string[];
}

/** Somebody restored a part of what is being purged: look again at what is still in the trash. */
export class PurgeInterrupted extends Error {}

/** Purges what lies beneath folders of a purge, leaves first, so whatever a crash leaves is a whole
 *  tree. What was trashed on its own stays in the trash. Throws `PurgeInterrupted`. */
export async function purgeBeneath(
  db: Database,
  purge: Purge,
  folderIds: readonly string[],
): Promise<void> {
  const findFolders = () => findChildIds(db, folderIds, 'folder', BATCH_SIZE);
  for (let inner = await findFolders(); inner.length > 0; inner = await findFolders()) {
    await purgeBeneath(db, purge, inner);
    await purgeNodes(db, purge, inner);
  }
  await untilNone(db, purge, folderIds, async (tx) => {
    const files = await findChildIds(tx, folderIds, 'file', BATCH_SIZE);
    await deleteNodes(tx, purge.spaceId, files);
    return files.length;
  });
  await untilNone(db, purge, folderIds, (tx) =>
    keepTrashedChildren(tx, purge.spaceId, folderIds, BATCH_SIZE),
  );
}

/** Purges nodes of a purge that nothing lies beneath any more. Throws `PurgeInterrupted`. */
export async function purgeNodes(
  db: Database,
  purge: Purge,
  ids: readonly string[],
): Promise<void> {
  await step(db, purge, ids, (tx) => deleteNodes(tx, purge.spaceId, ids));
}

async function untilNone(
  db: Database,
  purge: Purge,
  folderIds: readonly string[],
  act: (tx: Tx) => Promise<number>,
): Promise<void> {
  while ((await step(db, purge, folderIds, act)) === BATCH_SIZE);
}

/** One batch under the lock, after a look at whether `ids` are still to be purged. */
async function step<Result>(
  db: Database,
  purge: Purge,
  ids: readonly string[],
  act: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return db.transact(async (tx) => {
    await lockSpace(tx, purge.spaceId);
    if (!(await areBeneathTrashed(tx, ids, purge.rootIds))) throw new PurgeInterrupted();
    return act(tx);
  });
}
