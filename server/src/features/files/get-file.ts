import type { Node, PathStep } from '@satchel/shared/wire/nodes';
import type { Queryable } from '../../lib/tx.ts';
import { authorizeNode } from '../auth/index.ts';
import { findLineage, getNode } from '../folders/index.ts';

export interface NodeWithPath {
  readonly node: Node;
  /** From the root down, the node itself left out. */
  readonly path: PathStep[];
}

/** A file or folder and where it is, in the trash too. Refuses `not-found`. */
export async function getFile(
  deps: { readonly db: Queryable },
  input: { readonly userId: string; readonly id: string },
): Promise<NodeWithPath> {
  const { db } = deps;
  await authorizeNode(db, input.userId, input.id, 'read');
  const [node, { steps, trashedAt }] = await Promise.all([
    getNode(db, input.id),
    findLineage(db, input.id),
  ]);
  const path = steps.slice(0, -1).map(({ id, name }) => ({ id, name }));
  return { node: { ...node, trashedAt: trashedAt?.toISOString() ?? null }, path };
}
