import { watchChildren } from '@satchel/worker/local/watch-children';
import { useEffect } from 'react';
import { useSelectionStore } from '../../../ui/rows/selection-store.ts';
import type { Sorting } from '../list/sort-nodes.ts';
import { sortAhead } from './last-orders.ts';

/** Whoever only passes over a row does not mean it. */
const MEANT_AFTER_MS = 60;

/** Reads and sorts the folder that is pointed at, or has the focus, before it is opened. */
export function usePreparedFolders(isFolder: (id: string) => boolean, sorting: Sorting): void {
  const focusId = useSelectionStore(({ selection }) => selection.focusId);
  useEffect(() => {
    if (focusId === null || !isFolder(focusId)) return;
    const timer = setTimeout(prepare, MEANT_AFTER_MS, focusId, sorting);
    return () => clearTimeout(timer);
  }, [focusId, isFolder, sorting]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onPoint = ({ target }: Event) => {
      clearTimeout(timer);
      const row = target instanceof Element ? target.closest('[role=row][data-folder-id]') : null;
      const folderId = row?.getAttribute('data-folder-id');
      if (folderId) timer = setTimeout(prepare, MEANT_AFTER_MS, folderId, sorting);
    };
    document.addEventListener('pointerover', onPoint, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onPoint);
    };
  }, [sorting]);
}

/** What was read is held for a while after nobody watches it any more. */
function prepare(folderId: string, sorting: Sorting): void {
  const stop = watchChildren(folderId, (nodes) => {
    setTimeout(() => {
      stop();
      sortAhead(folderId, nodes, sorting);
    });
  });
}
