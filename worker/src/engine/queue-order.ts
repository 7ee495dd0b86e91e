// Places in the queue are numbers; between any two there is room for more, until there is not.

export type Place = 'first' | 'last' | { readonly before: string };

export interface Placed {
  readonly id: string;
  readonly position: number;
}

/** The positions that change when `ids` go to `place`, in the order in which they stand now. `queue`
 *  is in its order. Where there is no more room between two neighbours, all are numbered anew. */
export function reorder(queue: readonly Placed[], ids: readonly string[], place: Place): Placed[] {
  const moved = new Set(ids);
  const staying = queue.filter(({ id }) => !moved.has(id));
  const moving = queue.filter(({ id }) => moved.has(id));
  const at = indexOf(staying, place);
  const between = spread(staying[at - 1]?.position, staying[at]?.position, moving.length);
  if (between !== null) return moving.map(({ id }, i) => ({ id, position: between[i] ?? 0 }));
  const inOrder = [...staying.slice(0, at), ...moving, ...staying.slice(at)];
  return inOrder.map(({ id }, i) => ({ id, position: i + 1 }));
}

function indexOf(staying: readonly Placed[], place: Place): number {
  if (place === 'first') return 0;
  const index = place === 'last' ? -1 : staying.findIndex(({ id }) => id === place.before);
  return index === -1 ? staying.length : index;
}

/** `count` numbers between two, in their order; null where they are too close. */
function spread(after: number | undefined, before: number | undefined, count: number) {
  const from = after ?? (before ?? count + 1) - count - 1;
  const to = before ?? from + count + 1;
  const step = (to - from) / (count + 1);
  const numbers = Array.from({ length: count }, (_, i) => from + step * (i + 1));
  const all = [from, ...numbers, to];
  return all.every((number, i) => i === 0 || number > (all[i - 1] ?? 0)) ? numbers : null;
}
