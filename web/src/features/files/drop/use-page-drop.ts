import { useEffect, useRef } from 'react';
import { NODE_DRAG_TYPE } from '../list/use-row-drag.ts';
import { useViewStore, view } from '../view-store.ts';
import { type DropTarget, dropTargetAt } from './drop-target.ts';
import { type ReadTree, readTransfer } from './read-entries.ts';

interface PageDrop {
  readonly folderId: string;
  readonly name: string;
  readonly onFiles: (folderId: string, tree: Promise<ReadTree>) => void;
  readonly onNodes: (target: { id: string; name: string }, ids: readonly string[]) => void;
}

// A drag that leaves the window does not always say so. While it is over the page it speaks at
// least every 350 ms.
const GONE_AFTER_MS = 1200;

/** Lets files be dropped anywhere on the page, and rows on folders and on the steps of the path. */
export function usePageDrop(page: PageDrop): void {
  const latest = useRef(page);
  latest.current = page;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(timer);
      view.aimAt(null);
      lightStep(null);
    };

    const onDragOver = (event: DragEvent) => {
      const target = acceptedTarget(event, latest.current);
      if (target === null) return end();
      event.preventDefault();
      const isUpload = carriesFiles(event);
      if (event.dataTransfer) event.dataTransfer.dropEffect = isUpload ? 'copy' : 'move';
      view.aimAt(target.isPointedAt ? target.folderId : null, isUpload ? target.name : null);
      lightStep(target.isPointedAt ? target.folderId : null);
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
      if (carriesFiles(event)) {
        latest.current.onFiles(target.folderId, readTransfer(event.dataTransfer));
      } else {
        const { draggedIds } = useViewStore.getState();
        latest.current.onNodes({ id: target.folderId, name: target.name }, [...draggedIds]);
        view.endDrag();
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

// The steps of the path belong to the kit, which knows nothing of drags.
function lightStep(folderId: string | null): void {
  for (const step of document.querySelectorAll<HTMLElement>('[data-crumb-id]')) {
    step.toggleAttribute('data-is-target', step.dataset.crumbId === folderId);
  }
}

function carriesFiles(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  return types.includes('Files') && !types.includes(NODE_DRAG_TYPE);
}

function acceptedTarget(event: DragEvent, page: PageDrop): DropTarget | null {
  const target = dropTargetAt(event.target, page);
  if (carriesFiles(event)) return target;
  const { draggedIds } = useViewStore.getState();
  const isMove = draggedIds.size > 0 && target.isPointedAt && target.folderId !== page.folderId;
  return isMove && !draggedIds.has(target.folderId) ? target : null;
}
