// Finds nodes of the replica by name, without the network.

import type { Node } from '@satchel/shared/wire/nodes';
import { NameIndex } from '../engine/name-index.ts';
import { isTreeComplete } from './feed-position.ts';
import { NodeFollower } from './follow-nodes.ts';
import { eachNodes } from './node-store.ts';
import type { NodeRow } from './rows.ts';

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

class Names {
  readonly listeners = new Set<() => void>();
  #index = new NameIndex<NodeRow>();
  readonly #follower = new NodeFollower({
    readAll: async () => {
      this.#index = await readNames();
      this.#tell();
    },
    take: (rows) => {
      for (const [id, row] of rows) {
        if (row === undefined) this.#index.remove(id);
        else this.#index.put(row);
      }
      this.#tell();
    },
  });

  async find(text: string, limit: number): Promise<Hits> {
    // What came with the end of the tree is news to the follower by then.
    const isWhole = await isTreeComplete();
    await this.#follower.settled();
    const found = this.#index.find(text, limit).map((node) => {
      return { node, parentName: this.#index.get(node.parentId ?? '')?.name ?? null };
    });
    return { found, areAll: isWhole && !this.#follower.isBehind };
  }

  stop(): void {
    this.#follower.stop();
  }

  #tell(): void {
    for (const listener of this.listeners) listener();
  }
}

async function readNames(): Promise<NameIndex<NodeRow>> {
  const index = new NameIndex<NodeRow>();
  await eachNodes((rows) => {
    for (const row of rows) index.put(row);
  });
  return index;
}

let names: Names | null = null;
let forgetting: ReturnType<typeof setTimeout> | undefined;

/** Has the names at hand before anything is typed. */
export function prepareSearch(): void {
  namesAtHand();
  forgetLater();
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
    if (names === null || names.listeners.size > 0) return;
    names.stop();
    names = null;
  }, HELD_FOR_MS);
}
