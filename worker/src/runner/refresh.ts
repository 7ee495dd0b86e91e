// Brings parts of the replica up to what the server says.

import { MAX_PAGE_SIZE } from '@satchel/shared/limits';
import type { Node, NodePage, Order, Sort } from '@satchel/shared/wire/nodes';
import { beginAsking } from '../local/asked-rows.ts';
import { replaceFolderChildren, replaceTrash } from '../local/listings.ts';
import { applyNode, applyNodes, removeNodes } from '../local/node-writes.ts';
import { findNodes, readChildIds } from '../local/nodes.ts';
import { ApiError } from '../net/api-error.ts';
import type { NodeApi, PageOf } from '../net/node-api.ts';
import { EarlyRows } from './early-rows.ts';

/** How a folder comes whose rows are new here. */
export interface Arrival {
  /** As the screen sorts, so that what comes later stands further down. */
  readonly sorting?: { readonly by: Sort; readonly order: Order };
  /** Told how many rows have come, with every page but the last. */
  readonly onRows?: (count: number) => void;
}

/** Replaces the children of a folder in one transaction. Of what nobody here knows, rows are put as
 *  their pages come. */
export async function refreshChildren(
  api: NodeApi,
  folderId: string,
  { sorting, onRows }: Arrival = {},
): Promise<void> {
  const write = await beginAsking();
  const askedAt = Date.now();
  const early = new EarlyRows(await readChildIds(folderId), askedAt, write);
  const isSorted = early.isFirstVisit && sorting !== undefined;
  const inOrder = isSorted ? { sort: sorting.by, order: sorting.order } : {};
  const nodes = await everyPage(
    (page) => api.list(folderId, { ...page, ...inOrder }),
    async (page, count) => {
      if (await early.take(page)) onRows?.(count);
    },
  );
  await write(() => replaceFolderChildren(folderId, nodes, askedAt));
}

/** Brings the folder itself and those above it, as far as they are not known here. A folder that
 *  is gone goes from the replica too, and `not-found` is thrown on. */
export async function refreshPath(api: NodeApi, folderId: string): Promise<void> {
  const write = await beginAsking();
  try {
    const { node, path } = await api.get(folderId);
    const known = new Map(
      (await findNodes(path.map((s) => s.id))).map((row) => [row.id, row.name]),
    );
    const missing = path.filter((step) => known.get(step.id) !== step.name);
    const above = await Promise.all(missing.map(async (step) => (await api.get(step.id)).node));
    await write(() => applyNodes([...above, node]));
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-found') await removeNodes([folderId]);
    throw error;
  }
}

export async function refreshTrashList(api: NodeApi): Promise<void> {
  const write = await beginAsking();
  const askedAt = Date.now();
  const nodes = await everyPage((page) => api.listTrash(page));
  await write(() => replaceTrash(nodes, askedAt));
}

export async function refreshNode(api: NodeApi, id: string): Promise<void> {
  const write = await beginAsking();
  const { node } = await api.get(id);
  await write(() => applyNode(node));
}

// The first page is small: it is to be on the screen before the rest is on its way.
const FIRST_PAGE_SIZE = 200;

async function everyPage(
  read: (page: PageOf) => Promise<NodePage>,
  onPage: (nodes: readonly Node[], count: number) => Promise<void> = async () => undefined,
): Promise<Node[]> {
  let page = await read({ limit: FIRST_PAGE_SIZE });
  const nodes = [...page.items];
  while (page.nextCursor !== null) {
    const next = read({ limit: MAX_PAGE_SIZE, cursor: page.nextCursor });
    [page] = await Promise.all([next, onPage(page.items, nodes.length)]);
    nodes.push(...page.items);
  }
  return nodes;
}
