import { nameKey } from '@satchel/shared/names';
import type { Queryable, Tx } from '../../lib/tx.ts';

export interface NewFolder {
  readonly id: string;
  readonly spaceId: string;
  readonly parentId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly seq: number;
}

/** False where the id is or was something else's. */
export async function insertFolder(tx: Tx, folder: NewFolder): Promise<boolean> {
  const inserted = await tx.query(
    `insert into nodes (id, space_id, parent_id, kind, name, name_key, seq, created_at, modified_at,
                        modified_by)
     select $1::uuid, $2::uuid, $3, 'folder', $4, $5, $6, $7, $7, $8
      where not exists (select from tombstones where space_id = $2 and node_id = $1)
         on conflict (id) do nothing
     returning id`,
    [
      folder.id,
      folder.spaceId,
      folder.parentId,
      folder.name,
      nameKey(folder.name),
      folder.seq,
      folder.createdAt,
      folder.createdBy,
    ],
  );
  return inserted.length > 0;
}

/** True where there is a folder with this id and the user can see it. */
export async function isVisibleFolder(db: Queryable, id: string, userId: string): Promise<boolean> {
  const found = await db.query(
    `select from nodes n join members m on m.space_id = n.space_id and m.user_id = $2
      where n.id = $1 and n.kind = 'folder'`,
    [id, userId],
  );
  return found.length > 0;
}
