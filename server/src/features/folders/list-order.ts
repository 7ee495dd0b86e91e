import type { Node, NodeKind, Order, Sort } from '@satchel/shared/wire/nodes';
import * as v from 'valibot';
import { decodeCursor, encodeCursor, idInPlace, instantInPlace } from '../../lib/cursor.ts';

/** In which order a folder's children come: folders first, then by a value, then by id. It knows no
 *  SQL. */
export interface ListOrder {
  readonly folderId: string;
  readonly sort: Sort;
  readonly order: Order;
}

/** A place between two children: behind the one of this kind, value and id. */
export interface Place {
  readonly kind: NodeKind;
  readonly value: string;
  readonly id: string;
}

/** What the children of one kind are sorted by. Folders have no size. */
export function sortWithin(kind: NodeKind, sort: Sort): Sort {
  return kind === 'folder' && sort === 'size' ? 'name' : sort;
}

export function placeBehind(node: Node, sort: Sort): Place {
  return { kind: node.kind, value: sortValue(node, sortWithin(node.kind, sort)), id: node.id };
}

function sortValue(node: Node, sort: Sort): string {
  if (sort === 'name') return node.name;
  return sort === 'size' ? String(node.size) : node.modifiedAt;
}

export function placeToCursor(order: ListOrder, place: Place): string {
  return encodeCursor(listName(order), [place.kind, place.value, place.id]);
}

/** Refuses `invalid-request` for a cursor that is not of this folder and order. */
export function cursorToPlace(order: ListOrder, cursor: string): Place {
  const [kind, value, id] = decodeCursor(cursor, listName(order), placeSchemas[order.sort]);
  return { kind, value, id };
}

function listName({ folderId, sort, order }: ListOrder): string {
  return `files ${folderId} ${sort} ${order}`;
}

const nameSchema = v.pipe(
  v.string(),
  v.check((name) => name.isWellFormed() && !name.includes('\0')),
);
const sizeSchema = v.pipe(v.string(), v.regex(/^\d{1,15}$|^[1-8]\d{15}$/));
const folderSchema = v.strictTuple([v.literal('folder'), nameSchema, idInPlace]);
const placeSchemas = {
  name: v.strictTuple([v.picklist(['folder', 'file']), nameSchema, idInPlace]),
  size: v.union([folderSchema, v.strictTuple([v.literal('file'), sizeSchema, idInPlace])]),
  modified: v.strictTuple([v.picklist(['folder', 'file']), instantInPlace, idInPlace]),
} as const satisfies Record<Sort, v.GenericSchema>;
