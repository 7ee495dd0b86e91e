import type { Node, NodeKind, Order, Sort } from '@satchel/shared/wire/nodes';
import type { Queryable } from '../../lib/tx.ts';
import { type Place, sortWithin } from './list-order.ts';
import { findNodes } from './node-rows.ts';

const SORT_KEYS = {
  name: { column: 'n.name collate natural_order', type: 'text' },
  size: { column: 'n.size', type: 'bigint' },
  modified: { column: 'n.modified_at', type: 'timestamptz' },
} as const satisfies Record<Sort, object>;

const BEHIND = { asc: '>', desc: '<' } as const satisfies Record<Order, string>;

export interface ChildrenQuery {
  readonly folderId: string;
  readonly kind: NodeKind;
  readonly sort: Sort;
  readonly order: Order;
  /** Only what comes behind it, among children of its kind. */
  readonly after: Place | null;
  readonly limit: number;
}

// One kind at a time: so folders come first in both directions, and by name each part is one walk
// along an index however large the folder is.
/** The live children of one kind, in order. */
export function findChildren(db: Queryable, query: ChildrenQuery): Promise<Node[]> {
  const { column, type } = SORT_KEYS[sortWithin(query.kind, query.sort)];
  const { folderId, kind, order, after, limit } = query;
  const isBehind =
    after === null ? '' : `and (${column}, n.id) ${BEHIND[order]} ($4::${type}, $5::uuid)`;
  const ordered = `order by ${column} ${order}, n.id ${order}`;
  return findNodes(
    db,
    ordered,
    [folderId, kind, limit, ...(after === null ? [] : [after.value, after.id])],
    `(select * from nodes n
       where n.parent_id = $1 and n.kind = $2 and n.trashed_at is null ${isBehind}
       ${ordered} limit $3)`,
  );
}
