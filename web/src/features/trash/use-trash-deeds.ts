import { useCallback, useMemo, useState } from 'react';
import { restore } from '../../lib/deeds/trash-and-restore.ts';
import type { GridDeed } from '../../ui/rows/grid-keys.ts';
import { selectedIds, useSelectionStore } from '../../ui/rows/selection-store.ts';
import type { Doomed } from './PurgeDialog.tsx';
import type { TrashedItem } from './use-trash.ts';

export type TrashDeeds = ReturnType<typeof useTrashDeeds>['deeds'];

/** Everything that can be done to what is in the trash, whatever it is done with: keys, menus or
 *  buttons. What cannot be undone is asked about first. */
export function useTrashDeeds(items: readonly TrashedItem[]) {
  const [doomed, setDoomed] = useState<Doomed | null>(null);
  const deeds = useMemo(() => {
    const byId = new Map(items.map((item) => [item.id, item]));
    const itemsOf = (ids: readonly string[]) =>
      ids.map((id) => byId.get(id)).filter((item) => item !== undefined);
    return {
      restore: (ids: readonly string[]) => void restore(itemsOf(ids)),
      purge: (ids: readonly string[]) => {
        const meant = itemsOf(ids);
        if (meant.length > 0) setDoomed({ what: 'items', items: meant });
      },
      empty: () => setDoomed({ what: 'everything', items }),
    };
  }, [items]);
  const spare = useCallback(() => setDoomed(null), []);
  return { deeds, doomed, spare };
}

/** What the keys of the list do. They mean what is selected; where nothing is, the row with the
 *  focus. */
export function useTrashKeys(deeds: TrashDeeds, onMenu: (id: string) => void) {
  return useCallback(
    (deed: GridDeed) => {
      const { focusId } = useSelectionStore.getState().selection;
      const selected = selectedIds();
      const meant = selected.length > 0 || focusId === null ? selected : [focusId];
      if (deed === 'open') deeds.restore(meant);
      else if (deed === 'delete') deeds.purge(meant);
      else if (deed === 'menu' && focusId !== null) onMenu(focusId);
      else return false;
      return true;
    },
    [deeds, onMenu],
  );
}
