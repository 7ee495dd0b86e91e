// A device of one person: the client's own tree, outbox, uploads and feed over a browser storage of its
// own.

import type { Node } from '@satchel/shared/wire/nodes';
import { subtleDigest } from '../../../worker/src/digest/subtle-digest.ts';
import type { NodeRow } from '../../../worker/src/local/rows.ts';
import type { OutboxStore } from '../../../worker/src/runner/outbox-run.ts';
import type { Person } from '../wire.ts';
import { Changes } from './changes.ts';
import { Files } from './files.ts';
import { HastyClock } from './hasty-clock.ts';
import { loadModules, type Modules } from './modules.ts';
import { Network } from './network.ts';
import { settleAloud } from './no-silence.ts';
import { byId, type TreeNode } from './tree-node.ts';

export class Device {
  readonly network: Network;
  readonly changes: Changes;
  readonly files: Files;
  /** What the server was heard to have made of nodes: the newest of each. */
  readonly heard = new Map<string, Node>();
  readonly #modules: Modules;
  readonly #person: Person;
  readonly #api: ReturnType<Modules['net']['createApi']>;
  readonly #sender: InstanceType<Modules['sender']['OutboxSender']>;
  readonly #uploader: InstanceType<Modules['uploader']['Uploader']>;

  static async of(person: Person): Promise<Device> {
    return new Device(await loadModules(), person);
  }

  private constructor(modules: Modules, person: Person) {
    this.#modules = modules;
    this.#person = person;
    this.network = new Network(person);
    this.changes = new Changes(modules, person);
    this.files = new Files(modules, person);
    this.#api = modules.net.createApi({ origin: person.origin, fetch: this.network.fetch });
    this.#uploader = this.#createUploader();
    this.#sender = this.#createSender();
  }

  /** Empty, and signed in. */
  async begin(): Promise<void> {
    await this.#modules.wipe.wipe();
    await this.#modules.account.recordSignIn(this.#person.user);
    this.network.begin();
    this.changes.begin();
    this.files.begin();
    this.heard.clear();
  }

  /** Sends what waits and hears what happened, as far as there is a network. */
  async sync(): Promise<void> {
    if (!this.network.isOnline) return;
    const sending = this.#sender.pump({ retryNow: true });
    await Promise.all([sending, this.#upload(), this.hear()]);
    // The folders that they wait for may have been made only now.
    await this.#upload();
    await this.hear();
  }

  async sendRest(): Promise<void> {
    if ((await this.countWaiting()) > 0 || (await this.#hasFilesToSend())) await this.sync();
  }

  /** Hears what happened, while its own changes go on waiting. */
  async hear(): Promise<void> {
    if (this.network.isOnline) await this.#follow().catch(unlessOffline);
  }

  async countWaiting(): Promise<number> {
    return (await this.changes.countWaiting()) + (await this.files.countUnfinished());
  }

  /** Does something about the nth thing that needs its person; gives how many there were. */
  async goOn(nth: number, choice: number): Promise<number> {
    const changes = await this.changes.refused();
    const files = await this.files.stuck();
    const all = [
      ...changes.map((row) => () => this.changes.goOn(row, choice)),
      ...files.map((row) => () => this.files.goOn(row, choice, (id) => this.#bringBack(id))),
    ];
    await all.at(nth % Math.max(1, all.length))?.();
    return all.length;
  }

  async tree(): Promise<TreeNode[]> {
    const rows = new Map<string, NodeRow>();
    await this.#modules.nodes.eachNames((some) => {
      for (const named of some) rows.set(named.id, named.whole());
    });
    return [...rows.values()]
      .map(({ id, parentId, kind, name, isTrashRoot, version, contentHash, conflictOf, seq }) => {
        const isTrashed = isTrashRoot === 1;
        return { id, parentId, kind, name, isTrashed, version, contentHash, conflictOf, seq };
      })
      .sort(byId);
  }

  /** What is left of changes and uploads once all is settled: nothing. */
  async leftovers(): Promise<unknown[]> {
    const { db } = this.#modules.database;
    const shadows = await db.shadows.filter(({ purgedAt }) => purgedAt === undefined).toArray();
    const queued = [...(await db.outbox.toArray()), ...(await db.abandoned.toArray())];
    const uploads = await db.uploads.filter(({ state }) => state !== 'done').toArray();
    const chunks = await db.chunks.toCollection().primaryKeys();
    return [...shadows, ...queued, ...uploads, ...chunks, ...this.network.faults];
  }

  async #upload(): Promise<void> {
    if (!this.network.isOnline || !(await this.#hasFilesToSend())) return;
    await this.#uploader.pump({ retryNow: true });
  }

  // By itself it would look for more ten times before it ends.
  async #restWhenSent(): Promise<void> {
    if (!(await this.#hasFilesToSend())) await this.#uploader.rest();
  }

  #hasFilesToSend(): Promise<boolean> {
    return this.#modules.uploads.hasWork(this.#person.user.id);
  }

  /** Takes the folder, or the one above it that went, out of the trash. */
  async #bringBack(folderId: string): Promise<void> {
    const tree = new Map((await this.tree()).map((node) => [node.id, node]));
    let at = tree.get(folderId);
    while (at !== undefined && !at.isTrashed) at = tree.get(at.parentId ?? '');
    if (at !== undefined) await this.changes.make(at.id, { is: 'restore', homeId: null });
  }

  #createUploader() {
    const { ports, uploader } = this.#modules;
    const real = ports.realPorts(this.#api, subtleDigest, () => void this.#restWhenSent());
    const clock = new HastyClock(this.network.untilAnswered);
    return new uploader.Uploader({ ...real, clock }, alone);
  }

  #createSender() {
    const { account, connection, outbox, sender, work } = this.#modules;
    const settle = settleAloud(this.#modules, this.#person.user.id, this.network.refusals);
    const store: OutboxStore = {
      claim: work.claim,
      release: work.release,
      settle: async (outcomes, now) => {
        await settle(outcomes, now);
        for (const one of outcomes) if (one.is === 'done' && one.node) this.#note(one.node);
      },
      readOutbox: outbox.readOutbox,
      countUnsent: outbox.countUnsent,
      recordConnection: connection.recordConnection,
      recordSessionEnded: account.recordSessionEnded,
      findSignedIn: account.findSignedIn,
    };
    const ports = {
      store,
      api: this.#api.nodes,
      clock: new HastyClock(this.network.untilAnswered),
    };
    const more = { isOnline: () => this.network.isOnline, onFolders: () => undefined };
    return new sender.OutboxSender({ ...ports, ...more }, alone);
  }

  #note(node: Node): void {
    const before = this.heard.get(node.id);
    if (before === undefined || before.seq < node.seq) this.heard.set(node.id, node);
  }

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

async function alone(work: () => Promise<void>): Promise<boolean> {
  await work();
  return true;
}

function unlessOffline(error: unknown): void {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'network') throw error;
}
