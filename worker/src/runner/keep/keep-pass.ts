// One pass over what is to be kept: plans, fetches what is missing, drops what is not wanted any more.
// Idempotent: it may be killed at any moment and started again anywhere.

import type { KeptContent } from '../../engine/keep/content.ts';
import { recentLimit } from '../../engine/keep/recent.ts';
import { afterKeepRefusal, withoutRoom } from '../../engine/keep/refusal.ts';
import { ApiError } from '../../net/api-error.ts';
import { isQuotaError } from '../../staging/store-parts.ts';
import { Control } from '../control.ts';
import { Gate } from '../gate.ts';
import { Limits } from '../limits.ts';
import type { Throttle } from '../throttle.ts';
import { keepContent } from './keep-content.ts';
import type { KeepWork } from './keep-work.ts';
import type { KeepPorts } from './ports.ts';
import { ProgressWriter } from './progress-writer.ts';
import { Quarters } from './quarters.ts';

/** Contents at once: small files take turns with the bytes of large ones. */
const LANES = 4;
/** Uploads go first. How soon it is seen that there are none any more. */
const LOOK_EVERY_MS = 1000;
/** What is to be tried again within this is waited for. */
const WORTH_WAITING_MS = 10_000;

/** As a share of the time, planning takes a tenth. */
const RESTS_FOR = 9;

export class KeepPass implements KeepWork {
  readonly ports: KeepPorts;
  readonly control: Control;
  readonly #gate: Gate;
  readonly signal: AbortSignal;
  readonly #stop = new AbortController();
  readonly #userId: string;
  readonly #limits: Limits;
  readonly #throttle: Throttle;
  readonly #quarters: Quarters;
  readonly #progress: ProgressWriter;
  #contents = new Map<string, KeptContent>();
  #isStale = false;
  #isUploading = false;
  #seenAt = Number.NEGATIVE_INFINITY;

  constructor(ports: KeepPorts, throttle: Throttle, userId: string, until: number) {
    this.ports = ports;
    this.control = new Control(ports.clock, until);
    // What is closed for this is not closed for uploads: they look for themselves.
    const store = { recordConnection: async () => undefined };
    this.#gate = new Gate({ clock: ports.clock, store });
    this.signal = this.#stop.signal;
    this.#userId = userId;
    this.#limits = new Limits(ports);
    this.#throttle = throttle;
    this.#quarters = new Quarters(ports);
    this.#progress = new ProgressWriter(ports, userId);
  }

