// Which folders stand above a node as it is shown, rows that are about to be written included.

import type { Shown } from '../engine/mutations/replay.ts';
import { getNodes } from './node-store.ts';

/** Deeper than any tree goes; only rows that form a loop reach it. */
const MOST_STEPS = 300;

/** Everything is read at the start, and asked without waiting from then on: a transaction does not
 *  outlive a long chain of promises that are not its own. */
export class Ways {
  readonly #rows = new Map<string, Shown | null>();

  /** The nodes and all that is above them. */
  static async of(ids: readonly string[]): Promise<Ways> {
    const ways = new Ways();
    let level = [...new Set(ids)];
    while (level.length > 0) {
      const rows = await getNodes(level);
      for (const [i, id] of level.entries()) ways.#rows.set(id, rows[i] ?? null);
      const above = rows.map((row) => row?.parentId ?? null).filter((id) => id !== null);
      level = [...new Set(above)].filter((id) => !ways.#rows.has(id));
    }
    return ways;
  }

  /** All that were read. */
  ids(): string[] {
    return [...this.#rows.keys()];
  }

  row(id: string): Shown | null {
    return this.#rows.get(id) ?? null;
  }

  show(id: string, row: Shown | null): void {
    this.#rows.set(id, row);
  }

  /** The folder itself first, then all above it as far as they are known here. */
  upFrom(folderId: string | null): string[] {
    const ids = new Set<string>();
    for (let id = folderId; id !== null && ids.size < MOST_STEPS && !ids.has(id); ) {
      ids.add(id);
      id = this.row(id)?.parentId ?? null;
    }
    return [...ids];
  }

  isInTrash(folderId: string): boolean {
    return this.upFrom(folderId).some((id) => this.row(id)?.isTrashRoot === 1);
  }
}
