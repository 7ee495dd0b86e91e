import { useLayoutEffect, useMemo, useState } from 'react';
import { noteOwnDeed } from '../../ui/rows/list-focus.ts';
import { type ListOrder, listOrder } from '../../ui/rows/selection.ts';
import { showOrder, turnToList } from '../../ui/rows/selection-store.ts';
import { nextSorting } from '../../ui/rows/sorting.ts';
import { NEWEST_FIRST, sortTrash, type TrashSort } from './list/sort-trash.ts';
import type { TrashedItem } from './use-trash.ts';

const LIST_ID = 'trash';
const NO_ITEMS: readonly TrashedItem[] = [];

/** What is in the trash in the order that was asked for, told to the selection too. */
export function useTrashOrder(items: readonly TrashedItem[] | undefined) {
  const [sorting, setSorting] = useState(NEWEST_FIRST);
  const sorted = useMemo(() => sortTrash(items ?? NO_ITEMS, sorting), [items, sorting]);
  const order = useMemo(() => listOrder(sorted.map(({ id }) => id)), [sorted]);
  useSelectionOf(items === undefined ? undefined : order);
  const sortBy = (by: TrashSort) => {
    noteOwnDeed();
    setSorting(nextSorting(sorting, by, ['name', 'from']));
  };
  return { sorted, order, sorting, sortBy };
}

function useSelectionOf(order: ListOrder | undefined): void {
  useLayoutEffect(() => {
    turnToList(LIST_ID);
    if (order !== undefined) showOrder(order);
  }, [order]);
}
