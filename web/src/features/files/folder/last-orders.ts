import type { Node } from '@satchel/shared/wire/nodes';
import { type ListOrder, listOrder } from '../../../ui/rows/selection.ts';
import { entryOfNode, type ListEntry } from '../list/list-entry.ts';
import { type Sorting, sortNodes } from '../list/sort-nodes.ts';

// How the last few folders were sorted: a page that comes back to one begins there.
const lastOrders = new Map<string, ListOrder>();
const REMEMBERED = 20;
const NO_ORDER = listOrder([]);

export function lastOrderOf(folderId: string): ListOrder {
  return lastOrders.get(folderId) ?? NO_ORDER;
}

/** The order is a new one only when it differs: what watches it would act on every progress. */
export function keepOrder(folderId: string, entries: readonly ListEntry[]): ListOrder {
  const before = lastOrderOf(folderId);
  const isSame =
    before.ids.length === entries.length && entries.every(({ id }, i) => before.ids[i] === id);
  const order = isSame ? before : listOrder(entries.map(({ id }) => id));
  lastOrders.delete(folderId);
  lastOrders.set(folderId, order);
  const [oldest] = lastOrders.keys();
  if (lastOrders.size > REMEMBERED && oldest !== undefined) lastOrders.delete(oldest);
  return order;
}

/** Sorts what is in a folder before it is opened. */
export function sortAhead(folderId: string, nodes: readonly Node[], sorting: Sorting): void {
  const entries = nodes.map((node) => entryOfNode(node, null));
  keepOrder(folderId, sortNodes(entries, sorting, lastOrderOf(folderId).places));
}
