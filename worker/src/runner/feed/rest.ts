import type { Clock } from '../ports.ts';

/** Calls once a while is over, unless another begins before. */
export class Rest {
  readonly #clock: Pick<Clock, 'sleep'>;
  readonly #onDue: () => void;
  #course = new AbortController();

  constructor(clock: Pick<Clock, 'sleep'>, onDue: () => void) {
    this.#clock = clock;
    this.#onDue = onDue;
  }

  /** Null: nothing is waited for any more. */
  begin(ms: number | null): void {
    this.#course.abort();
    const course = new AbortController();
    this.#course = course;
    if (ms === null) return;
    void this.#clock.sleep(ms, course.signal).then(() => {
      if (!course.signal.aborted) this.#onDue();
    });
  }
}
