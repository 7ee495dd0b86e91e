import type { Node, NodePage } from '@satchel/shared/wire/nodes';
import * as v from 'valibot';
import { decodeCursor, encodeCursor, idInPlace, instantInPlace } from '../../lib/cursor.ts';
import type { Queryable } from '../../lib/tx.ts';
import { findTrashed, type TrashPlace } from './trash-rows.ts';

export interface ListTrashInput {
  readonly userId: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One page of what was trashed (not of what lies beneath it), newest first. */
export async function listTrash(
  deps: { readonly db: Queryable },
  input: ListTrashInput,
): Promise<NodePage> {
  const after = input.cursor === undefined ? null : toPlace(input.cursor);
  const found = await findTrashed(deps.db, input.userId, after, input.limit + 1);
  const items = found.slice(0, input.limit);
  return { items, nextCursor: found.length > items.length ? cursorBehind(items.at(-1)) : null };
}

const placeSchema = v.strictTuple([instantInPlace, idInPlace]);

function toPlace(cursor: string): TrashPlace {
  const [trashedAt, id] = decodeCursor(cursor, 'trash', placeSchema);
  return { trashedAt, id };
}

function cursorBehind(node: Node | undefined): string | null {
  const trashedAt = node?.trashedAt;
  return node && trashedAt ? encodeCursor('trash', [trashedAt, node.id]) : null;
}
