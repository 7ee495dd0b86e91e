import { readSpace } from '../features/sync/index.ts';
import type { Log } from '../lib/log.ts';
import { Refusal } from '../lib/refuse.ts';
import type { Queryable } from '../lib/tx.ts';
import { Batch } from './batch.ts';

/** One who is given all new changes of a space from `position` on. */
export interface Listener {
  /** Up to which number of the space it has seen all. */
  seqIn(spaceId: string): number;
  offer(batch: Batch): void;
  /** What it is to be given cannot be read on from where it is: it has to see for itself. */
  fallBehind(): void;
}

const BATCH_SIZE = 200;

/** The new changes of one space: reads each once, however many sockets it goes to. Announcements that
 *  come while one batch is read or sent make the next one. */
export class SpaceFeed {
  /** The highest head that was announced or found. */
  head = 0;
  /** All who listen have been offered everything up to here. */
  #offered = 0;
  #isPumping = false;
  readonly #listeners = new Set<Listener>();

  constructor(
    readonly spaceId: string,
    private readonly deps: { readonly db: Queryable; readonly log: Log },
  ) {}

  /** Begins to offer: everything behind where the listener is, which is no less than `head`. */
  join(listener: Listener): void {
    if (this.#listeners.size === 0) this.#offered = listener.seqIn(this.spaceId);
    this.#listeners.add(listener);
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  /** The space is at this head, by the bus or by a look. */
  reach(head: number): void {
    if (head > this.head) this.head = head;
    this.#pump().catch((error: unknown) => this.#failed(error));
  }

  get offered(): number {
    return this.#offered;
  }

  /** The space was found at this head by a look that began when so much had been offered. */
  find(head: number, offered: number): void {
    if (head >= offered) this.reach(head);
    else this.#setBack(head);
  }

  /** Whoever listens has seen what is no more. */
  #setBack(head: number): void {
    this.head = head;
    this.#loseAll();
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    try {
      while (this.#listeners.size > 0 && this.#offered < this.head) await this.#step();
    } finally {
      this.#isPumping = false;
    }
  }

  async #step(): Promise<void> {
    const { spaceId, head } = this;
    const from = this.#offered;
    const position = { seq: from, base: from };
    const read = await readSpace(this.deps.db, { spaceId, head }, position, BATCH_SIZE);
    const to = read.position.seq;
    const batch = new Batch(spaceId, from, to, read.changes, to < head);
    // Who came first while this was read may be further already.
    this.#offered = Math.max(this.#offered, to);
    for (const listener of [...this.#listeners]) listener.offer(batch);
  }

  /** The next look, or the next announcement, tries again. */
  #failed(error: unknown): void {
    if (error instanceof Refusal && error.code === 'cursor-expired') this.#loseAll();
    else this.deps.log.warn({ err: error }, 'could not read new changes');
  }

  #loseAll(): void {
    for (const listener of [...this.#listeners]) listener.fallBehind();
  }
}
