import { compareKeyed, type KeyedName } from '@satchel/shared/natural-order';
import type { Node, Sort } from '@satchel/shared/wire/nodes';
import type { Sorting as RowSorting } from '../../../ui/rows/sorting.ts';

export type Sorting = RowSorting<Sort>;

export const DEFAULT_SORTING: Sorting = { by: 'name', order: 'asc' };

type Sortable = Pick<Node, 'id' | 'kind' | 'size' | 'modifiedAt'> & KeyedName;

/** Folders first, whatever the direction; equals by name. `before` is the order shown last: a list
 *  that hardly changed is sorted in a fraction of the time (100 000 names: 60 instead of 400 ms). */
export function sortNodes<T extends Sortable>(
  nodes: readonly T[],
  sorting: Sorting,
  before?: ReadonlyMap<string, number>,
): T[] {
  const direction = sorting.order === 'asc' ? 1 : -1;
  const compare = COMPARE[sorting.by];
  return asBefore(nodes, before).sort(
    (a, b) =>
      Number(a.kind === 'file') - Number(b.kind === 'file') ||
      direction * compare(a, b) ||
      compareKeyed(a, b),
  );
}

const COMPARE: Record<Sort, (a: Sortable, b: Sortable) => number> = {
  name: compareKeyed,
  size: (a, b) => (a.size ?? 0) - (b.size ?? 0),
  modified: (a, b) => (a.modifiedAt < b.modifiedAt ? -1 : a.modifiedAt > b.modifiedAt ? 1 : 0),
};

function asBefore<T extends Sortable>(
  nodes: readonly T[],
  before: ReadonlyMap<string, number> | undefined,
): T[] {
  if (before === undefined || before.size === 0) return [...nodes];
  // Of its full length from the first: filled in any order, an array that grows becomes a table.
  const known = new Array<T | undefined>(before.size).fill(undefined);
  const fresh: T[] = [];
  for (const node of nodes) {
    const place = before.get(node.id);
    if (place === undefined) fresh.push(node);
    else known[place] = node;
  }
  return [...known.filter((node) => node !== undefined), ...fresh];
}
