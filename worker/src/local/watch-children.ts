// Observes what is in a folder without reading all of it at every change: of ten thousand rows one
// that changes is read alone.

import { db } from './database.ts';
import { type NodeNews, onNodeNews } from './node-news.ts';
import { readChildren } from './nodes.ts';
import type { NodeRow } from './rows.ts';

// While a tree streams in, a folder is read anew for at most this part of the time.
const READING_SHARE = 0.2;

/** Calls `onRows` with the live children of a folder, in no order, at once and after they changed. A
 *  row that did not change is the same object. Returns how to stop. */
export function watchChildren(
  folderId: string,
  onRows: (rows: readonly NodeRow[]) => void,
): () => void {
  const watch = new Watch(folderId, onRows);
  const forget = onNodeNews((news) => watch.notice(news));
  watch.notice(null);
  return () => {
    forget();
    watch.stop();
  };
}

class Watch {
  readonly #folderId: string;
  readonly #onRows: (rows: readonly NodeRow[]) => void;
  #rows = new Map<string, NodeRow>();
  #isUnknown = false;
  #news = new Set<string>();
  #isBusy = false;
  #isStopped = false;

  constructor(folderId: string, onRows: (rows: readonly NodeRow[]) => void) {
    this.#folderId = folderId;
    this.#onRows = onRows;
  }

  notice(news: NodeNews): void {
    if (news === null) this.#isUnknown = true;
    else for (const id of news) this.#news.add(id);
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#follow()
      .catch(console.error)
      .finally(() => {
        this.#isBusy = false;
      });
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #follow(): Promise<void> {
    while (!this.#isStopped && (this.#isUnknown || this.#news.size > 0)) {
      if (this.#isUnknown) await this.#readAll();
      else await this.#readNews();
    }
  }

  async #readAll(): Promise<void> {
    this.#isUnknown = false;
    this.#news.clear();
    const beganAt = performance.now();
    const rows = await readChildren(this.#folderId);
    this.#rows = new Map(rows.map((row) => [row.id, row]));
    this.#tell();
    const tookMs = performance.now() - beganAt;
    if (this.#isUnknown) await pause(tookMs / READING_SHARE);
  }

  async #readNews(): Promise<void> {
    const ids = [...this.#news];
    this.#news.clear();
    const rows = await db.nodes.bulkGet(ids);
    let isChanged = false;
    for (const [i, id] of ids.entries()) {
      if (this.#put(id, rows[i])) isChanged = true;
    }
    if (isChanged) this.#tell();
  }

  /** False where it is nothing to this folder. */
  #put(id: string, row: NodeRow | undefined): boolean {
    if (row?.parentId !== this.#folderId || row.isTrashRoot === 1) return this.#rows.delete(id);
    this.#rows.set(id, row);
    return true;
  }

  #tell(): void {
    if (!this.#isStopped) this.#onRows([...this.#rows.values()]);
  }
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
