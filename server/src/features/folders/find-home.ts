import type { Queryable } from '../../lib/tx.ts';
import { findLineage } from './lineage-rows.ts';

/** Where something that belongs into a folder comes to lie: there, or in the root of the space where
 *  that folder is gone, in the trash, or beneath something that is. The space is locked, so it stays
 *  that way until the commit. */
export async function findHome(
  db: Queryable,
  folderId: string,
  space: { readonly id: string; readonly rootId: string },
): Promise<string> {
  const { steps, trashedAt } = await findLineage(db, folderId);
  const isThere = steps.at(-1)?.spaceId === space.id && trashedAt === null;
  return isThere ? folderId : space.rootId;
}
