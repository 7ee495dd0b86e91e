// Observes tables without following their every step.

import { Dexie, type ObservabilitySet } from 'dexie';
import { db } from './database.ts';

// While rows are read nobody can write them: reading may take this part of the time, not more.
const READING_SHARE = 0.1;

export interface Watched<Result> {
  /** The names of the tables whose changes matter. */
  readonly tables: readonly string[];
  readonly read: () => Promise<Result>;
  readonly onResult: (result: Result) => void;
  readonly restMs: number;
}

/** Gives what `read` finds, at once and after changes, but then at most every `restMs`, and less often
 *  the longer reading takes: what thousands of rows are about changes faster than it can be read. A
 *  live query would begin again at every change, and never end. Returns how to stop. */
export function watch<Result>(watched: Watched<Result>): () => void {
  const watch = new Watch(watched);
  const starts = watched.tables.map((table) => `idb://${db.name}/${table}/`);
  // A part is named `idb://database/table/index`; `all` stands for everything.
  const matters = (part: string) => part === 'all' || starts.some((s) => part.startsWith(s));
  const onChange = (parts: ObservabilitySet) => {
    if (Object.keys(parts).some(matters)) watch.notice();
  };
  Dexie.on('storagemutated', onChange);
  watch.notice();
  return () => {
    Dexie.on.storagemutated.unsubscribe(onChange);
    watch.stop();
  };
}

class Watch<Result> {
  readonly #watched: Watched<Result>;
  #isStale = false;
  #isBusy = false;
  #isStopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(watched: Watched<Result>) {
    this.#watched = watched;
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
      const result = await this.#watched.read();
      if (!this.#isStopped) this.#watched.onResult(result);
    } finally {
      const tookMs = performance.now() - beganAt;
      this.#rest(Math.max(this.#watched.restMs, tookMs / READING_SHARE));
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
