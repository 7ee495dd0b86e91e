// What to send next of a queue that grows while it is sent, and what of it is being sent.

import { SendingPlan } from '../engine/mutations/sending-plan.ts';
import type { OutboxRow } from '../local/rows.ts';
import type { Clock } from './ports.ts';

/** How much of the time the queue is read while there is still something to send. Read for every change
 *  that joins it, a queue of thousands costs more to read than to send. */
const READING_SHARE = 0.1;

/** One asks at a time what to send; what comes of it may be told at any moment. */
export class FreshPlan {
  readonly #readQueue: () => Promise<readonly OutboxRow[]>;
  readonly #clock: Pick<Clock, 'now'>;
  /** What was given out, and is neither settled nor let go. */
  readonly #underWay = new Set<string>();
  #settledWhileReading: string[] = [];
  #plan = new SendingPlan([]);
  #isStale = true;
  #readAgainAt = Number.NEGATIVE_INFINITY;

  constructor(readQueue: () => Promise<readonly OutboxRow[]>, clock: Pick<Clock, 'now'>) {
    this.#readQueue = readQueue;
    this.#clock = clock;
  }

  get isStale(): boolean {
    return this.#isStale;
  }

  get isUnderWay(): boolean {
    return this.#underWay.size > 0;
  }

  /** Something changed in the queue. */
  spoil(): void {
    this.#isStale = true;
  }

  /** Up to `limit` ids that can be sent now. What joined the queue comes behind what is here, so it can
   *  wait until that is given out. */
  async take(limit: number): Promise<string[]> {
    if (this.#isStale && this.#clock.now() >= this.#readAgainAt) await this.#read();
    const ids = this.#give(limit);
    if (ids.length > 0 || !this.#isStale) return ids;
    await this.#read();
    return this.#give(limit);
  }

  /** It is out of the queue, or in nobody's way any more. */
  settled(id: string): void {
    this.#underWay.delete(id);
    this.#plan.settled(id);
    this.#settledWhileReading.push(id);
  }

  /** These are in the queue, as they may be by now. */
  letGo(ids: readonly string[]): void {
    for (const id of ids) this.#underWay.delete(id);
    this.spoil();
  }

  nextDueAt(): number | null {
    return this.#plan.nextDueAt();
  }

  #give(limit: number): string[] {
    const ids = this.#plan.take(limit, this.#clock.now()).map(({ id }) => id);
    for (const id of ids) this.#underWay.add(id);
    return ids;
  }

  // What is settled or let go meanwhile may be read as it was before that. So what was under way at the
  // beginning is not given from this reading; it frees what waits for it if it was settled.
  async #read(): Promise<void> {
    const startedAt = this.#clock.now();
    const underWay = new Set(this.#underWay);
    this.#settledWhileReading = [];
    this.#isStale = false;
    this.#plan = new SendingPlan(await this.#readQueue(), underWay);
    for (const id of this.#settledWhileReading) this.#plan.settled(id);
    const now = this.#clock.now();
    this.#readAgainAt = now + (now - startedAt) / READING_SHARE;
  }
}
