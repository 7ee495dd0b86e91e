// Keeps the figures of the account fresh: how much room is taken changes with the files.

import type { Change } from '@satchel/shared/wire/sync';
import type { Clock } from '../ports.ts';

const BETWEEN_MS = 1000;

/** Asks at once after a change that may have taken or given back room. Those that follow close upon
 *  it are one question, asked when the last was answered: answers can't overtake each other. */
export class FreshUsage {
  readonly #ask: () => Promise<void>;
  readonly #clock: Pick<Clock, 'sleep'>;
  #isStale = false;
  #isAsking = false;

  constructor(ask: () => Promise<void>, clock: Pick<Clock, 'sleep'>) {
    this.#ask = ask;
    this.#clock = clock;
  }

  note(changes: readonly Change[]): void {
    if (changes.some((change) => 'gone' in change || change.node.kind === 'file')) this.refresh();
  }

  refresh(): void {
    this.#isStale = true;
    if (!this.#isAsking) void this.#askWhileStale();
  }

  async #askWhileStale(): Promise<void> {
    this.#isAsking = true;
    while (this.#isStale) {
      this.#isStale = false;
      // The next change asks again, and so does the next connection.
      await this.#ask().catch((error: unknown) => {
        console.debug('could not ask for the usage', error);
      });
      await this.#clock.sleep(BETWEEN_MS);
    }
    this.#isAsking = false;
  }
}
