// Sends what is queued: one pass over the queue by several lanes. Idempotent: it may be killed at
// any moment and started again anywhere.

import { Control } from './control.ts';
import { endSessions } from './end-sessions.ts';
import { Gate } from './gate.ts';
import type { Drain } from './lane.ts';
import { Limits } from './limits.ts';
import { Picker } from './picker.ts';
import type { RunnerPorts } from './ports.ts';
import { Recorder } from './recorder.ts';
import { runUpload } from './run-upload.ts';

/** Uploads at once. A browser opens six connections to a server; one is left for the page. */
const LANES = 5;
const IDLE_MS = 200;
/** Rounds without anything to do, after which the drain ends: the next pump starts another. */
const IDLE_ROUNDS = 10;

/** What outlives a drain: how it went before. */
export type Learned = Pick<Drain, 'throttle' | 'room'>;

export interface Notice {
  /** Nothing waits for the network any longer. */
  readonly retryNow: boolean;
  /** What is under way may no longer be what comes first. */
  readonly reordered: boolean;
}

export class RunningDrain {
  readonly control: Control;
  readonly #drain: Drain;
  readonly #picker: Picker;
  #busyLanes = 0;
  /** Goes up with every notice: whoever gives one expects something to do. */
  #noticed = 0;
  #lanesLeft = LANES;

  constructor(ports: RunnerPorts, learned: Learned, userId: string, until: number) {
    this.control = new Control(ports.clock, until);
    this.#drain = {
      ports,
      userId,
      account: { checkedAt: Number.NEGATIVE_INFINITY },
      control: this.control,
      gate: new Gate(ports),
      recorder: new Recorder(ports, userId),
      limits: new Limits(ports),
      ...learned,
    };
    this.#picker = new Picker(this.#drain);
  }

  /** Resolves when there is nothing left that can be done now, or time is up. */
  async run(): Promise<void> {
    // A refusal from before the sign-in may have been recorded after it.
    await this.#drain.ports.store.freeSignedIn(this.#drain.userId);
    await this.#rereadLimits();
    await endSessions(this.#drain);
    try {
      await Promise.all(Array.from({ length: LANES }, () => this.#lane()));
    } catch (error) {
      this.control.end();
      throw error;
    } finally {
      await this.#drain.recorder.flush();
    }
  }

  /** At the next chunk boundary, or by breaking off what is under way. */
  end(atOnce: boolean): void {
    this.control.end();
    if (atOnce) this.#drain.recorder.stopAll();
  }

  /** Something changed in the queue or in what the person allows. False when this drain is over and
   *  another has to see to it. */
  async notice({ retryNow, reordered }: Notice): Promise<boolean> {
    if (this.#lanesLeft === 0) return false;
    this.#noticed++;
    if (retryNow) await this.#drain.gate.open();
    if (reordered) this.control.newTurn();
    await this.#rereadLimits();
    this.#picker.forget();
    this.control.wake();
    await this.#drain.recorder.reread();
    await endSessions(this.#drain);
    return true;
  }

  async #rereadLimits(): Promise<void> {
    const { limits, throttle } = this.#drain;
    await limits.reread();
    throttle.limitTo(limits.bytesPerSecond);
  }

  async #lane(): Promise<void> {
    let idleRounds = 0;
    while (!this.control.isTimeUp() && idleRounds < IDLE_ROUNDS) {
      const noticed = this.#noticed;
      await this.#drain.gate.pass(this.control);
      await this.#drain.limits.pass(this.control);
      const hasWorked = await this.#work();
      if (!hasWorked) await this.control.nap(IDLE_MS);
      const isQuiet = !hasWorked && this.#busyLanes === 0 && this.#noticed === noticed;
      idleRounds = isQuiet ? idleRounds + 1 : 0;
    }
    this.#lanesLeft--;
  }

  async #work(): Promise<boolean> {
    const picked = await this.#picker.next();
    if (picked === undefined || this.control.isTimeUp()) return false;
    this.#busyLanes++;
    try {
      const hasMoved = await runUpload(this.#drain, picked);
      if (!hasMoved) this.#picker.cool(picked.upload.id);
    } finally {
      this.#busyLanes--;
    }
    return true;
  }
}
