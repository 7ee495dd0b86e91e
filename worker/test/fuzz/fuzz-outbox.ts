// One run of the sender of the outbox against chance: a person who changes and takes back, a network that
// fails, answers that refuse, a database that is slow, threads that are killed. In the end all is well.

import { isAwaited, isUnsent } from '../../src/engine/mutations/mutation.ts';
import type { OutboxRow } from '../../src/local/rows.ts';
import { networkError } from '../../src/net/api-error.ts';
import { OutboxSender } from '../../src/runner/outbox-sender.ts';
import type { MutationApi } from '../../src/runner/send-mutation.ts';
import { aMutation, NEW_FOLDER } from '../mutations.ts';
import { aNode } from '../nodes.ts';
import { FakeOutbox } from './fake-outbox.ts';
import { refusal } from './fake-server.ts';
import { Simulation, type Thread } from './simulation.ts';

const TROUBLE_MS = 20_000;
/** All calls are over by then that began in trouble, and what was tried too often is tried again. */
const CALM_WITHIN_MS = 25_000;

export class FuzzOutbox {
  readonly faults: string[] = [];
  readonly #sim: Simulation;
  readonly #store: FakeOutbox;
  readonly #underWay = new Set<string>();
  #isCalm = false;
  #isOnline = true;
  #thread: Thread = { isAlive: true };
  #holder: Thread | null = null;
  #sender: OutboxSender;
  #count = 0;

  constructor(seed: number) {
    this.#sim = new Simulation(seed);
    this.#store = new FakeOutbox(this.#sim);
    this.#sender = this.#newSender();
  }

  async run(): Promise<void> {
    this.#store.failing = this.#sim.chance(0.3) ? 0.02 : 0;
    for (let deeds = 5 + this.#sim.below(30); deeds > 0; deeds -= 1) {
      this.#sim.plan(this.#sim.below(TROUBLE_MS), () => this.#act());
    }
    let isOver = false;
    this.#sim.plan(TROUBLE_MS, () => void this.#calmDown().then(() => (isOver = true)));
    await this.#sim.run(
      () => isOver,
      () => {},
    );
    if (this.#store.sendable().length > 0) this.faults.push('came to rest with something to send');
    if (this.#sim.now > TROUBLE_MS + CALM_WITHIN_MS) this.faults.push('took too long');
  }

  /** As a page does that is on line again: from here on nobody asks a second time. */
  async #calmDown(): Promise<void> {
    this.#isCalm = true;
    this.#isOnline = true;
    this.#store.failing = 0;
    this.#store.isSignedIn = true;
    // A run that failed says so to all that joined it.
    await this.#sender.pump({ retryNow: true }).catch(() => this.#sender.pump());
  }

  #act(): void {
    const deed = this.#sim.below(12);
    if (deed < 6) this.#change();
    else if (deed === 6) this.#takeBack();
    else if (deed === 7) this.#tryAgain();
    else if (deed === 8) this.#isOnline = !this.#isOnline;
    else if (deed === 9) this.#kill();
    else if (deed === 10) this.#store.isSignedIn = true;
    this.#pump();
  }

  #pump(): void {
    const retryNow = this.#sim.chance(0.2);
    this.#sender.pump({ retryNow }).catch(() => {});
  }

  #change(): void {
    const id = `m${this.#count}`;
    const earlier = [...this.#store.rows.values()].filter(isAwaited);
    const after = earlier.filter(() => this.#sim.chance(0.2)).map((row) => row.id);
    const mutation = this.#sim.chance(0.3) ? NEW_FOLDER : ({ is: 'trash' } as const);
    const facts = aMutation({ id, nodeId: id, mutation, after });
    const sending = { retryAt: 0, attempts: 0, refusal: null, idempotencyKey: id };
    const row = { ...facts, ...sending, position: this.#count, userId: 'ada' } as OutboxRow;
    this.#store.rows.set(id, row);
    this.#count += 1;
  }

  #takeBack(): void {
    const free = [...this.#store.rows.values()].filter(isUnsent);
    const row = free[this.#sim.below(free.length)];
    if (row) this.#store.rows.delete(row.id);
  }

  #tryAgain(): void {
    const refused = [...this.#store.rows.values()].find(({ state }) => state === 'refused');
    if (refused === undefined) return;
    this.#count += 1;
    const again = { state: 'waiting', triedAt: null, position: this.#count } as const;
    this.#store.rows.set(refused.id, { ...refused, ...again });
  }

  #kill(): void {
    this.#thread.isAlive = false;
    if (this.#holder === this.#thread) this.#holder = null;
    this.#underWay.clear();
    this.#thread = { isAlive: true };
    this.#sender = this.#newSender();
  }

  #newSender(): OutboxSender {
    const thread = this.#thread;
    const sim = this.#sim;
    const clock = {
      now: () => sim.now,
      random: () => sim.random(),
      sleep: (ms: number, signal?: AbortSignal) => sim.sleep(thread, Math.max(0, ms), signal),
    };
    const store = this.#store.of(thread);
    const api = this.#api(thread);
    const ports = { store, api, clock, isOnline: () => this.#isOnline, onFolders: () => {} };
    return new OutboxSender(ports, (work) => this.#alone(thread, work));
  }

  async #alone(thread: Thread, work: () => Promise<void>): Promise<boolean> {
    await this.#sim.sleep(thread, this.#sim.below(20));
    if (this.#holder !== null) return false;
    this.#holder = thread;
    try {
      await work();
    } finally {
      if (this.#holder === thread) this.#holder = null;
    }
    return true;
  }

  #api(thread: Thread): MutationApi {
    const node = (id: string) => aNode({ id });
    const call = (id: string) => this.#call(thread, id);
    const never = () => Promise.reject(new Error('nobody asks for that'));
    return {
      createFolder: ({ id }) => call(id).then(() => node(id)),
      trash: (id) => call(id).then(() => node(id)),
      update: never,
      restore: never,
      purge: never,
      get: never,
      list: never,
    };
  }

  async #call(thread: Thread, id: string): Promise<void> {
    this.#lookAt(id);
    this.#underWay.add(id);
    const takesMs = this.#sim.below(this.#isCalm ? 50 : this.#sim.chance(0.1) ? 5000 : 500);
    try {
      await this.#sim.sleep(thread, takesMs);
    } finally {
      this.#underWay.delete(id);
    }
    const error = this.#isCalm ? null : this.#trouble();
    if (error !== null) throw error;
  }

  #trouble(): Error | null {
    if (!this.#isOnline || this.#sim.chance(0.1)) return networkError(new Error('lost'));
    if (this.#sim.chance(0.05)) return refusal('rate-limited', 3000);
    if (this.#sim.chance(0.05)) return refusal('internal');
    if (this.#sim.chance(0.03)) return refusal('unauthenticated');
    return this.#sim.chance(0.15) ? refusal('name-taken') : null;
  }

  #lookAt(id: string): void {
    const row = this.#store.rows.get(id);
    if (this.#underWay.has(id)) this.faults.push(`${id} was sent twice at once`);
    if (row !== undefined && !this.#store.isFree(row)) this.faults.push(`${id} was sent too early`);
  }
}
