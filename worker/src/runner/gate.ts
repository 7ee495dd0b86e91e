// Stands before every request: closed for a while after a failure that concerns them all.

import { afterFailure, type Connection, OPEN } from '../engine/connection.ts';
import type { Refusal } from '../engine/upload.ts';
import type { Control } from './control.ts';
import type { Clock, QueueStore } from './ports.ts';

interface Deps {
  readonly clock: Clock;
  readonly store: Pick<QueueStore, 'recordConnection'>;
}

export class Gate {
  #connection: Connection = OPEN;
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  isClosed(): boolean {
    return this.#deps.clock.now() < this.#connection.closedUntil;
  }

  /** Waits until it opens or the control's time is up. */
  async pass(control: Control): Promise<void> {
    while (this.isClosed() && !control.isTimeUp()) {
      await control.nap(this.#connection.closedUntil - this.#deps.clock.now());
    }
  }

  async close(refusal: Pick<Refusal, 'code' | 'retryAfterMs'>): Promise<void> {
    const { clock, store } = this.#deps;
    const { retryAfterMs, code } = refusal;
    const next = afterFailure(this.#connection, clock.now(), clock.random(), retryAfterMs);
    if (next === this.#connection) return;
    this.#connection = next;
    await store.recordConnection({ ...next, code });
  }

  /** An answer came. */
  async prove(): Promise<void> {
    if (this.#connection.failures === 0 || this.isClosed()) return;
    this.#connection = OPEN;
    await this.#deps.store.recordConnection({ ...OPEN, code: null });
  }

  /** Somebody has reason to think that it works again: earlier failures say nothing any more, and
   *  should the first try still fail, the next is not a minute away. */
  async open(): Promise<void> {
    if (this.#connection.failures === 0) return;
    this.#connection = OPEN;
    await this.#deps.store.recordConnection({ ...OPEN, code: null });
  }
}
