// What to send next of a queue that grows while it is sent.

import { SendingPlan } from '../engine/mutations/sending-plan.ts';
import type { OutboxRow } from '../local/rows.ts';
import type { Clock } from './ports.ts';

/** How much of the time the queue is read while there is still something to send. Read for every change
 *  that joins it, a queue of thousands costs more to read than to send. */
const READING_SHARE = 0.1;

export class FreshPlan {
  readonly #readQueue: () => Promise<readonly OutboxRow[]>;
  readonly #underWay: ReadonlySet<string>;
  readonly #clock: Pick<Clock, 'now'>;
  #plan = new SendingPlan([]);
  #isStale = true;
  #readAgainAt = Number.NEGATIVE_INFINITY;

  constructor(
    readQueue: () => Promise<readonly OutboxRow[]>,
    underWay: ReadonlySet<string>,
    clock: Pick<Clock, 'now'>,
  ) {
    this.#readQueue = readQueue;
    this.#underWay = underWay;
    this.#clock = clock;
  }

  get isStale(): boolean {
    return this.#isStale;
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

  settled(id: string): void {
    this.#plan.settled(id);
  }

  nextDueAt(): number | null {
    return this.#plan.nextDueAt();
  }

  #give(limit: number): string[] {
    return this.#plan.take(limit, this.#clock.now()).map(({ id }) => id);
  }

  async #read(): Promise<void> {
    const startedAt = this.#clock.now();
    this.#isStale = false;
    this.#plan = new SendingPlan(await this.#readQueue(), this.#underWay);
    const now = this.#clock.now();
    this.#readAgainAt = now + (now - startedAt) / READING_SHARE;
  }
}
