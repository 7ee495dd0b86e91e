import { downloadUrl } from '@satchel/worker/page/downloads';
import type { DragEvent } from 'react';
import { rowIdAt } from '../../../ui/rows/row-at.ts';
import type { ListOrder } from '../../../ui/rows/selection.ts';
import { select, selectedIds, useSelectionStore } from '../../../ui/rows/selection-store.ts';
import { view } from '../view-store.ts';
import type { ListEntry } from './list-entry.ts';

/** Marks a drag as one of our rows. Its data is not readable while it moves, so ids are in the store. */
export const NODE_DRAG_TYPE = 'application/x-satchel-nodes';

/** Begins the drag of a row, or of everything selected when the row is part of that. */
export function useRowDrag(entries: readonly ListEntry[], order: ListOrder) {
  const onDragStart = (event: DragEvent) => {
    const id = rowIdAt(event.target);
    const entry = entries[order.places.get(id ?? '') ?? -1];
    if (entry === undefined) return;
    if (!useSelectionStore.getState().selection.ids.has(entry.id)) select.only(entry.id);
    // What is only on its way stays behind: there is nothing to move yet.
    const ids = selectedIds().filter((one) => entries[order.places.get(one) ?? -1]?.node);
    event.dataTransfer.effectAllowed = 'copyMove';
    event.dataTransfer.setData(NODE_DRAG_TYPE, ids.join(' '));
    offerToDesktop(event.dataTransfer, ids.length === 1 ? entry : undefined);
    showCount(event.dataTransfer, ids.length === 1 ? entry.name : `${ids.length} items`);
    // Chromium cancels a drag whose source changes its looks in the same turn.
    setTimeout(() => view.drag(ids));
  };
  return { onDragStart, onDragEnd: view.endDrag };
}

// Chromium saves such a drag as a file when it is dropped on the desktop.
function offerToDesktop(transfer: DataTransfer, entry: ListEntry | undefined): void {
  if (entry?.kind !== 'file' || entry.node === null) return;
  const address = new URL(downloadUrl(entry.id), location.href);
  const type = entry.mimeType ?? 'application/octet-stream';
  transfer.setData('DownloadURL', `${type}:${entry.name.replaceAll(':', '-')}:${address}`);
}

function showCount(transfer: DataTransfer, words: string): void {
  const picture = document.createElement('div');
  picture.className = 'drag-picture';
  picture.textContent = words;
  document.body.append(picture);
  transfer.setDragImage(picture, -12, -8);
  setTimeout(() => picture.remove());
}