  /** Resolves when there is nothing left that can be done now, or time is up. */
  async run(): Promise<void> {
    do {
      this.#isStale = false;
      const beganAt = this.ports.clock.now();
      const todo = await this.#plan();
      const plannedAt = this.ports.clock.now();
      if (todo.length > 0) this.#isStale ||= await this.#fetchAll(todo);
      await this.#progress.flush();
      await this.#rest(plannedAt + (plannedAt - beganAt) * RESTS_FOR);
    } while (this.#isStale && !this.control.isTimeUp());
  }

  /** Planning reads all that is pinned, and while a tree streams in there is always a reason to. */
  async #rest(until: number): Promise<void> {
    const left = () => until - this.ports.clock.now();
    while (this.#isStale && left() > 0 && !this.control.isTimeUp()) await this.control.nap(left());
  }

  /** What is wanted may have changed, or the way may be free again. */
  async notice(): Promise<void> {
    this.#isStale = true;
    await this.#gate.open();
    this.control.wake();
  }

  end(): void {
    this.control.end();
    this.#stop.abort(new Error('keeping was told to rest'));
  }

  async isReady(): Promise<boolean> {
    await this.#gate.pass(this.control);
    await this.#look();
    await this.#limits.pass(this.control);
    while (!this.control.isTimeUp() && this.#isUploading) {
      await this.control.nap(LOOK_EVERY_MS);
      await this.#look();
    }
    return this.#mayGoOn();
  }

  async takePlace(bytes: number): Promise<boolean> {
    if (!(await this.isReady())) return false;
    await this.#throttle.take({ bytes, position: 0 }, this.control, () => this.#mayGoOn());
    if (this.#mayGoOn()) return true;
    this.#throttle.give();
    return false;
  }

  givePlace(): void {
    this.#throttle.give();
  }

  async arrived(bytes: number): Promise<void> {
    if (bytes > 0) this.#throttle.arrived(bytes);
    await this.#gate.prove();
  }

  note(content: KeptContent): void {
    this.#contents.set(content.contentHash, content);
    this.#quarters.took(content);
    this.#progress.note(this.#contents);
  }

  async #plan(): Promise<KeptContent[]> {
    const { store, clock } = this.ports;
    const estimate = await this.ports.estimate();
    const recentLimitBytes = recentLimit(estimate?.quotaBytes ?? Number.POSITIVE_INFINITY);
    const planned = await store.planKept(this.#userId, { recentLimitBytes, now: clock.now() });
    this.#contents = new Map(planned.contents);
    this.#progress.begin(planned.pins, this.#contents);
    const wanted = new Set(
      planned.pins.flatMap(({ files }) => files.map((file) => file.contentHash)),
    );
    return [...wanted]
      .flatMap((hash) => this.#contents.get(hash) ?? [])
      .filter(({ state }) => state !== 'kept');
  }

  /** Gives whether anything came, so that there may be something to drop now. */
  async #fetchAll(todo: readonly KeptContent[]): Promise<boolean> {
    const left = new Set(todo.map(({ contentHash }) => contentHash));
    await Promise.all(Array.from({ length: LANES }, () => this.#lane(left)));
    return todo.some(({ contentHash }) => this.#contents.get(contentHash)?.state === 'kept');
  }

  async #lane(left: Set<string>): Promise<void> {
    while (this.#mayGoOn()) {
      const content = this.#next(left);
      if (content === undefined) return;
      const waitMs = content.retryAt - this.ports.clock.now();
      if (waitMs > WORTH_WAITING_MS) continue;
      if (waitMs > 0) await this.control.nap(waitMs);
      const isLeft = await this.#keep(content);
      if (isLeft) left.add(content.contentHash);
    }
  }

  /** Whatever can be tried now comes before what has to wait. */
  #next(left: Set<string>): KeptContent | undefined {
    const now = this.ports.clock.now();
    let first: KeptContent | undefined;
    for (const hash of left) {
      const content = this.#contents.get(hash);
      if (content === undefined) continue;
      if (first === undefined || content.retryAt < first.retryAt) first = content;
      if (first.retryAt <= now) break;
    }
    if (first !== undefined) left.delete(first.contentHash);
    return first;
  }

  /** Gives whether it is to be tried again in this pass. */
  async #keep(content: KeptContent): Promise<boolean> {
    try {
      if (!(await this.#quarters.hasRoomFor(content))) return await this.#giveUp(content);
      await keepContent(this, content);
      return false;
    } catch (error) {
      if (this.signal.aborted) return false;
      if (isQuotaError(error)) return this.#giveUp(content);
      if (!(error instanceof ApiError)) throw error;
      return this.#refused(this.#contents.get(content.contentHash) ?? content, error);
    }
  }

  async #refused(content: KeptContent, error: ApiError): Promise<boolean> {
    const { clock, store } = this.ports;
    const outcome = afterKeepRefusal(content, error, clock.now(), clock.random());
    if (outcome.is === 'signed-out') {
      await store.recordSessionEnded();
      this.end();
      return false;
    }
    if (outcome.is === 'closed') {
      this.#throttle.lost();
      await this.#gate.close(error);
      await this.#write({ ...content, why: error.code });
      return true;
    }
    await this.#write(outcome.content);
    return outcome.content.state !== 'failed';
  }

  async #giveUp(content: KeptContent): Promise<boolean> {
    if (await this.ports.store.makeRoom()) return true;
    const given = withoutRoom(content, this.ports.clock.now());
    await this.ports.store.giveUpContent(given);
    this.note(given);
    return false;
  }

  async #write(content: KeptContent): Promise<void> {
    await this.ports.store.writeKeptContent(content);
    this.note(content);
  }

  #mayGoOn(): boolean {
    return !this.control.isTimeUp() && !this.#isStale && !this.#limits.isHeldBack();
  }

  /** What the person allows may change while a pass lasts. */
  async #look(): Promise<void> {
    const now = this.ports.clock.now();
    if (now - this.#seenAt < LOOK_EVERY_MS) return;
    this.#seenAt = now;
    await this.#limits.reread();
    this.#throttle.limitTo(this.#limits.bytesPerSecond);
    this.#isUploading = await this.ports.store.isUploading(this.#userId);
  }
}
