import { MAX_PAGE_SIZE } from '@satchel/shared/limits';
import { nameKey } from '@satchel/shared/names';
import type { Node, NodePage } from '@satchel/shared/wire/nodes';
import type { NodeApi } from '../net/node-api.ts';

/** What has the name in a folder, as the server has it; null where nothing does. */
export async function findSibling(
  api: Pick<NodeApi, 'list'>,
  wanted: { readonly name: string; readonly parentId: string },
): Promise<Node | null> {
  const key = nameKey(wanted.name);
  let cursor: string | null = null;
  do {
    const where = { limit: MAX_PAGE_SIZE, ...(cursor === null ? {} : { cursor }) };
    const page: NodePage = await api.list(wanted.parentId, where);
    const sibling = page.items.find((node) => nameKey(node.name) === key);
    if (sibling) return sibling;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return null;
}
