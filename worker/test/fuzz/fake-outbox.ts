// The outbox in memory. A call acts at one instant, and its caller hears of it a while later.

import { isAwaited } from '../../src/engine/mutations/mutation.ts';
import type { Outcome } from '../../src/local/outbox-work.ts';
import type { OutboxRow } from '../../src/local/rows.ts';
import type { OutboxStore } from '../../src/runner/outbox-run.ts';
import type { Simulation, Thread } from './simulation.ts';

const SLOWEST_MS = 60;

export class FakeOutbox {
  readonly rows = new Map<string, OutboxRow>();
  isSignedIn = true;
  /** How likely a call fails. */
  failing = 0;
  readonly #sim: Simulation;

  constructor(sim: Simulation) {
    this.#sim = sim;
  }

  of(thread: Thread): OutboxStore {
    const call = <Result>(act: () => Result) => this.#call(thread, act);
    return {
      findSignedIn: () => call(() => (this.isSignedIn ? 'ada' : null)),
      recordSessionEnded: () =>
        call(() => {
          this.isSignedIn = false;
        }),
      countUnsent: () => call(() => this.#waiting().length),
      readOutbox: () => call(() => this.#inOrder()),
      claim: (_userId, ids, now) => call(() => this.#claim(ids, now)),
      release: (ids, claimedAt) => call(() => this.#release(ids, claimedAt)),
      settle: (outcomes) =>
        call(() => {
          for (const outcome of outcomes) this.#settle(outcome);
        }),
      recordConnection: () => call(() => undefined),
    };
  }

  /** What could be sent: nothing that it waits for is left. */
  sendable(): OutboxRow[] {
    return this.#waiting().filter((row) => this.isFree(row));
  }

  isFree({ after }: OutboxRow): boolean {
    return !after.some((id) => {
      const other = this.rows.get(id);
      return other !== undefined && isAwaited(other);
    });
  }

  #waiting(): OutboxRow[] {
    return this.#inOrder().filter(({ state }) => state === 'waiting');
  }

  #inOrder(): OutboxRow[] {
    return [...this.rows.values()].sort((a, b) => a.position - b.position);
  }

  #claim(ids: readonly string[], now: number): OutboxRow[] {
    if (!this.isSignedIn) return [];
    const found = ids.map((id) => this.rows.get(id)).filter((row) => row?.state === 'waiting');
    const claimed = found.flatMap((row) => (row ? [{ ...row, triedAt: row.triedAt ?? now }] : []));
    for (const row of claimed) this.rows.set(row.id, row);
    return claimed;
  }

  #release(ids: readonly string[], claimedAt: number): void {
    for (const id of ids) {
      const row = this.rows.get(id);
      if (row?.triedAt === claimedAt) this.rows.set(id, { ...row, triedAt: null });
    }
  }

  #settle(outcome: Outcome): void {
    const row = this.rows.get(outcome.id);
    if (row === undefined) return;
    if (outcome.is === 'done') this.rows.delete(row.id);
    else if (outcome.is === 'later') {
      const { retryAt } = outcome;
      this.rows.set(row.id, { ...row, retryAt, attempts: row.attempts + 1 });
    } else this.rows.set(row.id, { ...row, state: 'refused' });
  }

  async #call<Result>(thread: Thread, act: () => Result): Promise<Result> {
    const { value } = await this.#sim.later(thread, this.#sim.below(SLOWEST_MS), () => {
      if (this.#sim.chance(this.failing)) throw new Error('the database does not answer');
      return { value: act() };
    });
    await this.#sim.sleep(thread, this.#sim.below(SLOWEST_MS));
    return value;
  }
}
