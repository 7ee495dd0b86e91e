import { refuse } from '../../lib/refuse.ts';
import type { Queryable } from '../../lib/tx.ts';
import { findLineage, type LineageStep } from './lineage-rows.ts';

export interface LiveFolder {
  readonly id: string;
  readonly spaceId: string;
  /** From the root to the folder itself. Its length is the depth of what lies in the folder. */
  readonly lineage: readonly LineageStep[];
}

/** A folder that something may be put into. Refuses `not-found`, `not-a-folder`, and `in-trash`
 *  where it or a folder above it is trashed. Does not ask whether the caller may see it. */
export async function getLiveFolder(db: Queryable, id: string): Promise<LiveFolder> {
  const lineage = await findLineage(db, id);
  const folder = lineage.steps.at(-1) ?? refuse('not-found');
  if (folder.kind !== 'folder') refuse('not-a-folder');
  if (lineage.trashedAt !== null) refuse('in-trash');
  return { id, spaceId: folder.spaceId, lineage: lineage.steps };
}
