import { ORDERS, SORTS } from '@satchel/shared/wire/nodes';
import * as v from 'valibot';
import { DEFAULT_SORTING, type Sorting } from './sort-nodes.ts';

const sortingSchema = v.object({ by: v.picklist(SORTS), order: v.picklist(ORDERS) });

const keyFor = (userId: string) => `satchel.sorting.${userId}`;

/** How this person last sorted, on this browser. */
export function recallSorting(userId: string): Sorting {
  try {
    return v.parse(sortingSchema, JSON.parse(localStorage.getItem(keyFor(userId)) ?? ''));
  } catch {
    return DEFAULT_SORTING;
  }
}

export function keepSorting(userId: string, sorting: Sorting): void {
  try {
    localStorage.setItem(keyFor(userId), JSON.stringify(sorting));
  } catch {
    // A browser without storage forgets it, and nothing else is lost.
  }
}
