// Sends the outbox of one person, several mutations at a time, each after those that it waits for.
// Idempotent: it may be killed at any moment and started again anywhere.

import type { Connection } from '../engine/connection.ts';
import type { Refusal } from '../engine/upload.ts';
import type { Outcome } from '../local/outbox-work.ts';
import type { OutboxRow } from '../local/rows.ts';
import type { ApiError } from '../net/api-error.ts';
import { type Answer, Answers } from './answers.ts';
import { Control } from './control.ts';
import { FreshPlan } from './fresh-plan.ts';
import { Gate } from './gate.ts';
import type { Clock } from './ports.ts';
import { type MutationApi, sendMutation } from './send-mutation.ts';

/** Every writing call is one transaction. */
export interface OutboxStore {
  /** Who is signed in; null when nobody is. */
  findSignedIn(): Promise<string | null>;
  recordSessionEnded(): Promise<void>;
  /** How many of a person's changes wait to be sent. */
  countUnsent(userId: string): Promise<number>;
  /** The whole queue of a person, in its order. */
  readOutbox(userId: string): Promise<OutboxRow[]>;
  /** Those that may still be sent, as they are now. From then on the server may have them. Nothing
   *  where somebody else is signed in. */
  claim(userId: string, ids: readonly string[], now: number): Promise<OutboxRow[]>;
  /** Of these, claimed at that moment, no call was begun: nobody else can have them. */
  release(ids: readonly string[], claimedAt: number): Promise<void>;
  settle(outcomes: readonly Outcome[], now: number): Promise<void>;
  recordConnection(facts: Connection & { readonly code: string | null }): Promise<void>;
}

export interface OutboxPorts {
  readonly store: OutboxStore;
  readonly api: MutationApi;
  readonly clock: Clock;
  /** False where there is no network at all: then no call is begun, and what waits stays unsent. */
  readonly isOnline: () => boolean;
  /** Told once the replica has folders that uploads may have waited for. */
  readonly onFolders: () => void;
}

// A browser has six connections to a server without HTTP/2. The calls are short, so that whoever else
// needs one soon has it.
const AT_ONCE = 6;
const CLAIMED_AT_ONCE = 48;
// How soon it is seen that there is a network again while a call is under way.
const LOOK_AGAIN_MS = 50;

export class OutboxRun {
  readonly control: Control;
  readonly #ports: OutboxPorts;
  readonly #userId: string;
  readonly #gate: Gate;
  readonly #plan: FreshPlan;
  readonly #answers: Answers;
  readonly #calls = new Set<Promise<void>>();
  #claimed: OutboxRow[] = [];
  #claimedAt = 0;
  #isProven = false;
  #failure: { readonly error: unknown } | null = null;

