// Places in the queue are numbers; between any two there is room for more, until there is not.

/** `up` and `down` are one step from where the first of them stands. */
export type Place = 'first' | 'last' | 'up' | 'down' | { readonly before: string };

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
  const ahead = staying.filter(({ position }) => position < (moving[0]?.position ?? 0)).length;
  const at = indexOf(staying, place, ahead);
  const between = spread(staying[at - 1]?.position, staying[at]?.position, moving.length);
  if (between !== null) return moving.map(({ id }, i) => ({ id, position: between[i] ?? 0 }));
  const inOrder = [...staying.slice(0, at), ...moving, ...staying.slice(at)];
  return inOrder.map(({ id }, i) => ({ id, position: i + 1 }));
}

function indexOf(staying: readonly Placed[], place: Place, ahead: number): number {
  if (place === 'first') return 0;
  if (place === 'up') return Math.max(0, ahead - 1);
  if (place === 'down') return Math.min(staying.length, ahead + 1);
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
