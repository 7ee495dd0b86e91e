// One keeper for any number of tabs. Everything that may start keeping comes in here.

import { persevere } from '../persevere.ts';
import { Throttle } from '../throttle.ts';
import { PUMP_MS, type RunAlone } from '../uploader.ts';
import { KeepPass } from './keep-pass.ts';
import type { KeepPorts } from './ports.ts';

export class Keeper {
  /** Told to stop, and not told to go on since. */
  isResting = false;
  readonly #ports: KeepPorts;
  readonly #runAlone: RunAlone;
  readonly #throttle: Throttle;
  #running: { readonly pass: KeepPass; readonly end: Promise<void> } | null = null;

  constructor(ports: KeepPorts, runAlone: RunAlone) {
    this.#ports = ports;
    this.#runAlone = runAlone;
    this.#throttle = new Throttle(ports.clock);
  }

  /** Brings what is kept up to what is wanted, for up to `PUMP_MS` from now. Joins what runs already,
   *  which plans anew where `isStale` says that what is wanted has changed. */
  async pump({ isStale = false } = {}): Promise<void> {
    this.isResting = false;
    const { store, clock } = this.#ports;
    const until = clock.now() + PUMP_MS;
    if (this.#running) return this.#join(this.#running, until, isStale);
    const userId = await store.findSignedIn();
    if (userId === null || !(await store.hasKept(userId))) return;
    if (this.#running) return this.#join(this.#running, until, isStale);
    const pass = new KeepPass(this.#ports, this.#throttle, userId, until);
    const end = this.#run(pass);
    this.#running = { pass, end };
    await end;
  }

  /** Keeps for up to `budgetMs` without being pumped. Gives whether something is left. */
  async persevere(budgetMs: number): Promise<boolean> {
    this.isResting = false;
    const { clock, store } = this.#ports;
    const { findSignedIn, hasKeepWork: hasWork } = store;
    return persevere({ clock, store: { findSignedIn, hasWork } }, this, budgetMs);
  }

  /** Breaks off what is under way; resolves when it has ended. */
  async rest(): Promise<void> {
    this.isResting = true;
    this.#running?.pass.end();
    await this.#running?.end;
  }

  async #join(
    { pass, end }: { readonly pass: KeepPass; readonly end: Promise<void> },
    until: number,
    isStale: boolean,
  ): Promise<void> {
    pass.control.extend(until);
    if (isStale) await pass.notice();
    await end;
  }

  async #run(pass: KeepPass): Promise<void> {
    try {
      await this.#runAlone(() => pass.run());
    } finally {
      this.#running = null;
    }
  }
}
