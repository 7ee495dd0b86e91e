import type { Node } from '@satchel/shared/wire/nodes';
import { useMemo, useRef } from 'react';
import { useUploads } from '../../../lib/use-uploads.ts';
import { useWayToServer } from '../../../lib/use-way-to-server.ts';
import type { ListOrder } from '../../../ui/rows/selection.ts';
import { entryOfNode, type ListEntry } from '../list/list-entry.ts';
import { type Sorting, sortNodes } from '../list/sort-nodes.ts';
import { keepOrder, lastOrderOf } from './last-orders.ts';
import { tracesOf } from './upload-marks.ts';
import { useChildren } from './use-children.ts';

export interface FolderEntries {
  readonly entries: readonly ListEntry[];
  readonly order: ListOrder;
}

/** What is to be listed of a folder, sorted: its nodes and what is on its way there. Undefined
 *  until the device has been asked what it knows. */
export function useFolderEntries(
  folderId: string,
  userId: string,
  sorting: Sorting,
  askedAtMs: number,
): FolderEntries | undefined {
  const nodes = useChildren(folderId);
  const uploads = useUploads(userId);
  const way = useWayToServer();
  const arrived = useRef(new Set<string>());
  // Where nothing is on its way these are always the same, and the list is not sorted again.
  const traces = useMemo(() => {
    const around = { ...way, nowMs: Date.now() };
    return tracesOf(uploads ?? [], folderId, nodes ?? [], askedAtMs, around, arrived.current);
  }, [nodes, uploads, folderId, askedAtMs, way]);
  const listed = useMemo(() => {
    if (nodes === undefined) return undefined;
    const ofNodes = nodes.map((node: Node) => entryOfNode(node, traces.marks.get(node.id) ?? null));
    const { places } = lastOrderOf(folderId);
    return sortNodes([...ofNodes, ...traces.arriving], sorting, places);
  }, [nodes, traces, folderId, sorting]);

  return useMemo(() => {
    if (listed === undefined) return undefined;
    return { entries: listed, order: keepOrder(folderId, listed) };
  }, [listed, folderId]);
}
