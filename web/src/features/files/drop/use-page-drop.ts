import { useEffect, useRef } from 'react';
import { NODE_DRAG_TYPE } from '../list/use-row-drag.ts';
import { useViewStore, view } from '../view-store.ts';
import { type DropTarget, dropTargetAt, spotAt, takesFiles, takesRows } from './drop-target.ts';
import type { ReadTree } from './dropped-tree.ts';
import { readTransfer } from './read-entries.ts';

interface PageDrop {
  readonly folderId: string;
  readonly rootFolderId: string;
  readonly name: string;
  /** The folder that is open takes nothing. */
  readonly isGone: boolean;
  readonly onFiles: (folderId: string, tree: Promise<ReadTree>) => void;
  readonly onRows: (target: DropTarget, ids: readonly string[]) => void;
}

// A drag that leaves the window does not always say so. While it is over the page it speaks at
// least every 350 ms.
const GONE_AFTER_MS = 1200;

/** Lets files be dropped anywhere on the page, and rows on folders, on the steps of the path and on
 *  the places of the frame. */
export function usePageDrop(page: PageDrop): void {
  const latest = useRef(page);
  latest.current = page;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(timer);
      view.aimAt(null);
      light(null);
    };

    const onDragOver = (event: DragEvent) => {
      const target = acceptedTarget(event, latest.current);
      if (target === null) return end();
      event.preventDefault();
      const isUpload = carriesFiles(event);
      if (event.dataTransfer) event.dataTransfer.dropEffect = isUpload ? 'copy' : 'move';
      aimAt(target, isUpload);
      light(isPointedAt(target) ? spotAt(event.target) : null);
      clearTimeout(timer);
      timer = setTimeout(end, GONE_AFTER_MS);
    };

    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) end();
    };

    const onDrop = (event: DragEvent) => {
      const target = acceptedTarget(event, latest.current);
      end();
      if (target === null || event.dataTransfer === null) return;
      event.preventDefault();
      if (!carriesFiles(event)) {
        latest.current.onRows(target, [...useViewStore.getState().draggedIds]);
        view.endDrag();
      } else if (target.is === 'folder') {
        latest.current.onFiles(target.folderId, readTransfer(event.dataTransfer));
      }
    };

    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      end();
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, []);
}

function isPointedAt(target: DropTarget): boolean {
  return target.is === 'trash' || target.isPointedAt;
}

function aimAt(target: DropTarget, isUpload: boolean): void {
  if (target.is === 'trash') view.aimAt(null);
  else view.aimAt(target.isPointedAt ? target.folderId : null, isUpload ? target.name : null);
}

// The steps of the path and the places belong to the kit and the frame, which know nothing of drags.
function light(spot: HTMLElement | null): void {
  for (const lit of document.querySelectorAll(':is([data-crumb-id], [data-drop-place])')) {
    lit.toggleAttribute('data-is-target', lit === spot);
  }
}

function carriesFiles(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  return types.includes('Files') && !types.includes(NODE_DRAG_TYPE);
}

function acceptedTarget(event: DragEvent, page: PageDrop): DropTarget | null {
  const target = dropTargetAt(spotAt(event.target), page);
  if (carriesFiles(event)) return takesFiles(target, page) ? target : null;
  return takesRows(target, useViewStore.getState().draggedIds, page.folderId) ? target : null;
}
