import type { Clock } from '../src/runner/ports.ts';

/** Time that stands still until a test moves it. */
export class ManualClock implements Clock {
  #now = 0;
  #sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  random(): number {
    return 0;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      this.#sleepers.push({ until: this.#now + ms, wake });
      signal?.addEventListener('abort', wake, { once: true });
    });
  }

  /** Moves on in small steps, so that whoever wakes can fall asleep again within. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (;;) {
      const next = Math.min(end, ...this.#sleepers.map((sleeper) => sleeper.until));
      this.#now = Math.max(this.#now, next);
      const due = this.#sleepers.filter((sleeper) => sleeper.until <= this.#now);
      this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.until > this.#now);
      for (const sleeper of due) sleeper.wake();
      await settled();
      if (due.length === 0) break;
    }
    this.#now = end;
  }
}

/** Everything that could happen without time going on has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
