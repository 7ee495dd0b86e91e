// The limits that the person set, as the drain goes by them.

import { NO_LIMITS, type TransferLimits } from '../engine/transfer-limits.ts';
import type { Control } from './control.ts';
import type { QueueStore, RunnerPorts } from './ports.ts';

/** How soon it is seen that the network has changed. */
const LOOK_EVERY_MS = 1000;

type Deps = Pick<RunnerPorts, 'isMetered'> & {
  readonly store: Pick<QueueStore, 'readTransferLimits'>;
};

export class Limits {
  #limits: TransferLimits = NO_LIMITS;
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  get bytesPerSecond(): number | null {
    return this.#limits.bytesPerSecond;
  }

  async reread(): Promise<void> {
    this.#limits = await this.#deps.store.readTransferLimits();
  }

  isHeldBack(): boolean {
    return this.#limits.pausesOnMetered && this.#deps.isMetered();
  }

  /** Waits until the network may be used or the control's time is up. */
  async pass(control: Control): Promise<void> {
    while (this.isHeldBack() && !control.isTimeUp()) await control.nap(LOOK_EVERY_MS);
  }
}
