import type { Node } from '@satchel/shared/wire/nodes';
import type { Queryable, Tx } from '../../lib/tx.ts';
import { findNodes } from '../folders/index.ts';

export interface Head {
  readonly spaceId: string;
  /** The number of its newest change. */
  readonly head: number;
}

/** The heads of all spaces of which the user is a member. */
export function findHeadsOf(db: Queryable, userId: string): Promise<Head[]> {
  return db.query<Head>(
    `select s.id as "spaceId", s.head
       from members m join spaces s on s.id = m.space_id where m.user_id = $1 order by s.id`,
    [userId],
  );
}

/** The heads of those of these spaces that there are. */
export function findHeads(db: Queryable, spaceIds: readonly string[]): Promise<Head[]> {
  return db.query<Head>('select id as "spaceId", head from spaces where id = any($1::uuid[])', [
    spaceIds,
  ]);
}

/** A stretch of a space's numbers, the first excluded and the last included. */
export interface Stretch {
  readonly spaceId: string;
  readonly after: number;
  readonly until: number;
  readonly limit: number;
}

/** The nodes whose newest change lies in a stretch, in order. */
export function findChanged(db: Queryable, stretch: Stretch): Promise<Node[]> {
  const { spaceId, after, until, limit } = stretch;
  return findNodes(
    db,
    'order by n.seq',
    [spaceId, after, until, limit],
    `(select * from nodes
       where space_id = $1 and seq > $2 and seq <= $3 order by seq limit $4)`,
  );
}

export interface Gone {
  readonly nodeId: string;
  readonly seq: number;
}

/** What is gone in a stretch, in order, and up to which number that was forgotten. One statement, so
 *  nothing is forgotten between the two. Undefined where there is no such space. */
export async function findGone(
  db: Queryable,
  { spaceId, after, until, limit }: Stretch,
): Promise<{ readonly prunedSeq: number; readonly gone: readonly Gone[] } | undefined> {
  const rows = await db.query<{ prunedSeq: number } & (Gone | { nodeId: null })>(
    `select s.pruned_seq as "prunedSeq", t.node_id as "nodeId", t.seq
       from spaces s left join lateral (
         select node_id, seq from tombstones
          where space_id = s.id and seq > $2 and seq <= $3 order by seq limit $4
       ) t on true
      where s.id = $1 order by t.seq`,
    [spaceId, after, until, limit],
  );
  const [first] = rows;
  return first && { prunedSeq: first.prunedSeq, gone: rows.filter((row) => row.nodeId !== null) };
}

/** A space that has tombstones from before `until`. */
export async function findSpaceToPrune(db: Queryable, until: Date): Promise<string | undefined> {
  const [found] = await db.query<{ spaceId: string }>(
    'select space_id as "spaceId" from tombstones where gone_at < $1 order by gone_at limit 1',
    [until],
  );
  return found?.spaceId;
}

/** Forgets some of a space's tombstones from before `until`, and remembers up to which number. */
export async function deleteTombstones(
  tx: Tx,
  spaceId: string,
  until: Date,
  limit: number,
): Promise<void> {
  await tx.query(
    `with old as (
       select node_id from tombstones
        where space_id = $1 and gone_at < $2 limit $3
     ), forgotten as (
       delete from tombstones t using old
        where t.space_id = $1 and t.node_id = old.node_id returning t.seq
     )
     update spaces
        set pruned_seq = greatest(pruned_seq, (select max(seq) from forgotten)) where id = $1`,
    [spaceId, until, limit],
  );
}
