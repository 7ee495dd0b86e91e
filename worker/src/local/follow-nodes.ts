// Keeps something true that is made from nodes: reads all of them once, and then those that change.

import { Dexie } from 'dexie';
import { type NodeNews, onNodeNews } from './node-news.ts';
import { getNodes } from './node-store.ts';
import type { NodeRow } from './rows.ts';

// While a tree streams in, all is read anew, but for at most this part of the time.
const READING_SHARE = 0.2;

export interface NodeReader {
  readAll(): Promise<void>;
  /** What these nodes are now; undefined for one that is gone. */
  take(rows: ReadonlyMap<string, NodeRow | undefined>): void;
}

export class NodeFollower {
  readonly #reader: NodeReader;
  readonly #forget: () => void;
  #isUnknown = true;
  #news = new Set<string>();
  #reading: Promise<void> = Promise.resolve();
  #isBusy = false;
  #isResting = false;
  #isStopped = false;

  constructor(reader: NodeReader) {
    this.#reader = reader;
    this.#forget = onNodeNews((news) => this.#notice(news));
    this.#follow();
  }

  /** Resolves when all that is known of is taken, or at a rest. */
  async settled(): Promise<void> {
    do await this.#reading;
    while (this.#isBusy && !this.#isResting);
  }

  /** Whether something is here that was not taken yet. */
  get isBehind(): boolean {
    return this.#isBusy || this.#hasNews;
  }

  get #hasNews(): boolean {
    return this.#isUnknown || this.#news.size > 0;
  }

  stop(): void {
    this.#isStopped = true;
    this.#forget();
  }

  #notice(news: NodeNews): void {
    if (news === null) this.#isUnknown = true;
    else for (const id of news) this.#news.add(id);
    this.#follow();
  }

  #follow(): void {
    if (this.#isBusy) return;
    this.#isBusy = true;
    // News may come from within a transaction that is over.
    Dexie.ignoreTransaction(() => this.#read()).catch(console.error);
  }

  async #read(): Promise<void> {
    try {
      while (!this.#isStopped && this.#hasNews) {
        const beganAt = performance.now();
        this.#reading = this.#isUnknown ? this.#readAll() : this.#readNews();
        await this.#reading;
        if (this.#isUnknown) await this.#rest((performance.now() - beganAt) / READING_SHARE);
      }
    } catch (error) {
      // Whatever comes next has all of it read.
      this.#isUnknown = true;
      throw error;
    } finally {
      this.#isBusy = false;
    }
  }

  async #rest(ms: number): Promise<void> {
    this.#isResting = true;
    await new Promise((rested) => setTimeout(rested, ms));
    this.#isResting = false;
  }

  #readAll(): Promise<void> {
    this.#isUnknown = false;
    this.#news.clear();
    return this.#reader.readAll();
  }

  async #readNews(): Promise<void> {
    const ids = [...this.#news];
    this.#news.clear();
    const rows = await getNodes(ids);
    if (!this.#isStopped) this.#reader.take(new Map(ids.map((id, i) => [id, rows[i]])));
  }
}
