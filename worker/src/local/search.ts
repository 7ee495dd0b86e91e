// Finds nodes of the replica by name, without the network.

import type { Node } from '@satchel/shared/wire/nodes';
import { NameIndex } from '../engine/name-index.ts';
import { isTreeComplete } from './feed-position.ts';
import { NodeFollower } from './follow-nodes.ts';
import { countNodes, eachNames, toNamed } from './node-store.ts';
import type { NamedRow } from './rows.ts';

export interface Found {
  readonly node: Node;
  /** The folder it lies in; null where the replica does not know that folder. */
  readonly parentName: string | null;
}

export interface Hits {
  readonly found: readonly Found[];
  /** False while there may be more: not all of the tree is here, or not all of it has been read. */
  readonly areAll: boolean;
}

/** Changes come in groups. */
const SETTLE_MS = 100;
/** Nobody searches any more: the names are read again when somebody does. */
const HELD_FOR_MS = 60_000;
/** Of more, names take more memory than a search that may come is worth: some 300 bytes each. */
const HELD_AHEAD_AT_MOST = 200_000;

/** The first look through so many names takes ten times as long as those that come after, until it is
 *  compiled: it is taken before anybody waits for it. */
const ANY_TEXT = 'a';

class Names {
  readonly listeners = new Set<() => void>();
  #index = new NameIndex<NamedRow>();
  /** Until all names were read once, what was read so far is searched. */
  #isFilling = true;
  #hasGrown = nextTime();
  readonly #follower = new NodeFollower({
    readAll: async () => {
      const index = this.#isFilling ? this.#index : new NameIndex<NamedRow>();
      await eachNames((rows) => {
        for (const row of rows) index.put(row);
        this.#hasGrown.come();
        this.#hasGrown = nextTime();
      });
      this.#index = index;
      this.#isFilling = false;
      index.find(ANY_TEXT, 1);
      this.#tell();
    },
    take: (rows) => {
      for (const [id, row] of rows) {
        if (row === undefined) this.#index.remove(id);
        else this.#index.put(toNamed(row));
      }
      this.#tell();
    },
  });

  async find(text: string, limit: number): Promise<Hits> {
    // What came with the end of the tree is news to the follower by then.
    const isWhole = await isTreeComplete();
    await this.#until(() => this.#isFilling && this.#index.find(text, 1).length > 0);
    const areAll = isWhole && !this.#isFilling && !this.#follower.isBehind;
    const found = this.#index.find(text, limit).map((named) => {
      const parentName = this.#index.get(named.parentId ?? '')?.name ?? null;
      return { node: named.whole(), parentName };
    });
    return { found, areAll };
  }

  /** Resolves when what is being read now is taken, or before that as soon as it `isEnough`. */
  async #until(isEnough: () => boolean): Promise<void> {
    let isSettled = false;
    const settled = this.#follower.settled().then(() => {
      isSettled = true;
    });
    while (!isSettled && !isEnough()) await Promise.race([settled, this.#hasGrown.promise]);
  }

  stop(): void {
    this.#follower.stop();
  }

  #tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function nextTime() {
  let come: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { promise, come };
}

let names: Names | null = null;
let forgetting: ReturnType<typeof setTimeout> | undefined;
let holders = 0;

/** Has the names at hand before anything is typed. */
export function prepareSearch(): void {
  namesAtHand();
  forgetLater();
}

/** Has the names at hand from now on, unless there are too many, so that the first letter finds as fast
 *  as the next one. Returns how to let go of them. */
export async function holdNames(): Promise<() => void> {
  if ((await countNodes()) > HELD_AHEAD_AT_MOST) return () => undefined;
  namesAtHand();
  holders += 1;
  let isHeld = true;
  return () => {
    if (isHeld) holders -= 1;
    isHeld = false;
    forgetLater();
  };
}

/** At most `limit` nodes whose name contains `text`: see `NameIndex`. */
export async function searchNodes(text: string, limit: number): Promise<Hits> {
  const hits = await namesAtHand().find(text, limit);
  forgetLater();
  return hits;
}

/** As `searchNodes`, again after every change. Returns how to stop. */
export function watchSearch(text: string, limit: number, onHits: (hits: Hits) => void): () => void {
  const { listeners } = namesAtHand();
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const search = async () => {
    const hits = await searchNodes(text, limit);
    if (!isStopped) onHits(hits);
  };
  const searchSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => search().catch(console.error), SETTLE_MS);
  };
  listeners.add(searchSoon);
  search().catch(console.error);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    listeners.delete(searchSoon);
    forgetLater();
  };
}

function namesAtHand(): Names {
  clearTimeout(forgetting);
  names ??= new Names();
  return names;
}

function forgetLater(): void {
  clearTimeout(forgetting);
  forgetting = setTimeout(() => {
    if (names === null || holders > 0 || names.listeners.size > 0) return;
    names.stop();
    names = null;
  }, HELD_FOR_MS);
}
