// Time, chance and threads under a test's control: one seed, one run.

/** Something that can be killed: from then on nothing it waits for ever comes. */
export interface Thread {
  isAlive: boolean;
}

interface Planned {
  readonly at: number;
  readonly run: () => void;
}

export class Simulation {
  now = 0;
  steps = 0;
  readonly #planned: Planned[] = [];
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1); mulberry32. */
  random(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  below(n: number): number {
    return Math.floor(this.random() * n);
  }

  plan(delayMs: number, run: () => void): void {
    this.#planned.push({ at: this.now + delayMs, run });
  }

  /** `act` after a while; its outcome reaches the thread only if that still lives. */
  later<Result>(thread: Thread, delayMs: number, act: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.plan(delayMs, () => {
        if (!thread.isAlive) return;
        try {
          resolve(act());
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  /** Wakes the thread after a while, or when the signal aborts. */
  sleep(thread: Thread, ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        signal?.removeEventListener('abort', wake);
        if (thread.isAlive) resolve();
      };
      this.plan(ms, wake);
      signal?.addEventListener('abort', wake);
    });
  }

  /** Runs until `isOver`, calling `each` between any two things that happen. */
  async run(isOver: () => boolean, each: () => void): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (isOver()) return;
      const next = this.#takeNext();
      if (next === undefined) throw new Error('nothing is going to happen any more');
      this.now = Math.max(this.now, next.at);
      this.steps++;
      each();
      next.run();
    }
  }

  // What is planned for one moment happens in any order.
  #takeNext(): Planned | undefined {
    const earliest = Math.min(...this.#planned.map((p) => p.at));
    const due = this.#planned.filter((p) => p.at === earliest);
    const chosen = due[this.below(due.length)];
    if (chosen) this.#planned.splice(this.#planned.indexOf(chosen), 1);
    return chosen;
  }
}
