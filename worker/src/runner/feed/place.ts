// Where in the feed this browser is, and what a snapshot has still to name.

import type { ChangesPage } from '@satchel/shared/wire/sync';
import type { FeedStore } from './ports.ts';
import { Snapshot } from './snapshot.ts';

export class Place {
  readonly #store: FeedStore;
  readonly #userId: string;
  /** While a tree is replaced: the position itself stays at the beginning until that is over. */
  #snapshot: Snapshot | null;
  #cursor: string | null;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    store: FeedStore,
    userId: string,
    cursor: string | null,
    snapshot: Snapshot | null,
  ) {
    this.#store = store;
    this.#userId = userId;
    this.#cursor = cursor;
    this.#snapshot = snapshot;
  }

  /** Null where this person is not signed in here. */
  static async find(store: FeedStore, userId: string): Promise<Place | null> {
    const position = await store.openFeed(userId);
    if (position === null) return null;
    if (position.cursor !== null) return new Place(store, userId, position.cursor, null);
    const begun = await store.findSnapshot(userId);
    if (begun !== null) return new Place(store, userId, begun.cursor, new Snapshot(begun));
    const here = await store.readNodeIds();
    const isOver = here.length > 0;
    return new Place(store, userId, null, isOver ? new Snapshot({ unnamed: here }) : null);
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

  async #take(page: ChangesPage): Promise<boolean> {
    const isTaken =
      this.#snapshot === null
        ? await this.#follow(page)
        : await this.#replace(this.#snapshot, page);
    if (isTaken) this.#cursor = page.cursor;
    return isTaken;
  }

  async #follow({ changes, cursor, hasMore }: ChangesPage): Promise<boolean> {
    const stretch = { userId: this.#userId, changes, from: this.#cursor, to: cursor };
    return this.#store.applyChanges({ ...stretch, isLast: !hasMore });
  }

  async #replace(snapshot: Snapshot, { changes, cursor, hasMore }: ChangesPage): Promise<boolean> {
    const userId = this.#userId;
    const stretch = { userId, changes, from: null, to: null, isLast: false };
    if (!(await this.#store.applyChanges(stretch))) return false;
    snapshot.name(changes);
    if (!hasMore) {
      this.#snapshot = null;
      return this.#store.endSnapshot({ userId, cursor, ...snapshot.rest() });
    }
    if (!snapshot.isWorthKeeping()) return true;
    await this.#store.keepSnapshot({ userId, cursor, ...snapshot.rest() });
    return true;
  }
}
