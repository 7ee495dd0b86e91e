// Brings the answers of the server into the queue and the replica, several at a time.

import type { Outcome } from '../local/outbox-work.ts';
import type { OutboxRow } from '../local/rows.ts';
import type { Clock } from './ports.ts';

export interface Answer {
  readonly outcome: Outcome;
  readonly row: OutboxRow;
}

interface Ports {
  readonly store: { settle(outcomes: readonly Outcome[], now: number): Promise<void> };
  readonly clock: Clock;
}

interface Told {
  readonly onWritten: (answers: readonly Answer[]) => void;
  readonly onFailure: (error: unknown) => void;
}

// Each write wakes every live query that shows one of its rows.
const BETWEEN_WRITES_MS = 400;

export class Answers {
  readonly #ports: Ports;
  readonly #told: Told;
  #unwritten: Answer[] = [];
  #writing: Promise<void> = Promise.resolve();
  #writeAt = Number.NEGATIVE_INFINITY;

  constructor(ports: Ports, told: Told) {
    this.#ports = ports;
    this.#told = told;
  }

  /** Writes it soon, whatever else is still under way: other calls may take long. */
  note(answer: Answer): void {
    this.#unwritten.push(answer);
    if (this.#unwritten.length === 1) this.#writeInTime().catch(this.#told.onFailure);
  }

  /** Writes what was noted. */
  async flush(): Promise<void> {
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#write());
    await this.#writing;
  }

  async #writeInTime(): Promise<void> {
    const { clock } = this.#ports;
    const waitMs = this.#writeAt - clock.now();
    if (waitMs > 0) await clock.sleep(waitMs);
    await this.flush();
  }

  async #write(): Promise<void> {
    const group = this.#unwritten.splice(0);
    if (group.length === 0) return;
    const { store, clock } = this.#ports;
    const outcomes = group.map(({ outcome }) => outcome);
    await store.settle(outcomes, clock.now());
    this.#writeAt = clock.now() + BETWEEN_WRITES_MS;
    this.#told.onWritten(group);
  }
}
