// What was here before a snapshot, and has not been named by it yet.

import type { Change } from '@satchel/shared/wire/sync';

/** To keep what is left means to write all of it, so of a large tree that is done more rarely: together
 *  it comes to a few times the whole. */
const KEPT_EVERY = 10_000;
const KEPT_PER_LEFT = 4;

export class Snapshot {
  readonly #unnamed: Set<string>;
  readonly #heads: Map<string, number>;
  #namedSinceKept = 0;

  constructor(begun: {
    readonly unnamed: readonly string[];
    readonly heads?: ReadonlyMap<string, number>;
  }) {
    this.#unnamed = new Set(begun.unnamed);
    this.#heads = new Map(begun.heads);
  }

  name(changes: readonly Change[]): void {
    for (const change of changes) {
      if ('node' in change) this.#unnamed.delete(change.node.id);
      this.#heads.set(change.space, Math.max(change.seq, this.#heads.get(change.space) ?? 0));
    }
    this.#namedSinceKept += changes.length;
  }

  rest(): { readonly unnamed: readonly string[]; readonly heads: ReadonlyMap<string, number> } {
    return { unnamed: [...this.#unnamed], heads: new Map(this.#heads) };
  }

  /** Whether enough has been named since the last time. */
  isWorthKeeping(): boolean {
    if (this.#namedSinceKept < Math.max(KEPT_EVERY, this.#unnamed.size / KEPT_PER_LEFT))
      return false;
    this.#namedSinceKept = 0;
    return true;
  }
}
