import { useCallback, useState } from 'react';
import { selectedIds, useSelectionStore } from '../../../ui/rows/selection-store.ts';

/** A menu that is open: where, and about which rows; none when it is about the trash itself. */
export interface OpenMenu {
  readonly at: { readonly x: number; readonly y: number };
  readonly ids: readonly string[];
}

/** The menu of the list. Asked for at a selected row it is about all that is selected. */
export function useTrashMenu() {
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const openMenu = useCallback((id: string | null, at: OpenMenu['at']) => {
    const isSelected = id !== null && useSelectionStore.getState().selection.ids.has(id);
    setMenu({ at, ids: isSelected ? selectedIds() : id === null ? [] : [id] });
  }, []);
  const closeMenu = useCallback(() => setMenu(null), []);
  return { menu, openMenu, closeMenu };
}
