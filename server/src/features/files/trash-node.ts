import type { Node } from '@satchel/shared/wire/nodes';
import type { Transact } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { lockSpaceOfNode, nextSeq } from '../auth/index.ts';
import { findLineage, getNode } from '../folders/index.ts';
import { getMovable } from './get-movable.ts';
import { markTrashed } from './node-rows.ts';

/** Puts a node into the trash, a folder with all beneath it. What is there already stays as it is, so
 *  `trashedAt` of the answer is null for what lies beneath something trashed. Refuses `not-found` and
 *  `forbidden`. */
export async function trashNode(
  deps: { readonly transact: Transact<Node>; readonly clock: Clock },
  input: { readonly userId: string; readonly id: string },
): Promise<Node> {
  return deps.transact(async (tx) => {
    const space = await lockSpaceOfNode(tx, input.userId, input.id);
    const node = await getMovable(tx, input.id);
    const { trashedAt } = await findLineage(tx, node.id);
    if (trashedAt !== null) return node;
    await markTrashed(tx, node.id, deps.clock.now(), await nextSeq(tx, space.id));
    return getNode(tx, node.id);
  });
}
