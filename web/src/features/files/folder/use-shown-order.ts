import { useLayoutEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { pointOut } from '../../../ui/rows/point-out.ts';
import type { ListOrder } from '../../../ui/rows/selection.ts';
import { showOrder, turnToList } from '../../../ui/rows/selection-store.ts';

/** Tells the selection which rows there are; an address with `?select=` begins with that row. */
export function useShownOrder(folderId: string, order: ListOrder | undefined): void {
  const [path, navigate] = useLocation();
  const wantedId = new URLSearchParams(useSearch()).get('select');

  useLayoutEffect(() => {
    turnToList(folderId);
    if (order === undefined) return;
    showOrder(order);
    if (wantedId === null || !order.places.has(wantedId)) return;
    pointOut(wantedId);
    navigate(path, { replace: true });
  }, [folderId, order, wantedId, path, navigate]);
}
