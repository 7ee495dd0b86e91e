import { useCallback } from 'react';
import type { GridDeed } from '../../../ui/rows/grid-keys.ts';
import { selectedIds, useSelectionStore } from '../../../ui/rows/selection-store.ts';
import type { Deeds } from './use-deeds.ts';

/** What the keys of the list do. They mean what is selected; where nothing is, the row with the
 *  focus. */
export function useGridDeeds(deeds: Deeds, onMenu: (id: string) => void) {
  return useCallback(
    (deed: GridDeed) => {
      const { focusId } = useSelectionStore.getState().selection;
      const selected = selectedIds();
      const meant = selected.length > 0 || focusId === null ? selected : [focusId];
      if (deed === 'up') return deeds.goUp();
      // Without anything cut, Ctrl+V brings files from outside: the browser's own paste has to happen.
      if (deed === 'paste') return deeds.paste();
      if (deed === 'cut') deeds.cut(meant);
      else if (deed === 'delete') deeds.trash(meant);
      else if (deed === 'open') deeds.openFirst(focusId === null ? meant : [focusId]);
      else if (deed === 'rename' && focusId !== null) deeds.rename(focusId);
      else if (deed === 'menu' && focusId !== null) onMenu(focusId);
      return true;
    },
    [deeds, onMenu],
  );
}
