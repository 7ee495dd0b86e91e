// Which queued mutations a new one has to wait for. All others may be sent at the same time.

import { isAwaited, type MutationKind, type QueuedMutation, type Reach } from './mutation.ts';

/** What decides where a folder is, or whether it is there at all. */
const PLACES: ReadonlySet<MutationKind> = new Set(['create-folder', 'move', 'restore', 'trash']);

/** The queue, found by what its mutations have to do with. */
export class QueueIndex {
  readonly #byNode = new Map<string, QueuedMutation[]>();
  readonly #byWay = new Map<string, QueuedMutation[]>();
  readonly #byFreed = new Map<string, QueuedMutation[]>();
  readonly #awaited = new Map<string, number>();

  constructor(queued: readonly QueuedMutation[] = []) {
    for (const one of queued) this.add(one);
  }

  add(one: QueuedMutation): void {
    push(this.#byNode, one.nodeId, one);
    for (const way of one.ways) push(this.#byWay, way, one);
    if (one.frees !== null) push(this.#byFreed, one.frees, one);
    for (const id of one.after) this.#awaited.set(id, this.#awaiting(id) + 1);
  }

  remove(one: QueuedMutation): void {
    pull(this.#byNode, one.nodeId, one);
    for (const way of one.ways) pull(this.#byWay, way, one);
    if (one.frees !== null) pull(this.#byFreed, one.frees, one);
    for (const id of one.after) this.#awaited.set(id, this.#awaiting(id) - 1);
  }

  /** The new one stands where the old one stood. */
  replace(old: QueuedMutation, changed: QueuedMutation): void {
    const mine = [...this.of(old.nodeId)];
    this.remove(old);
    this.add(changed);
    const inPlace = mine.map((one) => (one.id === old.id ? changed : one));
    this.#byNode.set(old.nodeId, inPlace);
  }

  of(nodeId: string): readonly QueuedMutation[] {
    return this.#byNode.get(nodeId) ?? [];
  }

  beneath(folderId: string): readonly QueuedMutation[] {
    return this.#byWay.get(folderId) ?? [];
  }

  freeing(place: string | null): readonly QueuedMutation[] {
    return place === null ? [] : (this.#byFreed.get(place) ?? []);
  }

  isAwaited(id: string): boolean {
    return this.#awaiting(id) > 0;
  }

  #awaiting(id: string): number {
    return this.#awaited.get(id) ?? 0;
  }
}

/** Of one node everything in its order; whatever makes a folder above it what it has to be; what is
 *  beneath before its folder goes; and whatever leaves the name that it takes. */
export function waitsFor(reach: Reach, queue: QueueIndex): string[] {
  const { nodeId, mutation, ways, takes } = reach;
  const above = ways.flatMap((id) => queue.of(id).filter((one) => PLACES.has(one.mutation.is)));
  const goes = mutation.is === 'trash' || mutation.is === 'purge';
  const beneath = goes ? queue.beneath(nodeId) : [];
  const all = [...queue.of(nodeId), ...above, ...beneath, ...queue.freeing(takes)];
  return [...new Set(all.filter(isAwaited).map(({ id }) => id))];
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}

function pull<Key, Item extends { readonly id: string }>(
  map: Map<Key, Item[]>,
  key: Key,
  { id }: Item,
): void {
  const left = (map.get(key) ?? []).filter((item) => item.id !== id);
  map.set(key, left);
}
