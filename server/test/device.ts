// A device of one person: the client's own tree, outbox and feed over a browser storage of its own, and
// a network that the test takes away, or lets lose answers.

import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { Mutation } from '../../worker/src/engine/mutations/mutation.ts';
import type { Person } from './wire.ts';

const load = async () => ({
  account: await import('../../worker/src/local/account.ts'),
  connection: await import('../../worker/src/local/connection.ts'),
  database: await import('../../worker/src/local/database.ts'),
  feed: await import('../../worker/src/local/feed.ts'),
  outbox: await import('../../worker/src/local/outbox.ts'),
  queue: await import('../../worker/src/local/queue-mutations.ts'),
  takeBack: await import('../../worker/src/local/take-back.ts'),
  wipe: await import('../../worker/src/local/wipe.ts'),
  work: await import('../../worker/src/local/outbox-work.ts'),
  net: await import('../../worker/src/net/api.ts'),
  notQueued: await import('../../worker/src/local/not-queued.ts'),
  sender: await import('../../worker/src/runner/outbox-sender.ts'),
});
type Modules = Awaited<ReturnType<typeof load>>;

export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly isTrashed: boolean;
  readonly seq: number;
}

export class Device {
  isOnline = true;
  /** So many of the next answers are lost, after the server has done what it was asked. */
  toLose = 0;
  /** The folders that the server was heard to have made. */
  readonly made = new Set<string>();
  readonly #modules: Modules;
  readonly #person: Person;
  readonly #sender: InstanceType<Modules['sender']['OutboxSender']>;
  readonly #api: ReturnType<Modules['net']['createApi']>;

  /** Its modules are its own, and so is its database. */
  static async of(person: Person): Promise<Device> {
    Dexie.dependencies = { indexedDB: new IDBFactory(), IDBKeyRange };
    vi.resetModules();
    return new Device(await load(), person);
  }

  private constructor(modules: Modules, person: Person) {
    this.#modules = modules;
    this.#person = person;
    this.#api = modules.net.createApi({ origin: person.origin, fetch: this.#fetch });
    this.#sender = this.#createSender();
  }

  /** Empty, and signed in. */
  async begin(): Promise<void> {
    await this.#modules.wipe.wipe();
    await this.#modules.account.recordSignIn(this.#person.user);
    this.isOnline = true;
    this.toLose = 0;
    this.made.clear();
  }

  /** False where it can't even be queued. */
  async do(nodeId: string, mutation: Mutation): Promise<boolean> {
    const { queue, notQueued } = this.#modules;
    try {
      await queue.queueMutations(this.#doer, [{ nodeId, mutation }]);
      return true;
    } catch (error) {
      if (error instanceof notQueued.NotQueued) return false;
      throw error;
    }
  }

  /** Takes the nth change of the queue back. */
  async undo(nth: number): Promise<void> {
    const rows = await this.#modules.outbox.readOutbox(this.#person.user.id);
    const row = rows[nth % Math.max(1, rows.length)];
    if (row !== undefined) await this.#modules.takeBack.takeBack(this.#doer, row.id);
  }

  /** Sends what waits and hears what happened, as far as there is a network. */
  async sync(): Promise<void> {
    if (!this.isOnline) return;
    await Promise.all([this.#sender.pump({ retryNow: true }), this.hear()]);
    await this.hear();
  }

  /** Hears what happened, while its own changes go on waiting. */
  async hear(): Promise<void> {
    if (this.isOnline) await this.#follow();
  }

  async countWaiting(): Promise<number> {
    return this.#modules.outbox.countUnsent(this.#person.user.id);
  }

  /** Lets every refused change go; gives how many there were. */
  async letGo(): Promise<number> {
    const rows = await this.#modules.outbox.readOutbox(this.#person.user.id);
    const refused = rows.filter(({ state }) => state === 'refused');
    for (const { id } of refused) await this.#modules.takeBack.takeBack(this.#doer, id);
    return refused.length;
  }

  async tree(): Promise<TreeNode[]> {
    const rows = await this.#modules.database.db.nodes.toArray();
    return rows
      .map(({ id, parentId, name, isTrashRoot, seq }) => {
        return { id, parentId, name, isTrashed: isTrashRoot === 1, seq };
      })
      .sort((a, b) => a.id.localeCompare(b.id));
  }

  /** What is left of changes once all is settled: nothing. */
  async leftovers(): Promise<unknown[]> {
    const { db } = this.#modules.database;
    const shadows = await db.shadows.filter(({ purgedAt }) => purgedAt === undefined).toArray();
    return [...shadows, ...(await db.outbox.toArray())];
  }

  get #doer() {
    const { id: userId, rootFolderId } = this.#person.user;
    return { userId, rootFolderId };
  }

  #createSender() {
    const { account, connection, outbox, sender, work } = this.#modules;
    const store = {
      claim: work.claim,
      release: work.release,
      settle: async (outcomes: Parameters<typeof work.settle>[0], now: number) => {
        for (const one of outcomes) if (one.is === 'done' && one.node) this.made.add(one.node.id);
        await work.settle(outcomes, now);
      },
      readOutbox: outbox.readOutbox,
      recordConnection: connection.recordConnection,
      recordSignedOut: account.recordSignedOut,
      findSignedIn: account.findSignedIn,
    };
    const ports = { store, api: this.#api.nodes, clock: new HastyClock() };
    const more = { isOnline: () => this.isOnline, onFolders: () => undefined };
    return new sender.OutboxSender({ ...ports, ...more }, async (work_) => {
      await work_();
      return true;
    });
  }

  readonly #fetch: typeof globalThis.fetch = async (input, init) => {
    if (!this.isOnline) throw new TypeError('offline');
    const headers = new Headers(init?.headers);
    const cookie = [...this.#person.cookies].map((pair) => pair.join('=')).join('; ');
    headers.set('Cookie', cookie);
    const answer = await fetch(input, { ...init, headers });
    if (this.toLose === 0 || init?.method === 'GET') return answer;
    this.toLose -= 1;
    await answer.arrayBuffer();
    throw new TypeError('lost');
  };

  async #follow(): Promise<void> {
    const { openFeed, applyChanges } = this.#modules.feed;
    const userId = this.#person.user.id;
    const position = await openFeed(userId);
    let from = position?.cursor ?? null;
    for (let hasMore = true; hasMore; ) {
      const page = await this.#api.sync.changes(from);
      const { changes, cursor: to } = page;
      if (!(await applyChanges({ userId, changes, from, to, isLast: !page.hasMore }))) return;
      from = to;
      hasMore = page.hasMore;
    }
  }
}

/** Whoever waits has waited at once. */
class HastyClock {
  #now = Date.now();

  now(): number {
    return this.#now;
  }

  random(): number {
    return 0;
  }

  async sleep(ms: number): Promise<void> {
    this.#now += ms;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
