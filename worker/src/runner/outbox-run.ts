// Sends the outbox of one person, several mutations at a time, each after those that it waits for.
// Idempotent: it may be killed at any moment and started again anywhere.

import type { Connection } from '../engine/connection.ts';
import type { Refusal } from '../engine/upload.ts';
import type { Outcome } from '../local/outbox-work.ts';
import type { OutboxRow } from '../local/rows.ts';
import type { ApiError } from '../net/api-error.ts';
import { Control } from './control.ts';
import { FreshPlan } from './fresh-plan.ts';
import { Gate } from './gate.ts';
import type { Clock } from './ports.ts';
import { type MutationApi, sendMutation } from './send-mutation.ts';

/** Every writing call is one transaction. */
export interface OutboxStore {
  /** Who is signed in; null when nobody is. */
  findSignedIn(): Promise<string | null>;
  recordSignedOut(): Promise<void>;
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
// Each write wakes every live query that shows one of its rows.
const BETWEEN_WRITES_MS = 400;
const LOOK_AGAIN_MS = 50;

export class OutboxRun {
  readonly control: Control;
  readonly #ports: OutboxPorts;
  readonly #userId: string;
  readonly #gate: Gate;
  readonly #underWay = new Set<string>();
  readonly #plan: FreshPlan;
  #claimed: OutboxRow[] = [];
  #claimedAt = 0;
  #isProven = false;
  #feeding: Promise<void> | null = null;
  #outcomes: { readonly outcome: Outcome; readonly row: OutboxRow }[] = [];
  #writing: Promise<void> = Promise.resolve();
  #writeAt = Number.NEGATIVE_INFINITY;

  constructor(ports: OutboxPorts, userId: string, until: number) {
    this.#ports = ports;
    this.#userId = userId;
    this.control = new Control(ports.clock, until);
    this.#gate = new Gate(ports);
    const readQueue = () => ports.store.readOutbox(userId);
    this.#plan = new FreshPlan(readQueue, this.#underWay, ports.clock);
  }

  /** Resolves when there is nothing left that can be sent now, or time is up. */
  async run(): Promise<void> {
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.#lane()));
    } catch (error) {
      this.control.end();
      throw error;
    } finally {
      await this.#flush();
      await this.#release();
    }
  }

  /** Something changed in the queue. */
  async notice({ retryNow }: { readonly retryNow: boolean }): Promise<void> {
    this.#plan.spoil();
    if (retryNow) await this.#gate.open();
    this.control.wake();
  }

  async #lane(): Promise<void> {
    while (!this.control.isTimeUp()) {
      await this.#gate.pass(this.control);
      const row = await this.#next();
      if (row !== undefined) await this.#send(row);
      else if (!(await this.#rest())) return;
    }
  }

  /** False where nothing is left to wait for. */
  async #rest(): Promise<boolean> {
    const isBusy = this.#underWay.size > 0;
    if (!this.#ports.isOnline()) {
      if (isBusy) await this.control.nap(LOOK_AGAIN_MS);
      return isBusy;
    }
    if (this.#plan.isStale || this.#gate.isClosed()) return true;
    const now = this.#ports.clock.now();
    const dueAt = this.#plan.nextDueAt();
    if (!isBusy && dueAt === null) return false;
    await this.control.nap(isBusy ? LOOK_AGAIN_MS : (dueAt ?? now) - now);
    return true;
  }

  async #next(): Promise<OutboxRow | undefined> {
    if (this.control.isTimeUp() || this.#gate.isClosed()) return undefined;
    if (this.#claimed.length === 0) {
      this.#feeding ??= this.#feed().finally(() => {
        this.#feeding = null;
      });
      await this.#feeding;
    }
    return this.#claimed.shift();
  }

  async #feed(): Promise<void> {
    const { store, clock } = this.#ports;
    if (!this.#ports.isOnline()) return;
    const limit = this.#isProven ? CLAIMED_AT_ONCE : AT_ONCE;
    let ids = await this.#plan.take(limit);
    if (ids.length === 0 && this.#outcomes.length > 0) {
      await this.#flush();
      ids = await this.#plan.take(limit);
    }
    if (ids.length === 0) return;
    this.#claimedAt = clock.now();
    const claimed = await store.claim(this.#userId, ids, this.#claimedAt);
    for (const { id } of claimed) this.#underWay.add(id);
    for (const id of ids) if (!this.#underWay.has(id)) this.#plan.settled(id);
    this.#claimed.push(...claimed);
    if (this.#gate.isClosed()) await this.#release();
  }

  async #send(row: OutboxRow): Promise<void> {
    const sent = await sendMutation(this.#ports, row);
    if (sent.is === 'answered') {
      this.#isProven = true;
      await this.#gate.prove();
      return this.#note(sent.outcome, row);
    }
    this.#isProven = false;
    if (sent.verdict === 'try-all-later') await this.#gate.close(refusalOf(sent.error));
    else await this.#endForSignIn();
    this.#letGo([row]);
    await this.#release();
  }

  async #release(): Promise<void> {
    const unbegun = this.#claimed.splice(0);
    if (unbegun.length === 0) return;
    await this.#ports.store.release(
      unbegun.map(({ id }) => id),
      this.#claimedAt,
    );
    this.#letGo(unbegun);
  }

  async #endForSignIn(): Promise<void> {
    this.control.end();
    await this.#ports.store.recordSignedOut();
  }

  #letGo(rows: readonly OutboxRow[]): void {
    for (const { id } of rows) this.#underWay.delete(id);
    this.#plan.spoil();
  }

  async #note(outcome: Outcome, row: OutboxRow): Promise<void> {
    this.#outcomes.push({ outcome, row });
    const now = this.#ports.clock.now();
    if (now >= this.#writeAt) return this.#flush();
    if (this.#outcomes.length === 1) this.#writeSoon(this.#writeAt - now);
  }

  // Other calls may take long: what is answered does not wait for them.
  #writeSoon(ms: number): void {
    const soon = this.#ports.clock.sleep(ms).then(() => this.#flush());
    soon.catch(() => this.control.end());
  }

  async #flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    await this.#writing;
  }

  async #write(): Promise<void> {
    const group = this.#outcomes;
    if (group.length === 0) return;
    this.#outcomes = [];
    const { store, clock, onFolders } = this.#ports;
    const outcomes = group.map(({ outcome }) => outcome);
    await store.settle(outcomes, clock.now());
    for (const { outcome, row } of group) this.#settled(outcome, row);
    this.#writeAt = clock.now() + BETWEEN_WRITES_MS;
    if (group.some(({ row }) => row.mutation.is === 'create-folder')) onFolders();
  }

  #settled({ is }: Outcome, row: OutboxRow): void {
    this.#underWay.delete(row.id);
    const isRefusedFolder = is === 'refused' && row.mutation.is === 'create-folder';
    if (is === 'done' || is === 'gone' || (is === 'refused' && !isRefusedFolder)) {
      this.#plan.settled(row.id);
    } else this.#plan.spoil();
  }
}

function refusalOf(error: ApiError): Refusal {
  const { code, detail, retryAfterMs, reaction } = error;
  return { during: 'open', code, detail, retryAfterMs, reaction };
}
