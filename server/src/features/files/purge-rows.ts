import type { Queryable, Tx } from '../../lib/tx.ts';
import { nextSeq } from '../auth/index.ts';

/** Deletes nodes that nothing lies beneath (or whose children go in the same call), with their
 *  versions, the contents that no version holds any more, and the room they took. Their chunks are
 *  left to the collector. */
export async function deleteNodes(tx: Tx, spaceId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { bytes, contentIds } = await findHeld(tx, ids);
  await tx.query('delete from nodes where id = any($1::uuid[])', [ids]);
  await tx.query(
    `delete from contents c where c.id = any($1::uuid[])
        and not exists (select from versions v where v.content_id = c.id)`,
    [contentIds],
  );
  await tx.query('update spaces set used_bytes = used_bytes - $2 where id = $1', [spaceId, bytes]);
  const last = await nextSeq(tx, spaceId, ids.length);
  await tx.query(
    `insert into tombstones (space_id, node_id, seq)
     select $1, id, $3::bigint + place from unnest($2::uuid[]) with ordinality as gone(id, place)
         on conflict (space_id, node_id) do update set seq = excluded.seq, gone_at = now()`,
    [spaceId, ids, last - ids.length],
  );
}

interface Held {
  /** Of all versions: each takes the room of its content. */
  readonly bytes: number;
  readonly contentIds: readonly string[];
}

async function findHeld(tx: Tx, ids: readonly string[]): Promise<Held> {
  const [held] = await tx.query<Held>(
    `select coalesce(sum(c.size), 0)::bigint as bytes,
            coalesce(array_agg(distinct c.id), '{}') as "contentIds"
       from versions v join contents c on c.id = v.content_id
      where v.file_id = any($1::uuid[])`,
    [ids],
  );
  return held ?? { bytes: 0, contentIds: [] };
}

// Folder by folder, so that each is a look-up in an index. As one condition over all of them the
// planner may read the whole table instead, again and again past what was deleted before.
const CHILDREN_OF_FOLDERS = `unnest($1::uuid[]) as folder(id) cross join lateral`;

/** Some of the live children of these folders. */
export async function findChildIds(
  db: Queryable,
  folderIds: readonly string[],
  kind: 'file' | 'folder',
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select child.id from ${CHILDREN_OF_FOLDERS} (
       select id from nodes
        where parent_id = folder.id and kind = $2 and trashed_at is null limit $3
     ) child limit $3`,
    [folderIds, kind, limit],
  );
  return rows.map(({ id }) => id);
}

async function findTrashedChildIds(
  tx: Tx,
  folderIds: readonly string[],
  limit: number,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select child.id from ${CHILDREN_OF_FOLDERS} (
       select id from nodes where parent_id = folder.id and trashed_at is not null limit $2
     ) child limit $2`,
    [folderIds, limit],
  );
  return rows.map(({ id }) => id);
}

/** Puts some of what was trashed on its own in these folders below the root, where it stays in the
 *  trash; returns how many. */
export async function keepTrashedChildren(
  tx: Tx,
  spaceId: string,
  folderIds: readonly string[],
  limit: number,
): Promise<number> {
  const ids = await findTrashedChildIds(tx, folderIds, limit);
  if (ids.length === 0) return 0;
  const last = await nextSeq(tx, spaceId, ids.length);
  await tx.query(
    `update nodes n set parent_id = s.root_id, seq = $3::bigint + kept.place
       from spaces s, unnest($2::uuid[]) with ordinality as kept(id, place)
      where s.id = $1 and n.id = kept.id`,
    [spaceId, ids, last - ids.length],
  );
  return ids.length;
}

/** True while each of these nodes is, or lies beneath, one of these roots that is in the trash. A
 *  node beneath can have been restored, and then hangs somewhere else. */
export async function areBeneathTrashed(
  tx: Tx,
  ids: readonly string[],
  rootIds: readonly string[],
): Promise<boolean> {
  const [found] = await tx.query<{ count: number; areTops: boolean }>(
    `with recursive up as (
       select id, parent_id, trashed_at from nodes where id = any($1::uuid[])
       union
       select p.id, p.parent_id, p.trashed_at
         from up cross join lateral (select * from nodes where id = up.parent_id limit 1) p
        where up.trashed_at is null
     )
     select count(*) filter (where id = any($1::uuid[])) as count,
            bool_and(trashed_at is not null and id = any($2::uuid[]))
              filter (where trashed_at is not null or parent_id is null) as "areTops"
       from up`,
    [ids, rootIds],
  );
  return found !== undefined && found.count === ids.length && found.areTops;
}

export async function hasChildren(db: Queryable, id: string): Promise<boolean> {
  const found = await db.query('select from nodes where parent_id = $1 limit 1', [id]);
  return found.length > 0;
}
