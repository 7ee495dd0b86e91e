// Keeps the figures of the account fresh: how much room is taken changes with the files.

import type { Change } from '@satchel/shared/wire/sync';

const SETTLE_MS = 1500;
const BETWEEN_MS = 5000;

/** Asks after changes that may have taken or given back room, at most once for many in a row. */
export class FreshUsage {
  readonly #ask: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(ask: () => Promise<void>) {
    this.#ask = ask;
  }

  note(changes: readonly Change[]): void {
    if (changes.some((change) => 'gone' in change || change.node.kind === 'file')) this.soon();
  }

  soon(): void {
    if (this.#timer !== undefined) return;
    const waitMs = Math.max(SETTLE_MS, this.#askedAt + BETWEEN_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#askedAt = performance.now();
      // The next change asks again.
      this.#ask().catch((error: unknown) => console.debug('could not ask for the usage', error));
    }, waitMs);
  }
}
