// How long a drain may go on, and what wakes it up.

import type { Clock } from './ports.ts';

export class Control {
  /** Goes up when lanes are to choose anew what to work on. */
  turn = 0;
  #until: number;
  #nap = new AbortController();
  readonly #clock: Clock;

  constructor(clock: Clock, until: number) {
    this.#clock = clock;
    this.#until = until;
  }

  /** Goes on until then, if that is later. */
  extend(until: number): void {
    this.#until = Math.max(this.#until, until);
  }

  /** Ends at the next chunk boundary. */
  end(): void {
    this.#until = Number.NEGATIVE_INFINITY;
    this.wake();
  }

  /** Every lane lets go of what it has at the next chunk boundary. */
  newTurn(): void {
    this.turn++;
  }

  isTimeUp(): boolean {
    return this.#clock.now() >= this.#until;
  }

  /** Ends every nap that is under way. */
  wake(): void {
    this.#nap.abort();
    this.#nap = new AbortController();
  }

  /** Waits, but not past the end, and not past the next `wake`. */
  async nap(ms: number): Promise<void> {
    const left = this.#until - this.#clock.now();
    if (left > 0) await this.#clock.sleep(Math.min(ms, left), this.#nap.signal);
  }
}
