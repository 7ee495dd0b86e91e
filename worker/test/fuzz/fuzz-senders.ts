// Threads that send: they are pumped, killed at any moment and started again.

import { PUMP_MS, Uploader } from '../../src/runner/uploader.ts';
import type { FakeNetwork } from './fake-network.ts';
import type { FakeStore } from './fake-store.ts';
import type { Simulation, Thread } from './simulation.ts';

export class FuzzSenders {
  killRate: number;
  isMetered = false;
  readonly #threads: { readonly thread: Thread; readonly uploader: Uploader }[] = [];
  readonly #uploaders = new Set<Uploader>();
  #lock: Thread | null = null;

  constructor(
    private readonly sim: Simulation,
    private readonly store: FakeStore,
    private readonly network: FakeNetwork,
  ) {
    this.killRate = sim.chance(0.3) ? 0 : sim.random() * 0.03;
  }

  start(delayMs: number): void {
    const thread: Thread = { isAlive: true };
    this.sim.plan(delayMs, () => {
      const uploader = this.#uploader(thread);
      this.#threads.push({ thread, uploader });
      this.#uploaders.add(uploader);
      const pump = () => {
        if (!thread.isAlive) return;
        void uploader.pump({ retryNow: this.sim.chance(0.2), reordered: this.sim.chance(0.2) });
        this.sim.plan(PUMP_MS / 2, pump);
      };
      pump();
    });
  }

  #uploader(thread: Thread): Uploader {
    const ports = {
      store: this.store.of(thread),
      uploads: this.network.uploads(thread),
      digest: async (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) =>
        new TextDecoder().decode(bytes),
      clock: {
        now: () => this.sim.now,
        random: () => this.sim.random(),
        sleep: (ms: number, signal?: AbortSignal) => this.sim.sleep(thread, ms, signal),
      },
      isMetered: () => this.isMetered,
      onArrivals: () => {},
    };
    return new Uploader(ports, (work) => this.#runAlone(thread, work));
  }

  async #runAlone(thread: Thread, work: () => Promise<void>): Promise<boolean> {
    if (this.#lock?.isAlive) return false;
    this.#lock = thread;
    await work();
    this.#lock = null;
    return true;
  }

  maybeKill(): void {
    if (!this.sim.chance(this.killRate)) return;
    const chosen = this.#threads[this.sim.below(this.#threads.length)];
    if (!chosen?.thread.isAlive) return;
    const { thread, uploader } = chosen;
    thread.isAlive = false;
    this.#uploaders.delete(uploader);
    this.start(this.sim.below(3000));
  }

  /** Stops behind the calls that are under way. */
  async rest(): Promise<void> {
    await Promise.all([...this.#uploaders].map((uploader) => uploader.rest()));
  }
}
