// What the socket brings, one after the other. What comes while something is written is written together
// with what comes next.

import type { ChangesPage } from '@satchel/shared/wire/sync';

export class Heard {
  readonly #apply: (pages: readonly ChangesPage[]) => Promise<void>;
  #waiting: ChangesPage[] = [];
  #isApplying = false;

  constructor(apply: (pages: readonly ChangesPage[]) => Promise<void>) {
    this.#apply = apply;
  }

  get isApplying(): boolean {
    return this.#isApplying;
  }

  take(page: ChangesPage): void {
    this.#waiting.push(page);
    if (!this.#isApplying) void this.#applyAll();
  }

  /** What was not begun is not written. */
  forget(): void {
    this.#waiting = [];
  }

  async #applyAll(): Promise<void> {
    this.#isApplying = true;
    while (this.#waiting.length > 0) {
      const pages = this.#waiting;
      this.#waiting = [];
      await this.#apply(pages);
    }
    this.#isApplying = false;
  }
}
