// How many chunks may be under way at once, over all uploads, and how fast they may follow each
// other. It outlives a drain: what was learned about the way, and what was spent of the limit, holds.

import {
  afterArrival,
  afterLoss,
  type Concurrency,
  FIRST_CONCURRENCY,
} from '../engine/concurrency.ts';
import { type Allowance, NO_ALLOWANCE, spend } from '../engine/rate-limit.ts';
import type { Control } from './control.ts';
import type { Clock } from './ports.ts';
import { Slots } from './slots.ts';

interface Wanted {
  readonly bytes: number;
  readonly position: number;
}

export class Throttle {
  readonly #clock: Clock;
  readonly #slots = new Slots(FIRST_CONCURRENCY.limit);
  #concurrency: Concurrency = FIRST_CONCURRENCY;
  #bytesPerSecond: number | null = null;
  #allowance: Allowance = NO_ALLOWANCE;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Null: no limit. A new limit owes nothing to an old one. */
  limitTo(bytesPerSecond: number | null): void {
    if (bytesPerSecond === this.#bytesPerSecond) return;
    this.#bytesPerSecond = bytesPerSecond;
    this.#allowance = NO_ALLOWANCE;
  }

  /** A place for `bytes` of the upload at `position` in the queue; every place is given back. It is up to the caller to look again whether
   *  they are still wanted: waiting may take long. */
  async take(
    { bytes, position }: Wanted,
    control: Control,
    isWanted: () => boolean,
  ): Promise<void> {
    await this.#slots.take(position);
    const limit = this.#bytesPerSecond;
    if (limit === null || !isWanted()) return;
    const { allowance, waitMs } = spend(this.#allowance, limit, bytes, this.#clock.now());
    this.#allowance = allowance;
    const until = this.#clock.now() + waitMs;
    const mustWait = () => this.#clock.now() < until && limit === this.#bytesPerSecond;
    while (mustWait() && isWanted()) await control.nap(until - this.#clock.now());
  }

  give(): void {
    this.#slots.give();
  }

  arrived(bytes: number): void {
    this.#follow(afterArrival(this.#concurrency, bytes, this.#clock.now()));
  }

  /** A request found no way, or the server could not cope. */
  lost(): void {
    this.#follow(afterLoss(this.#concurrency, this.#clock.now()));
  }

  #follow(next: Concurrency): void {
    if (next.limit !== this.#concurrency.limit) this.#slots.resize(next.limit);
    this.#concurrency = next;
  }
}
