// One uploader for any number of tabs. Everything that may start sending comes in here.

import { type Learned, type Notice, RunningDrain } from './drain.ts';
import { persevere } from './persevere.ts';
import type { RunnerPorts } from './ports.ts';
import { Room } from './room.ts';
import { Throttle } from './throttle.ts';

/** A pump keeps it going this long. A service worker's event may last 300 s and a new version waits
 *  for its end, so events are kept short and the page pumps again. */
export const PUMP_MS = 30_000;

/** Runs `work` while nobody else does; false, at once, when somebody does. */
export type RunAlone = (work: () => Promise<void>) => Promise<boolean>;

export class Uploader {
  /** Told to stop, and not told to go on since. */
  isResting = false;
  readonly #ports: RunnerPorts;
  readonly #runAlone: RunAlone;
  readonly #learned: Learned;
  #running: { readonly drain: RunningDrain; readonly end: Promise<void> } | null = null;

  constructor(ports: RunnerPorts, runAlone: RunAlone) {
    this.#ports = ports;
    this.#runAlone = runAlone;
    this.#learned = { throttle: new Throttle(ports.clock), room: new Room() };
  }

  get isSending(): boolean {
    return this.#running !== null;
  }

  /** Sends for up to `PUMP_MS` from now. Resolves when sending ends; joins what runs already. */
  async pump(change: Partial<Notice> = {}): Promise<void> {
    this.isResting = false;
    const notice = { retryNow: false, reordered: false, ...change };
    if (this.#running) {
      const { drain, end } = this.#running;
      drain.control.extend(this.#until());
      const isInTime = await drain.notice(notice);
      await end;
      return isInTime || this.isResting ? undefined : this.pump(change);
    }
    const userId = await this.#ports.store.findSignedIn();
    if (userId === null || this.#running) return;
    const drain = new RunningDrain(this.#ports, this.#learned, userId, this.#until());
    const end = this.#run(drain);
    this.#running = { drain, end };
    await end;
  }

  /** Sends for up to `budgetMs` without being pumped. Gives whether something is left. */
  async persevere(budgetMs: number): Promise<boolean> {
    this.isResting = false;
    return persevere(this.#ports, this, budgetMs);
  }

  /** Stops at the next chunk boundary, or breaks off what is under way; resolves when it has. */
  async rest({ atOnce = false } = {}): Promise<void> {
    this.isResting = true;
    this.#running?.drain.end(atOnce);
    await this.#running?.end;
  }

  async #run(drain: RunningDrain): Promise<void> {
    try {
      await this.#runAlone(() => drain.run());
    } finally {
      this.#running = null;
    }
  }

  #until(): number {
    return this.#ports.clock.now() + PUMP_MS;
  }
}
