import type { Node, NodeKind, NodePage, Order, Sort } from '@satchel/shared/wire/nodes';
import { refuse } from '../../lib/refuse.ts';
import type { Queryable } from '../../lib/tx.ts';
import { authorizeNode, getPersonalSpace } from '../auth/index.ts';
import { findLineage } from './lineage-rows.ts';
import {
  cursorToPlace,
  type ListOrder,
  type Place,
  placeBehind,
  placeToCursor,
} from './list-order.ts';
import { findChildren } from './list-rows.ts';

export interface ListFolderInput {
  readonly userId: string;
  /** Null: the root of the user's own space. */
  readonly folderId: string | null;
  readonly sort: Sort;
  readonly order: Order;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One page of a folder's children. Pages are bound to places, not to counts: what is there from
 *  the first page to the last comes exactly once, whatever else changes meanwhile. */
export async function listFolder(
  deps: { readonly db: Queryable },
  input: ListFolderInput,
): Promise<NodePage> {
  const { db } = deps;
  const folderId = input.folderId ?? (await getPersonalSpace(db, input.userId)).rootId;
  await authorizeNode(db, input.userId, folderId, 'read');
  const order = { folderId, sort: input.sort, order: input.order };
  const after = input.cursor === undefined ? null : cursorToPlace(order, input.cursor);
  const { steps, trashedAt } = await findLineage(db, folderId);
  if (steps.at(-1)?.kind !== 'folder') refuse('not-a-folder');
  const found = await findBehind(db, order, after, input.limit + 1);
  const shown = found.slice(0, input.limit);
  return {
    items: trashedAt === null ? shown : shown.map((node) => trashedWith(node, trashedAt)),
    nextCursor: found.length > shown.length ? cursorBehind(order, shown.at(-1)) : null,
  };
}

async function findBehind(
  db: Queryable,
  order: ListOrder,
  after: Place | null,
  limit: number,
): Promise<Node[]> {
  const kinds: NodeKind[] = after?.kind === 'file' ? ['file'] : ['folder', 'file'];
  const found: Node[] = [];
  for (const kind of kinds) {
    if (found.length === limit) break;
    const from = after?.kind === kind ? after : null;
    const rest = limit - found.length;
    found.push(...(await findChildren(db, { ...order, kind, after: from, limit: rest })));
  }
  return found;
}

function cursorBehind(order: ListOrder, last: Node | undefined): string | null {
  return last === undefined ? null : placeToCursor(order, placeBehind(last, order.sort));
}

function trashedWith(node: Node, trashedAt: Date): Node {
  return { ...node, trashedAt: trashedAt.toISOString() };
}
