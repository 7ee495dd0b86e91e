// Commands of the tree. What changes it is done here at once, and gives the id of the deed.

import { readAccount } from '../local/account.ts';
import { findNode } from '../local/nodes.ts';
import { NotQueued } from '../local/not-queued.ts';
import { newId } from './context.ts';
import { mutate } from './mutate.ts';

/** Gives the id of the new folder, which is its id everywhere from now on. */
export async function createFolder(parentId: string, name: string): Promise<string> {
  const { user } = await readAccount();
  if (user === null) throw new NotQueued('unauthenticated');
  const spaceId = (await findNode(parentId))?.spaceId ?? user.personalSpaceId;
  const by = { id: user.id, displayName: user.displayName };
  const nodeId = newId();
  const folder = { is: 'create-folder', name, parentId, spaceId, by, joins: false } as const;
  await mutate([{ nodeId, mutation: folder }]);
  return nodeId;
}

export async function renameNode(nodeId: string, name: string): Promise<string> {
  return mutate([{ nodeId, mutation: { is: 'rename', name } }]);
}

export async function moveNodes(ids: readonly string[], folderId: string): Promise<string> {
  const mutation = { is: 'move', parentId: folderId } as const;
  return mutate(ids.map((nodeId) => ({ nodeId, mutation })));
}
