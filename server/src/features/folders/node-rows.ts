import type { Node } from '@satchel/shared/wire/nodes';
import { refuse } from '../../lib/refuse.ts';
import type { Queryable } from '../../lib/tx.ts';
import { type NodeRow, presentNode } from './node-view.ts';

const SELECT_NODES = `
  select n.id, n.space_id as "spaceId", n.parent_id as "parentId", n.kind, n.name, n.size,
         n.mime_type as "mimeType", n.version, c.hash as "contentHash",
         n.created_at as "createdAt", n.modified_at as "modifiedAt",
         n.modified_by as "modifiedById", u.display_name as "modifiedByName",
         n.trashed_at as "trashedAt", n.conflict_of as "conflictOf", n.seq
    from nodes n
    join users u on u.id = n.modified_by
    left join contents c on c.id = n.content_id`;

/** The nodes, called `n`, that `tail` names: its joins, conditions, order and limit. */
export async function findNodes(
  db: Queryable,
  tail: string,
  values: readonly unknown[],
): Promise<Node[]> {
  const rows = await db.query<NodeRow>(`${SELECT_NODES} ${tail}`, values);
  return rows.map(presentNode);
}

/** The node as it stands in its own row: `trashedAt` is null for what lies beneath something
 *  trashed. Refuses `not-found`. */
export async function getNode(db: Queryable, id: string): Promise<Node> {
  const [node] = await findNodes(db, 'where n.id = $1', [id]);
  return node ?? refuse('not-found');
}
