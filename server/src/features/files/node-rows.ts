import { nameKey } from '@satchel/shared/names';
import type { Queryable, Tx } from '../../lib/tx.ts';

export interface NodePlace {
  readonly parentId: string;
  readonly name: string;
  readonly seq: number;
}

/** Puts a live node under a parent and a name that are free for it. */
export async function updatePlace(tx: Tx, id: string, place: NodePlace): Promise<void> {
  await tx.query(
    `update nodes set parent_id = $2, name = $3, name_key = $4, seq = $5, trashed_at = null
      where id = $1`,
    [id, place.parentId, place.name, nameKey(place.name), place.seq],
  );
}

export async function markTrashed(tx: Tx, id: string, at: Date, seq: number): Promise<void> {
  await tx.query('update nodes set trashed_at = $2, seq = $3 where id = $1', [id, at, seq]);
}

/** How many levels of folders lie beneath a folder, looking no further than `limit` levels. What is
 *  trashed counts, because it can come back. */
export async function findFolderHeight(db: Queryable, id: string, limit: number): Promise<number> {
  const [found] = await db.query<{ height: number }>(
    `with recursive down as (
       select $1::uuid as id, 0 as level
       union all
       select n.id, down.level + 1
         from down join nodes n on n.parent_id = down.id and n.kind = 'folder'
        where down.level < $2
     )
     select max(level) as height from down`,
    [id, limit],
  );
  return found?.height ?? 0;
}
