// Observes what is in a folder without reading all of it at every change: of ten thousand rows one
// that changes is read alone. What was looked at a moment ago is held.

import { NodeFollower } from './follow-nodes.ts';
import { childrenAtHand } from './names-at-hand.ts';
import { readChildren } from './nodes.ts';
import type { NodeRow } from './rows.ts';
import { isSame } from './same-node.ts';

type OnRows = (rows: readonly NodeRow[]) => void;

/** Calls `onRows` with the live children of a folder, in no order, at once and after they changed. A
 *  row that did not change is the same object. Returns how to stop. */
export function watchChildren(folderId: string, onRows: OnRows): () => void {
  const children = hold(folderId);
  children.join(onRows);
  return () => {
    children.leave(onRows);
    forgetOldest();
  };
}

class Children {
  readonly #listeners = new Set<OnRows>();
  readonly #follower: NodeFollower;
  #rows: Map<string, NodeRow> | null = null;

  constructor(folderId: string) {
    // What is read anew is read because of news, of which the names may hear later than this.
    let atHand = childrenAtHand(folderId);
    this.#follower = new NodeFollower({
      readAll: async () => {
        const rows = atHand ?? (await readChildren(folderId));
        atHand = null;
        if (this.#replace(rows)) this.#tell();
      },
      take: (rows) => {
        if (this.#take(folderId, rows)) this.#tell();
      },
    });
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  join(onRows: OnRows): void {
    this.#listeners.add(onRows);
    if (this.#rows !== null) onRows([...this.#rows.values()]);
  }

  leave(onRows: OnRows): void {
    this.#listeners.delete(onRows);
  }

  stop(): void {
    this.#follower.stop();
  }

  /** False where they are what they were, as nearly always while the rest of a tree streams in. */
  #replace(rows: readonly NodeRow[]): boolean {
    const before = this.#rows;
    let isChanged = before?.size !== rows.length;
    this.#rows = new Map();
    for (const row of rows) {
      const known = before?.get(row.id);
      const isKnown = known !== undefined && isAsWritten(known, row);
      this.#rows.set(row.id, isKnown ? known : row);
      isChanged ||= !isKnown;
    }
    return isChanged;
  }

  /** False where nothing of it is about this folder. */
  #take(folderId: string, rows: ReadonlyMap<string, NodeRow | undefined>): boolean {
    let isChanged = false;
    for (const [id, row] of rows) {
      const isHere = row?.parentId === folderId && row.isTrashRoot === 0;
      if (isHere) this.#rows?.set(id, row);
      isChanged = isHere || this.#rows?.delete(id) || isChanged;
    }
    return isChanged;
  }

  #tell(): void {
    const rows = [...(this.#rows?.values() ?? [])];
    for (const listener of this.#listeners) listener(rows);
  }
}

function isAsWritten(before: NodeRow, row: NodeRow): boolean {
  return before.appliedAt === row.appliedAt && isSame(before, row);
}

// Those that nobody looks at, the oldest first.
const HELD_AT_MOST = 4;
const held = new Map<string, Children>();

function hold(folderId: string): Children {
  const children = held.get(folderId) ?? new Children(folderId);
  held.delete(folderId);
  held.set(folderId, children);
  return children;
}

function forgetOldest(): void {
  const idle = [...held].filter(([, children]) => !children.isWatched);
  for (const [folderId, children] of idle.slice(0, -HELD_AT_MOST)) {
    children.stop();
    held.delete(folderId);
  }
}
