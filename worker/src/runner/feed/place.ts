// Where in the feed this browser is, and what a snapshot has still to name.

import type { ChangesPage } from '@satchel/shared/wire/sync';
import type { FeedPosition } from '../../local/feed-position.ts';
import type { FeedStore } from './ports.ts';

export class Place {
  readonly #store: FeedStore;
  readonly #userId: string;
  readonly #heads = new Map<string, number>();
  /** What was here before a snapshot began. While it is not over, nothing of how far it has come is
   *  kept: what it has named would be forgotten with this thread. */
  #unnamed: Set<string> | null;
  #cursor: string | null;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(store: FeedStore, position: FeedPosition, unnamed: readonly string[]) {
    this.#store = store;
    this.#userId = position.userId;
    this.#cursor = position.cursor;
    this.#unnamed = unnamed.length > 0 ? new Set(unnamed) : null;
  }

  /** Null where this person is not signed in here. */
  static async find(store: FeedStore, userId: string): Promise<Place | null> {
    const position = await store.openFeed(userId);
    if (position === null) return null;
    return new Place(store, position, position.cursor === null ? await store.readNodeIds() : []);
  }

  get cursor(): string | null {
    return this.#cursor;
  }

  /** Applies what comes next, one after the other. False where somebody else went on from here. */
  take(page: ChangesPage): Promise<boolean> {
    const taken = this.#turn.then(() => this.#take(page));
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  async #take({ changes, cursor, hasMore }: ChangesPage): Promise<boolean> {
    const unnamed = this.#unnamed;
    const isLast = !hasMore;
    const next = { userId: this.#userId, changes };
    const isTaken =
      unnamed === null
        ? await this.#store.applyChanges({ ...next, from: this.#cursor, to: cursor, isLast })
        : await this.#store.applyChanges({ ...next, from: null, to: null, isLast: false });
    if (!isTaken) return false;
    if (unnamed !== null) {
      this.#name(unnamed, changes);
      if (isLast && !(await this.#endSnapshot(unnamed, cursor))) return false;
    }
    this.#cursor = cursor;
    return true;
  }

  #name(unnamed: Set<string>, changes: ChangesPage['changes']): void {
    for (const change of changes) {
      if ('node' in change) unnamed.delete(change.node.id);
      this.#heads.set(change.space, Math.max(change.seq, this.#heads.get(change.space) ?? 0));
    }
  }

  async #endSnapshot(unnamed: Set<string>, cursor: string): Promise<boolean> {
    this.#unnamed = null;
    const heads = this.#heads;
    return this.#store.endSnapshot({ userId: this.#userId, cursor, unnamed: [...unnamed], heads });
  }
}
