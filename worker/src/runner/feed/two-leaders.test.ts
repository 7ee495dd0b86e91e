// A tab that sleeps keeps on leading in its own eyes until it has woken up. Whatever it was in the middle
// of, another one leads meanwhile: that must do no harm.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Simulation } from '../../../test/fuzz/simulation.ts';
import { ManualClock, settled } from '../../../test/manual-clock.ts';
import { ADA } from '../../../test/people.ts';
import { PruningServer, readCursor } from '../../../test/pruning-server.ts';
import { recordSessionEnded, recordSignIn } from '../../local/account.ts';
import * as feed from '../../local/feed.ts';
import { readFeed } from '../../local/feed-position.ts';
import { readChildren } from '../../local/nodes.ts';
import * as snapshotProgress from '../../local/snapshot-progress.ts';
import { wipe } from '../../local/wipe.ts';
import { FeedRunner } from './feed-runner.ts';

const SEEDS = 20;
const STEPS = 60;

/** Sleeps at any moment between two transactions; what it has asked for and heard is there when it wakes. */
class Sleeper {
  readonly runner: FeedRunner;
  readonly #sim: Simulation;
  #isAsleep = false;
  #underWay = 0;
  #wakers: (() => void)[] = [];

  constructor(sim: Simulation, server: PruningServer, clock: ManualClock) {
    this.#sim = sim;
    const { openFeed, restartFeed, applyChanges, endSnapshot, readNodeIds } = feed;
    this.runner = new FeedRunner({
      store: {
        openFeed: this.#slowed(openFeed),
        restartFeed: this.#slowed(restartFeed),
        applyChanges: this.#slowed(applyChanges),
        endSnapshot: this.#slowed(endSnapshot),
        readNodeIds: this.#slowed(readNodeIds),
        keepSnapshot: this.#slowed(snapshotProgress.keepSnapshot),
        findSnapshot: this.#slowed(snapshotProgress.findSnapshot),
        recordSessionEnded,
      },
      changes: this.#slowed(async (cursor: string | null) => server.page(cursor)),
      openSocket: (cursor, ears) => server.open(cursor, ears),
      clock,
      onWay: () => {},
      onApplied: () => {},
    });
  }

  get isBusy(): boolean {
    return this.#underWay > 0;
  }

  sleep(): void {
    this.#isAsleep = true;
  }

  wake(): void {
    this.#isAsleep = false;
    for (const wake of this.#wakers.splice(0)) wake();
  }

  #slowed<A extends unknown[], R>(act: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
    return async (...args) => {
      this.#underWay++;
      try {
        await this.#pass();
        const result = await act(...args);
        await this.#pass();
        return result;
      } finally {
        this.#underWay--;
      }
    };
  }

  async #pass(): Promise<void> {
    for (let turns = this.#sim.below(4); turns > 0; turns--) await settled();
    while (this.#isAsleep) await new Promise<void>((resolve) => this.#wakers.push(resolve));
  }
}

/** How far this browser says that it is, and what it lacks or has too much of by that. */
async function lookHere(server: PruningServer) {
  const cursor = (await readFeed())?.cursor ?? null;
  const rows = new Map((await readChildren('root')).map(({ id, seq }) => [id, seq]));
  const isSame = ((await readFeed())?.cursor ?? null) === cursor;
  const due = server.settledBy(isSame && cursor !== null ? readCursor(cursor).at : 0);
  return { cursor, wrong: [...due].filter(([id, seq]) => (rows.get(id) ?? 0) !== seq) };
}

let both: Sleeper[] = [];

afterEach(async () => {
  for (const { runner } of both) runner.follow(null);
  for (const sleeper of both) sleeper.wake();
  await vi.waitFor(() => expect(both.every(({ isBusy }) => !isBusy)).toBe(true));
});

beforeEach(async () => {
  await wipe();
  await recordSignIn(ADA);
});

it.each(Array.from({ length: SEEDS }, (_, seed) => seed))(
  'two that lead at once, each asleep now and then, end with the tree of the server (seed %i)',
  async (seed) => {
    const sim = new Simulation(seed);
    const server = new PruningServer();
    const clock = new ManualClock();
    both = [new Sleeper(sim, server, clock), new Sleeper(sim, server, clock)];
    const anyOf = <T>(of: readonly T[]) => of[sim.below(of.length)] as T;
    const ids = Array.from({ length: 8 }, (_, n) => `n${n}`);
    for (const id of ids.slice(0, 5)) server.put(id);
    for (const { runner } of both) runner.follow('ada');
    for (let step = 0; step < STEPS; step++) {
      const deeds = [
        () => server.put(anyOf(ids)),
        () => server.put(anyOf(ids)),
        () => server.remove(anyOf(ids)),
        () => anyOf(both).sleep(),
        () => anyOf(both).wake(),
        () => server.prune(),
        () => clock.advance(sim.below(20_000)),
      ];
      await anyOf(deeds)();
      for (let turns = sim.below(12); turns > 0; turns--) await settled();
      expect((await lookHere(server)).wrong).toEqual([]);
    }
    for (const sleeper of both) sleeper.wake();
    await vi.waitFor(async () => {
      await clock.advance(60_000);
      expect(await lookHere(server)).toEqual({ cursor: String(server.head), wrong: [] });
    });
  },
);
