export interface Sorting<By extends string> {
  readonly by: By;
  readonly order: 'asc' | 'desc';
}

/** What a press on a column's header asks for: the other direction, or that column from its usual
 *  end (words from A, the newest and the largest first). */
export function nextSorting<By extends string>(
  current: Sorting<By>,
  by: By,
  fromA: readonly By[],
): Sorting<By> {
  if (current.by === by) return { by, order: current.order === 'asc' ? 'desc' : 'asc' };
  return { by, order: fromA.includes(by) ? 'asc' : 'desc' };
}
