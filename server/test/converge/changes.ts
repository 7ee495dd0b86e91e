import { expect } from 'vitest';
import type { Mutation } from '../../../worker/src/engine/mutations/mutation.ts';
import type { OutboxRow } from '../../../worker/src/local/outbox.ts';
import type { Person } from '../wire.ts';
import type { Modules } from './modules.ts';

/** Nobody has to be asked so often about one change. */
const MOST_TRIES = 8;

/** The changes to the tree that a person makes on a device, and what they do about refused ones. */
export class Changes {
  /** What was deleted for good on purpose. */
  readonly purged = new Set<string>();
  readonly #modules: Modules;
  readonly #person: Person;
  readonly #told = new Set<string>();
  readonly #tries = new Map<string, number>();

  constructor(modules: Modules, person: Person) {
    this.#modules = modules;
    this.#person = person;
  }

  begin(): void {
    this.purged.clear();
    this.#told.clear();
    this.#tries.clear();
  }

  /** Nothing where it can't even be queued. */
  async make(nodeId: string, mutation: Mutation): Promise<void> {
    const { queue, notQueued } = this.#modules;
    try {
      await queue.queueMutations(this.#doer, [{ nodeId, mutation }]);
    } catch (error) {
      if (!(error instanceof notQueued.NotQueued)) throw error;
      return expect(error.code).toBe('cycle');
    }
    if (mutation.is === 'purge') this.purged.add(nodeId);
  }

  /** Takes the nth change of the queue back. */
  async undo(nth: number): Promise<void> {
    const rows = await this.#rows();
    const row = rows[nth % Math.max(1, rows.length)];
    if (row !== undefined) await this.#takeBack(row.id);
  }

  async countWaiting(): Promise<number> {
    return this.#modules.outbox.countUnsent(this.#userId);
  }

  /** What the waiting list says needs its person. All of it was told of, save what belongs to a deed that
   *  is still under way. */
  async refused(): Promise<OutboxRow[]> {
    const untold = await this.#modules.refused.takeUntold(this.#userId);
    for (const row of untold) this.#told.add(row.idempotencyKey);
    const rows = await this.#rows();
    const going = new Set(rows.filter(({ state }) => state === 'waiting').map((r) => r.deedId));
    const refused = rows.filter(({ state }) => state === 'refused');
    for (const { deedId, idempotencyKey, refusal } of refused) {
      const isTold = this.#told.has(idempotencyKey) || going.has(deedId);
      expect({ ...refusal, isTold }).toEqual({ ...refusal, isTold: true });
    }
    return refused;
  }

  /** Does one of the things that the list offers for a refused change. */
  async goOn({ id, mutation, refusal }: OutboxRow, choice: number): Promise<void> {
    const tries = (this.#tries.get(id) ?? 0) + 1;
    this.#tries.set(id, tries);
    if (tries > MOST_TRIES) throw new Error(`${mutation.is} leads nowhere: ${refusal?.code}`);
    const ways = this.#modules.refused.waysOn(mutation.is, refusal?.code ?? '');
    const way = ways[choice % (ways.length + 1)];
    if (way === undefined) await this.#takeBack(id);
    else await this.#modules.goOn.goOn(this.#doer, id, way);
  }

  async #takeBack(id: string): Promise<void> {
    const { database, shadows, takeBack } = this.#modules;
    const { db } = database;
    await db.transaction('rw', [...shadows.nodeTables, db.uploads], async () => {
      const row = await db.outbox.get(id);
      await takeBack.takeBack(this.#doer, id);
      const isOff = row !== undefined && (await db.outbox.get(id)) === undefined;
      // What was tried may have emptied a folder before somebody restored it. Tried again it has another
      // key than its first, which is its id.
      const isUntried = row?.triedAt === null && row.idempotencyKey === row.id;
      if (isOff && isUntried && row.mutation.is === 'purge') this.purged.delete(row.nodeId);
    });
  }

  #rows(): Promise<OutboxRow[]> {
    return this.#modules.outbox.readOutbox(this.#userId);
  }

  get #userId(): string {
    return this.#person.user.id;
  }

  get #doer() {
    const { id: userId, rootFolderId } = this.#person.user;
    return { userId, rootFolderId };
  }
}
