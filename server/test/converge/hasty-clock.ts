interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Nobody waits for time to pass: it goes on to the next moment that somebody waits for. Answers are not
 *  outrun: while one is on its way, it stands still. */
export class HastyClock {
  readonly #untilAnswered: () => Promise<void>;
  #now = Date.now();
  #sleepers: readonly Sleeper[] = [];
  #isTicking = false;

  constructor(untilAnswered: () => Promise<void>) {
    this.#untilAnswered = untilAnswered;
  }

  now(): number {
    return this.#now;
  }

  random(): number {
    return 0;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers = [...this.#sleepers, { until: this.#now + ms, wake }];
      if (!this.#isTicking) void this.#tick();
    });
  }

  async #tick(): Promise<void> {
    this.#isTicking = true;
    while (this.#sleepers.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      await this.#untilAnswered();
      this.#now = Math.max(this.#now, Math.min(...this.#sleepers.map(({ until }) => until)));
      const due = this.#sleepers.filter(({ until }) => until <= this.#now);
      this.#sleepers = this.#sleepers.filter(({ until }) => until > this.#now);
      for (const { wake } of due) wake();
    }
    this.#isTicking = false;
  }
}
