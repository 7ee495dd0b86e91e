import { prepareChildren } from '@satchel/worker/local/watch-children';
import { useEffect } from 'react';
import { useSelectionStore } from '../../../ui/rows/selection-store.ts';

/** Whoever only passes over a row does not mean it. */
const MEANT_AFTER_MS = 60;

/** Reads the folder that is pointed at, or has the focus, before it is opened. */
export function usePreparedFolders(isFolder: (id: string) => boolean): void {
  const focusId = useSelectionStore(({ selection }) => selection.focusId);
  useEffect(() => {
    if (focusId === null || !isFolder(focusId)) return;
    const timer = setTimeout(prepareChildren, MEANT_AFTER_MS, focusId);
    return () => clearTimeout(timer);
  }, [focusId, isFolder]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onPoint = ({ target }: Event) => {
      clearTimeout(timer);
      const row = target instanceof Element ? target.closest('[role=row][data-folder-id]') : null;
      const folderId = row?.getAttribute('data-folder-id');
      if (folderId) timer = setTimeout(prepareChildren, MEANT_AFTER_MS, folderId);
    };
    document.addEventListener('pointerover', onPoint, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onPoint);
    };
  }, []);
}