  constructor(ports: OutboxPorts, userId: string, until: number) {
    this.#ports = ports;
    this.#userId = userId;
    this.control = new Control(ports.clock, until);
    this.#gate = new Gate(ports);
    this.#plan = new FreshPlan(() => ports.store.readOutbox(userId), ports.clock);
    this.#answers = new Answers(ports, {
      onWritten: (answers) => this.#written(answers),
      onFailure: (error) => this.#fail(error),
    });
  }

  /** Resolves when there is nothing left that can be sent now, or time is up. */
  async run(): Promise<void> {
    try {
      await this.#sendAll();
    } finally {
      await this.#end();
    }
    if (this.#failure !== null) throw this.#failure.error;
  }

  /** Something changed in the queue. */
  async notice({ retryNow }: { readonly retryNow: boolean }): Promise<void> {
    this.#plan.spoil();
    if (retryNow) await this.#gate.open();
    this.control.wake();
  }

  async #sendAll(): Promise<void> {
    while (!this.control.isTimeUp() && this.#failure === null) {
      if (!this.#gate.isClosed()) {
        if (!(await this.#sendNext()) && !(await this.#rest())) return;
      } else {
        await this.#release();
        await this.#gate.pass(this.control);
      }
    }
  }

  /** What is under way is heard out: as long as that takes, nobody else is to send. */
  async #end(): Promise<void> {
    await Promise.all(this.#calls);
    try {
      await this.#answers.flush();
    } finally {
      await this.#release();
    }
  }

  async #sendNext(): Promise<boolean> {
    if (this.#calls.size >= AT_ONCE || !this.#ports.isOnline()) return false;
    if (this.#claimed.length === 0) await this.#claim();
    // That may have taken a while.
    if (this.control.isTimeUp() || this.#gate.isClosed()) return false;
    const row = this.#claimed.shift();
    if (row !== undefined) this.#begin(row);
    return row !== undefined;
  }

  /** Until there may be something to send. False where nothing is left to wait for. */
  async #rest(): Promise<boolean> {
    if (!this.#ports.isOnline()) {
      await this.#release();
      const isBusy = this.#plan.isUnderWay;
      if (isBusy) await this.control.nap(LOOK_AGAIN_MS);
      return isBusy;
    }
    const restMs = this.#restMs();
    // From looking until sleeping nothing else happens, so that no wake-up comes in between.
    if (restMs !== null && restMs > 0) await this.control.nap(restMs);
    return restMs !== null;
  }

  #restMs(): number | null {
    if (this.#gate.isClosed()) return 0;
    if (this.#calls.size >= AT_ONCE) return Number.POSITIVE_INFINITY;
    if (this.#plan.isStale || this.#claimed.length > 0) return 0;
    const dueAt = this.#plan.nextDueAt();
    if (dueAt !== null) return dueAt - this.#ports.clock.now();
    return this.#plan.isUnderWay ? Number.POSITIVE_INFINITY : null;
  }

  async #claim(): Promise<void> {
    const { store, clock } = this.#ports;
    const ids = await this.#takeIds();
    if (ids.length === 0) return;
    this.#claimedAt = clock.now();
    this.#claimed = await store.claim(this.#userId, ids, this.#claimedAt);
    const claimed = new Set(this.#claimed.map(({ id }) => id));
    const missed = ids.filter((id) => !claimed.has(id));
    if (missed.length > 0) this.#plan.letGo(missed);
    if (claimed.size === 0 && (await store.findSignedIn()) !== this.#userId) this.control.end();
  }

  async #takeIds(): Promise<string[]> {
    const limit = this.#isProven ? CLAIMED_AT_ONCE : AT_ONCE;
    const ids = await this.#plan.take(limit);
    if (ids.length > 0 || !this.#plan.isUnderWay) return ids;
    await this.#answers.flush();
    return this.#plan.take(limit);
  }

  #begin(row: OutboxRow): void {
    const call = this.#send(row)
      .catch((error) => this.#fail(error))
      .finally(() => {
        this.#calls.delete(call);
        this.control.wake();
      });
    this.#calls.add(call);
  }

  async #send(row: OutboxRow): Promise<void> {
    const sent = await sendMutation(this.#ports, row);
    this.#isProven = sent.is === 'answered';
    if (sent.is === 'answered') {
      await this.#gate.prove();
      return this.#answers.note({ outcome: sent.outcome, row });
    }
    if (sent.verdict === 'try-all-later') await this.#gate.close(refusalOf(sent.error));
    else await this.#endForSignIn();
    this.#plan.letGo([row.id]);
  }

  async #release(): Promise<void> {
    const ids = this.#claimed.splice(0).map(({ id }) => id);
    if (ids.length === 0) return;
    await this.#ports.store.release(ids, this.#claimedAt);
    this.#plan.letGo(ids);
  }

  async #endForSignIn(): Promise<void> {
    this.control.end();
    await this.#ports.store.recordSessionEnded();
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.control.wake();
  }

  #written(answers: readonly Answer[]): void {
    for (const { outcome, row } of answers) {
      if (isOutOfTheWay(outcome, row)) this.#plan.settled(row.id);
      else this.#plan.letGo([row.id]);
    }
    this.control.wake();
    if (answers.some(({ row }) => row.mutation.is === 'create-folder')) this.#ports.onFolders();
  }
}

/** What goes into a folder that was refused waits for its person. */
function isOutOfTheWay({ is }: Outcome, { mutation }: OutboxRow): boolean {
  return is === 'done' || is === 'gone' || (is === 'refused' && mutation.is !== 'create-folder');
}

function refusalOf(error: ApiError): Refusal {
  const { code, detail, retryAfterMs, reaction } = error;
  return { during: 'open', code, detail, retryAfterMs, reaction };
}
