// Commands of the tree. Each applies the server's answer to the replica, or throws `ApiError`.

import type { Node } from '@satchel/shared/wire/nodes';
import { applyNode } from '../local/node-writes.ts';
import { api, asSignedIn, newId } from './context.ts';
import { doToAll, type OnProgress } from './deed.ts';

export async function createFolder(parentId: string, name: string): Promise<Node> {
  const folder = { id: newId(), parentId, name };
  return applied(() => api.nodes.createFolder(folder, newId()));
}

export async function renameNode(id: string, name: string): Promise<Node> {
  return applied(() => api.nodes.update(id, { name }, newId()));
}

/** Moves nodes into a folder. Throws `DeedRefused` for those that stayed where they were. */
export async function moveNodes(
  ids: readonly string[],
  folderId: string,
  onProgress?: OnProgress,
): Promise<void> {
  const send = (id: string, key: string) => api.nodes.update(id, { folderId }, key);
  await doToAll({ is: 'move', folderId }, ids, send, onProgress);
}

async function applied(command: () => Promise<Node>): Promise<Node> {
  const node = await asSignedIn(command);
  await applyNode(node);
  return node;
}
