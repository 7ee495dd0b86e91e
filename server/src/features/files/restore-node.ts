import type { Node } from '@satchel/shared/wire/nodes';
import type { Transact } from '../../lib/tx.ts';
import { lockSpaceOfNode, nextSeq } from '../auth/index.ts';
import { findHome, findLineage, getNode, settleName } from '../folders/index.ts';
import { getMovable } from './get-movable.ts';
import { updatePlace } from './node-rows.ts';

/** Takes a node out of the trash: back to where it was, or to the root of its space where that
 *  folder is in the trash itself; under a numbered name where its own was taken meanwhile. What is
 *  not in the trash stays as it is. Refuses `not-found` and `forbidden`. */
export async function restoreNode(
  deps: { readonly transact: Transact<Node> },
  input: { readonly userId: string; readonly id: string },
): Promise<Node> {
  return deps.transact(async (tx) => {
    const space = await lockSpaceOfNode(tx, input.userId, input.id);
    const node = await getNode(tx, input.id);
    const { trashedAt } = await findLineage(tx, node.id);
    if (trashedAt === null) return node;
    const { parentId: oldHome } = await getMovable(tx, node.id);
    const parentId = await findHome(tx, oldHome, space);
    const name = await settleName(tx, parentId, node.name);
    await updatePlace(tx, node.id, { parentId, name, seq: await nextSeq(tx, space.id) });
    return getNode(tx, node.id);
  });
}
