// The names of all nodes in memory, for as long as somebody searches or may: with them a search, and a
// folder that is opened, wait for no read of the database.

import { NameIndex } from '../engine/name-index.ts';
import { NodeFollower } from './follow-nodes.ts';
import { countNodes, eachNames, toNamed } from './node-store.ts';
import type { NamedRow, NodeRow } from './rows.ts';

/** Nobody searches any more: the names are read again when somebody does. */
const HELD_FOR_MS = 60_000;
/** Of more, names take more memory than a search that may come is worth: some 300 bytes each. */
const HELD_AHEAD_AT_MOST = 200_000;

/** The first look through so many names takes ten times as long as those that come after, until it is
 *  compiled: it is taken before anybody waits for it. */
const ANY_TEXT = 'a';

export class Names {
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

  /** Whether they say what the replica says. */
  get areAllRead(): boolean {
    return !this.#isFilling && !this.#follower.isBehind;
  }

  /** In what has been read so far: see `NameIndex`. */
  find(text: string, limit: number): NamedRow[] {
    return this.#index.find(text, limit);
  }

  get(id: string): NamedRow | undefined {
    return this.#index.get(id);
  }

  /** What is in a folder, as far as it has been read; nothing that was trashed itself. */
  childrenOf(folderId: string): NodeRow[] {
    return this.#index.childrenOf(folderId).map((named) => named.whole());
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

/** Has the names at hand before they are asked for. */
export function prepareNames(): void {
  namesAtHand();
  forgetNamesLater();
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
    forgetNamesLater();
  };
}

/** Reads them if they are not here. They stay until `forgetNamesLater` is called. */
export function namesAtHand(): Names {
  clearTimeout(forgetting);
  names ??= new Names();
  return names;
}

/** Lets go of them a while from now, unless somebody holds them or listens. */
export function forgetNamesLater(): void {
  clearTimeout(forgetting);
  forgetting = setTimeout(() => {
    if (names === null || holders > 0 || names.listeners.size > 0) return;
    names.stop();
    names = null;
  }, HELD_FOR_MS);
}

/** What is in a folder, of names that are at hand already and say what the replica says; else null. */
export function childrenAtHand(folderId: string): NodeRow[] | null {
  return names?.areAllRead === true ? names.childrenOf(folderId) : null;
}
