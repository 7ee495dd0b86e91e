import type { Node } from '@satchel/shared/wire/nodes';
import type { Queryable } from '../../lib/tx.ts';
import { findNodes } from '../folders/index.ts';

export interface TrashPlace {
  readonly trashedAt: string;
  readonly id: string;
}

// One walk along an index for each of the caller's spaces, merged.
/** What was itself trashed in the user's spaces, newest first, behind a place. */
export function findTrashed(
  db: Queryable,
  userId: string,
  after: TrashPlace | null,
  limit: number,
): Promise<Node[]> {
  const isBehind = after === null ? '' : 'and (t.trashed_at, t.id) < ($3::timestamptz, $4::uuid)';
  return findNodes(
    db,
    'order by n.trashed_at desc, n.id desc',
    [userId, limit, ...(after === null ? [] : [after.trashedAt, after.id])],
    `(select t.* from members m cross join lateral (
        select * from nodes t
         where t.space_id = m.space_id and t.trashed_at is not null ${isBehind}
         order by t.trashed_at desc, t.id desc limit $2
      ) t
      where m.user_id = $1
      order by t.trashed_at desc, t.id desc limit $2)`,
  );
}

/** The folder with this id, where it was itself trashed and the user may purge it. */
export async function findTrashedFolder(
  db: Queryable,
  userId: string,
  id: string,
): Promise<{ readonly spaceId: string } | undefined> {
  const [folder] = await db.query<{ spaceId: string }>(
    `select n.space_id as "spaceId"
       from nodes n join members m on m.space_id = n.space_id and m.user_id = $2
      where n.id = $1 and n.kind = 'folder' and n.trashed_at is not null and m.role <> 'viewer'`,
    [id, userId],
  );
  return folder;
}

export async function findWritableSpaces(db: Queryable, userId: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select space_id as id from members where user_id = $1 and role <> 'viewer'`,
    [userId],
  );
  return rows.map(({ id }) => id);
}

/** Some of what was itself trashed in a space no later than `until`. */
export function findTrashedIn(
  db: Queryable,
  spaceId: string,
  until: Date,
  limit: number,
): Promise<{ readonly id: string; readonly kind: 'file' | 'folder' }[]> {
  return db.query(
    `select id, kind from nodes
      where space_id = $1 and trashed_at is not null and trashed_at <= $2
      order by trashed_at desc, id desc limit $3`,
    [spaceId, until, limit],
  );
}
