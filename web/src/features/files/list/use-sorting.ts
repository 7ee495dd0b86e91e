import type { Sort } from '@satchel/shared/wire/nodes';
import { useCallback, useState } from 'react';
import { noteOwnDeed } from '../../../ui/rows/list-focus.ts';
import { nextSorting } from '../../../ui/rows/sorting.ts';
import type { Sorting } from './sort-nodes.ts';
import { keepSorting, recallSorting } from './sorting-memory.ts';

/** The order of the list, remembered for each person. */
export function useSorting(userId: string): { sorting: Sorting; sortBy: (by: Sort) => void } {
  const [sorting, setSorting] = useState(() => recallSorting(userId));
  const sortBy = useCallback(
    (by: Sort) => {
      const next = nextSorting(sorting, by, ['name']);
      noteOwnDeed();
      keepSorting(userId, next);
      setSorting(next);
    },
    [sorting, userId],
  );
  return { sorting, sortBy };
}
