import { refuse } from '../../lib/refuse.ts';
import type { Tx } from '../../lib/tx.ts';
import { authorizeNode } from './authorize.ts';
import { type LockedSpace, lockSpace } from './lock-space.ts';

/** Locks the space of a node that the caller may write. What was allowed before the lock is asked
 *  again under it: meanwhile the node may have left the space, or the caller its members. */
export async function lockSpaceOfNode(
  tx: Tx,
  userId: string,
  nodeId: string,
): Promise<LockedSpace> {
  const before = await authorizeNode(tx, userId, nodeId, 'write');
  const space = await lockSpace(tx, before.spaceId);
  const { spaceId } = await authorizeNode(tx, userId, nodeId, 'write');
  return spaceId === space.id ? space : refuse('not-found');
}
