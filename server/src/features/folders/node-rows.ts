import type { Node } from '@satchel/shared/wire/nodes';
import { refuse } from '../../lib/refuse.ts';
import type { Queryable } from '../../lib/tx.ts';
import { type NodeRow, presentNode } from './node-view.ts';

const COLUMNS = `
  n.id, n.space_id as "spaceId", n.parent_id as "parentId", n.kind, n.name, n.size,
  n.mime_type as "mimeType", n.version, encode(c.hash, 'hex') as "contentHash",
  n.created_at as "createdAt", n.modified_at as "modifiedAt", n.modified_by as "modifiedById",
  u.display_name as "modifiedByName", n.trashed_at as "trashedAt", n.conflict_of as "conflictOf",
  n.seq`;

/** The nodes, called `n`, that `tail` names: its conditions, order and limit. A limit after an order
 *  belongs into `source`, a subquery with all columns of `nodes`, so that only what is shown is
 *  joined. */
export async function findNodes(
  db: Queryable,
  tail: string,
  values: readonly unknown[],
  source = 'nodes',
): Promise<Node[]> {
  const rows = await db.query<NodeRow>(
    `select ${COLUMNS}
       from ${source} n
       join users u on u.id = n.modified_by
       left join contents c on c.id = n.content_id ${tail}`,
    values,
  );
  return rows.map(presentNode);
}

/** The node as it stands in its own row: `trashedAt` is null for what lies beneath something
 *  trashed. Refuses `not-found`. */
export async function getNode(db: Queryable, id: string): Promise<Node> {
  const [node] = await findNodes(db, 'where n.id = $1', [id]);
  return node ?? refuse('not-found');
}
