import { headTopic } from '../features/auth/index.ts';
import { findHeads, type Positions } from '../features/sync/index.ts';
import type { Log } from '../lib/log.ts';
import type { Queryable } from '../lib/tx.ts';
import type { Bus } from '../ports/bus.ts';
import type { Peer } from './peer.ts';
import { SpaceFeed } from './space-feed.ts';

export interface SpaceFeedsDeps {
  readonly db: Queryable;
  readonly bus: Bus;
  readonly log: Log;
}

interface Heard {
  readonly feed: SpaceFeed;
  readonly peers: Set<Peer>;
  readonly stop: () => void;
}

/** The feeds of the spaces that have sockets here: begun with the first, ended with the last. */
export class SpaceFeeds {
  readonly #heard = new Map<string, Heard>();
  readonly #spacesOf = new Map<Peer, ReadonlySet<string>>();

  constructor(private readonly deps: SpaceFeedsDeps) {}

  /** Announcements of these spaces are heard for the peer from now on, and of no others. True where of
   *  any they were not before. */
  hear(peer: Peer, spaceIds: Iterable<string>): boolean {
    const before = this.#spacesOf.get(peer);
    const wanted = new Set(spaceIds);
    this.#spacesOf.set(peer, wanted);
    const news = [...wanted].filter((spaceId) => !before?.has(spaceId));
    for (const spaceId of news) this.#open(spaceId).peers.add(peer);
    for (const spaceId of before ?? []) if (!wanted.has(spaceId)) this.#leave(peer, spaceId);
    return news.length > 0;
  }

  forget(peer: Peer): void {
    for (const spaceId of this.#spacesOf.get(peer) ?? []) this.#leave(peer, spaceId);
    this.#spacesOf.delete(peer);
  }

  isCurrent(positions: Positions): boolean {
    return [...positions].every(
      ([spaceId, { seq }]) => (this.#heard.get(spaceId)?.feed.head ?? 0) <= seq,
    );
  }

  join(peer: Peer): void {
    for (const feed of this.#feedsOf(peer)) feed.join(peer);
  }

  leave(peer: Peer): void {
    for (const feed of this.#feedsOf(peer)) feed.leave(peer);
  }

  /** Looks where the spaces are, for what the bus did not tell. */
  async sweep(): Promise<void> {
    const asked = [...this.#heard.values()].map(({ feed }) => ({ feed, offered: feed.offered }));
    if (asked.length === 0) return;
    const found = await findHeads(this.deps.db, [...this.#heard.keys()]);
    const heads = new Map(found.map(({ spaceId, head }) => [spaceId, head]));
    for (const { feed, offered } of asked) feed.find(heads.get(feed.spaceId) ?? 0, offered);
  }

  #feedsOf(peer: Peer): SpaceFeed[] {
    const spaceIds = [...(this.#spacesOf.get(peer) ?? [])];
    return spaceIds.flatMap((spaceId) => this.#heard.get(spaceId)?.feed ?? []);
  }

  #open(spaceId: string): Heard {
    const known = this.#heard.get(spaceId);
    if (known !== undefined) return known;
    const feed = new SpaceFeed(spaceId, this.deps);
    const stop = this.deps.bus.subscribe(headTopic(spaceId), (head) => feed.reach(Number(head)));
    const opened = { feed, peers: new Set<Peer>(), stop };
    this.#heard.set(spaceId, opened);
    return opened;
  }

  #leave(peer: Peer, spaceId: string): void {
    const heard = this.#heard.get(spaceId);
    heard?.feed.leave(peer);
    heard?.peers.delete(peer);
    if (heard?.peers.size !== 0) return;
    heard.stop();
    this.#heard.delete(spaceId);
  }
}
