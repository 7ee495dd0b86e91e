// Brings parts of the replica up to what the server says.

import { MAX_PAGE_SIZE } from '@satchel/shared/limits';
import type { Node, NodePage } from '@satchel/shared/wire/nodes';
import { replaceFolderChildren, replaceTrash } from '../local/listings.ts';
import { applyNode, applyNodes, removeNodes } from '../local/node-writes.ts';
import { findNodes } from '../local/nodes.ts';
import { ApiError } from '../net/api-error.ts';
import type { NodeApi, PageOf } from '../net/node-api.ts';

/** Replaces the children of a folder in one transaction. */
export async function refreshChildren(api: NodeApi, folderId: string): Promise<void> {
  const askedAt = Date.now();
  const nodes = await everyPage((page) => api.list(folderId, page));
  await replaceFolderChildren(folderId, nodes, askedAt);
}

/** Brings the folder itself and those above it, as far as they are not known here. A folder that
 *  is gone goes from the replica too, and `not-found` is thrown on. */
export async function refreshPath(api: NodeApi, folderId: string): Promise<void> {
  try {
    const { node, path } = await api.get(folderId);
    const known = new Map(
      (await findNodes(path.map((s) => s.id))).map((row) => [row.id, row.name]),
    );
    const missing = path.filter((step) => known.get(step.id) !== step.name);
    const above = await Promise.all(missing.map(async (step) => (await api.get(step.id)).node));
    await applyNodes([...above, node]);
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-found') await removeNodes([folderId]);
    throw error;
  }
}

export async function refreshTrashList(api: NodeApi): Promise<void> {
  const askedAt = Date.now();
  await replaceTrash(await everyPage((page) => api.listTrash(page)), askedAt);
}

export async function refreshNode(api: NodeApi, id: string): Promise<void> {
  await applyNode((await api.get(id)).node);
}

async function everyPage(read: (page: PageOf) => Promise<NodePage>): Promise<Node[]> {
  const nodes: Node[] = [];
  let cursor: string | null = null;
  do {
    const page: NodePage = await read({
      limit: MAX_PAGE_SIZE,
      ...(cursor === null ? {} : { cursor }),
    });
    nodes.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return nodes;
}
