// One sender of the outbox for any number of tabs. Everything that may start sending comes in here.

import { type OutboxPorts, OutboxRun } from './outbox-run.ts';
import { persevere } from './persevere.ts';
import type { RunAlone } from './uploader.ts';
import { PUMP_MS } from './uploader.ts';

/** While another thread sends, it is looked now and then whether it has stopped. */
const BETWEEN_LOOKS_MS = 500;

export class OutboxSender {
  readonly #ports: OutboxPorts;
  readonly #runAlone: RunAlone;
  #running: { readonly end: Promise<void>; run: OutboxRun | null } | null = null;
  #isWanted = false;
  #isResting = false;
  #until = 0;

  constructor(ports: OutboxPorts, runAlone: RunAlone) {
    this.#ports = ports;
    this.#runAlone = runAlone;
  }

  get isResting(): boolean {
    return this.#isResting;
  }

  /** Sends for up to `PUMP_MS` from now. Resolves when sending ends; joins what runs already. */
  async pump({ retryNow = false } = {}): Promise<void> {
    this.#isResting = false;
    this.#isWanted = true;
    this.#until = this.#ports.clock.now() + PUMP_MS;
    if (this.#running === null) {
      this.#running = { end: this.#go(), run: null };
      return this.#running.end;
    }
    const { end, run } = this.#running;
    run?.control.extend(this.#until);
    await run?.notice({ retryNow });
    return end;
  }

  /** Stops behind the calls that are under way; resolves when it has. */
  async rest(): Promise<void> {
    this.#isResting = true;
    this.#running?.run?.control.end();
    await this.#running?.end;
  }

  /** Sends for up to `budgetMs` without being pumped. Gives whether something is left. */
  async persevere(budgetMs: number): Promise<boolean> {
    const { clock, store } = this.#ports;
    const hasWork = () => this.hasWork();
    return persevere({ clock, store: { ...store, hasWork } }, this, budgetMs);
  }

  /** Whether anything of whoever is signed in waits to be sent. */
  async hasWork(): Promise<boolean> {
    const { store } = this.#ports;
    const userId = await store.findSignedIn();
    return userId !== null && (await store.countUnsent(userId)) > 0;
  }

  // What is queued while a run comes to its end is not left to the next pump: nobody can ask for more
  // between the last look at that and the end.
  async #go(): Promise<void> {
    try {
      while (this.#isWanted && !this.#isResting) await this.#runOrWait();
    } finally {
      this.#running = null;
    }
  }

  async #runOrWait(): Promise<void> {
    const { clock } = this.#ports;
    this.#isWanted = false;
    const wasAlone = await this.#runAlone(() => this.#run());
    if (wasAlone || clock.now() >= this.#until || !(await this.hasWork())) return;
    this.#isWanted = true;
    await clock.sleep(BETWEEN_LOOKS_MS);
  }

  async #run(): Promise<void> {
    const userId = await this.#ports.store.findSignedIn();
    if (userId === null || this.#isResting) return;
    const run = new OutboxRun(this.#ports, userId, this.#until);
    if (this.#running !== null) this.#running.run = run;
    await run.run();
  }
}
