// Finds nodes of the replica by name, without the network.

import type { Node } from '@satchel/shared/wire/nodes';
import { NameIndex } from '../engine/name-index.ts';
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
  /** False while something of what is here has not been read yet. */
  readonly areAllRead: boolean;
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

  /** In what has been read so far. */
  find(text: string, limit: number): Hits {
    const found = this.#index.find(text, limit).map((named) => {
      const parentName = this.#index.get(named.parentId ?? '')?.name ?? null;
      return { node: named.whole(), parentName };
    });
    return { found, areAllRead: !this.#isFilling && !this.#follower.isBehind };
  }

  /** Resolves when what is being read now is taken, or, while all names are read for the first time, as
   *  soon as one of them matches. */
  async untilFound(text: string): Promise<void> {
    let isSettled = false;
    const settled = this.#follower.settled().then(() => {
      isSettled = true;
    });
    while (!isSettled && !(this.#isFilling && this.#index.find(text, 1).length > 0)) {
      await Promise.race([settled, this.#hasGrown.promise]);
    }
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
  const atHand = namesAtHand();
  await atHand.untilFound(text);
  forgetLater();
  return atHand.find(text, limit);
}

/** As `searchNodes`, again after every change; at once, with the frame that shows the letter, where the
 *  names are at hand. Returns how to stop. */
export function watchSearch(text: string, limit: number, onHits: (hits: Hits) => void): () => void {
  const atHand = namesAtHand();
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
  atHand.listeners.add(searchSoon);
  const hits = atHand.find(text, limit);
  if (hits.found.length > 0 || hits.areAllRead) onHits(hits);
  else search().catch(console.error);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    atHand.listeners.delete(searchSoon);
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
