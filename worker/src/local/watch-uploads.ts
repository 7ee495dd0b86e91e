// Observes the queue without following its every step.

import { Dexie, type ObservabilitySet } from 'dexie';
import { db } from './database.ts';
import type { UploadRow } from './rows.ts';
import { readUploads } from './uploads.ts';

// While rows are read nobody can write them: reading may take this part of the time, not more.
const READING_SHARE = 0.1;

/** Calls `onRows` with the uploads of one person, at once and after changes, but then at most every
 *  `restMs`, and less often the longer reading takes: a queue of thousands changes faster than it
 *  can be read. A live query would begin again at every change, and never end. Returns how to stop. */
export function watchUploads(
  userId: string,
  onRows: (rows: readonly UploadRow[]) => void,
  restMs: number,
): () => void {
  const watch = new Watch(userId, onRows, restMs);
  const onChange = (parts: ObservabilitySet) => {
    if (Object.keys(parts).some(isOfUploads)) watch.notice();
  };
  Dexie.on('storagemutated', onChange);
  watch.notice();
  return () => {
    Dexie.on.storagemutated.unsubscribe(onChange);
    watch.stop();
  };
}

/** A part is named `idb://database/table/index`; `all` stands for everything. */
function isOfUploads(part: string): boolean {
  return part === 'all' || part.startsWith(`idb://${db.name}/${db.uploads.name}/`);
}

class Watch {
  readonly #userId: string;
  readonly #onRows: (rows: readonly UploadRow[]) => void;
  readonly #restMs: number;
  #isStale = false;
  #isBusy = false;
  #isStopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(userId: string, onRows: (rows: readonly UploadRow[]) => void, restMs: number) {
    this.#userId = userId;
    this.#onRows = onRows;
    this.#restMs = restMs;
  }

  /** Something has changed. */
  notice(): void {
    this.#isStale = true;
    if (this.#isBusy || this.#isStopped) return;
    this.#isBusy = true;
    this.#read().catch(console.error);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #read(): Promise<void> {
    this.#isStale = false;
    const beganAt = performance.now();
    try {
      const rows = await readUploads(this.#userId);
      if (!this.#isStopped) this.#onRows(rows);
    } finally {
      const tookMs = performance.now() - beganAt;
      this.#rest(Math.max(this.#restMs, tookMs / READING_SHARE));
    }
  }

  #rest(forMs: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#isBusy = false;
      if (this.#isStale) this.notice();
    }, forMs);
  }
}
