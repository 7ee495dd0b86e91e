import type { Node } from '@satchel/shared/wire/nodes';
import { refuse } from '../../lib/refuse.ts';
import type { Queryable } from '../../lib/tx.ts';
import { getNode } from '../folders/index.ts';

/** A node that has a parent. */
export type Movable = Node & { readonly parentId: string };

/** Refuses `not-found`, and `forbidden` for the root of a space, which always stays as it is. */
export async function getMovable(db: Queryable, id: string): Promise<Movable> {
  const node = await getNode(db, id);
  const { parentId } = node;
  if (parentId === null) refuse('forbidden', { detail: 'The root folder stays as it is.' });
  return { ...node, parentId };
}
