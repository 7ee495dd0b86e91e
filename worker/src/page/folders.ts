// Commands of the tree. Each applies the server's answer to the replica, or throws `ApiError`.

import type { Node } from '@satchel/shared/wire/nodes';
import { applyNode, removeNode } from '../local/node-writes.ts';
import { ApiError } from '../net/api-error.ts';
import { refreshChildren, refreshPath } from '../runner/refresh.ts';
import { api, asSignedIn, newId } from './context.ts';

/** Brings the children of a folder, the folder itself and the way to it. */
export async function refreshFolder(folderId: string): Promise<void> {
  await asSignedIn(() =>
    Promise.all([refreshChildren(api.nodes, folderId), refreshPath(api.nodes, folderId)]),
  );
}

export async function createFolder(parentId: string, name: string): Promise<Node> {
  const folder = { id: newId(), parentId, name };
  return applied(() => api.nodes.createFolder(folder, newId()));
}

export async function renameNode(id: string, name: string): Promise<Node> {
  return applied(() => api.nodes.update(id, { name }, newId()));
}

/** Moves nodes into a folder, a few at a time. What could not be moved stays where it was; the
 *  first error is thrown once all have been tried. */
export async function moveNodes(ids: readonly string[], folderId: string): Promise<void> {
  await eachOf(ids, async (id) => {
    await applied(() => api.nodes.update(id, { folderId }, newId()));
  });
}

async function applied(command: () => Promise<Node>): Promise<Node> {
  const node = await asSignedIn(command);
  await applyNode(node);
  return node;
}

const AT_ONCE = 4;

/** Runs `command` for each id. One that the server no longer has goes from the replica. */
export async function eachOf(
  ids: readonly string[],
  command: (id: string) => Promise<void>,
): Promise<void> {
  const waiting = [...ids];
  const errors: unknown[] = [];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        await command(id);
      } catch (error) {
        if (error instanceof ApiError && error.code === 'not-found') await removeNode(id);
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (errors.length > 0) throw errors[0];
}
