import { compareNames } from '@satchel/shared/natural-order';
import type { Sorting } from '../../../ui/rows/sorting.ts';
import type { TrashedItem } from '../use-trash.ts';

export type TrashSort = 'name' | 'from' | 'trashed' | 'size';
export type TrashSorting = Sorting<TrashSort>;

export const NEWEST_FIRST: TrashSorting = { by: 'trashed', order: 'desc' };

type Sortable = Pick<TrashedItem, 'name' | 'folderName' | 'trashedAt' | 'size'>;

/** Sorts what is in the trash; equals by name. */
export function sortTrash<T extends Sortable>(items: readonly T[], sorting: TrashSorting): T[] {
  const direction = sorting.order === 'asc' ? 1 : -1;
  const compare = COMPARE[sorting.by];
  return [...items].sort((a, b) => direction * compare(a, b) || compareNames(a.name, b.name));
}

const COMPARE: Record<TrashSort, (a: Sortable, b: Sortable) => number> = {
  name: (a, b) => compareNames(a.name, b.name),
  from: (a, b) => compareNames(a.folderName ?? '', b.folderName ?? ''),
  trashed: (a, b) => (a.trashedAt ?? '').localeCompare(b.trashedAt ?? ''),
  size: (a, b) => (a.size ?? 0) - (b.size ?? 0),
};
