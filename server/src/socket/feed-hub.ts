import type { SessionDeps } from '../features/auth/index.ts';
import { type FeedPage, listChanges, type Positions } from '../features/sync/index.ts';
import { limitConcurrency } from '../lib/limit-concurrency.ts';
import type { Log } from '../lib/log.ts';
import type { Caller } from '../lib/route.ts';
import type { Bus } from '../ports/bus.ts';
import { CLOSE_CODES, dismiss, type Farewell, type Socket } from './closing.ts';
import { Peer, type PeerHost } from './peer.ts';
import { MAX_SOCKETS_PER_USER, SignedIn } from './signed-in.ts';
import { SpaceFeeds } from './space-feeds.ts';

/** What an operator's Prometheus learns of sockets. */
export interface SocketMetrics {
  opened(): void;
  closed(): void;
  delivered(changes: number): void;
  fellBehind(): void;
}

export interface Pace {
  /** How often to look for what the bus did not tell, and for who is silent. */
  readonly sweepMs: number;
  readonly pingMs: number;
  readonly silenceMs: number;
  /** How often to look whether sessions have ended. */
  readonly sessionsMs: number;
}

export interface FeedHubDeps extends SessionDeps {
  readonly bus: Bus;
  readonly log: Log;
  readonly metrics: { readonly sockets: SocketMetrics };
}

const TOO_MANY = { code: CLOSE_CODES.tooManySockets, reason: 'Too many sockets' };
const GOING_AWAY = { code: CLOSE_CODES.goingAway, reason: 'The server stops' };
// Of so many sockets that catch up at once the database and the memory see these. Each takes two
// connections, and requests want some too.
const MAX_READS = 4;
// Some 100 KiB: at 4 KiB/s a page is through before its reader counts as silent.
const PAGE_SIZE = 200;
// After these, a peer that does not say goodbye is cut off.
const GOODBYE_MS = 1_000;

/** All sockets of this process. */
export class FeedHub implements PeerHost {
  readonly #signedIn: SignedIn;
  readonly #feeds: SpaceFeeds;
  readonly #read = limitConcurrency(MAX_READS, Number.POSITIVE_INFINITY);
  readonly #timers: NodeJS.Timeout[];
  #isLooking = false;
  /** The last look failed, and it was said. */
  #isBlind = false;
  #isClosing = false;

  constructor(
    private readonly deps: FeedHubDeps,
    private readonly pace: Pace,
  ) {
    this.#signedIn = new SignedIn(deps, (error) => this.failed(error));
    this.#feeds = new SpaceFeeds(deps);
    this.#timers = [
      setInterval(() => this.#sweep(), pace.sweepMs),
      setInterval(() => this.#checkSessions(), pace.sessionsMs),
    ];
  }

  /** Takes an authorised socket over. */
  welcome(socket: Socket, caller: Caller, positions: Positions | null): void {
    const farewell = this.#findFarewell(caller);
    if (farewell === null) this.#add(socket, caller, positions);
    else dismiss(socket, farewell);
  }

  /** Says goodbye to everybody; resolves when they are gone. */
  async close(): Promise<void> {
    this.#isClosing = true;
    for (const timer of this.#timers) clearInterval(timer);
    const peers = this.#signedIn.peers;
    for (const peer of peers) peer.close(GOING_AWAY);
    const cutOff = setTimeout(() => {
      for (const peer of peers) peer.drop();
    }, GOODBYE_MS);
    await Promise.all(peers.map((peer) => peer.gone));
    clearTimeout(cutOff);
  }

  readPage(userId: string, positions: Positions | null): Promise<FeedPage> {
    return this.#read(() => listChanges(this.deps, { userId, positions, limit: PAGE_SIZE }));
  }

  hear(peer: Peer, spaceIds: Iterable<string>): boolean {
    return this.#feeds.hear(peer, spaceIds);
  }

  isCurrent(positions: Positions): boolean {
    return this.#feeds.isCurrent(positions);
  }

  goLive(peer: Peer): void {
    this.#feeds.join(peer);
  }

  fellBehind(peer: Peer): void {
    this.#feeds.leave(peer);
    this.deps.metrics.sockets.fellBehind();
  }

  sent(changes: number): void {
    this.deps.metrics.sockets.delivered(changes);
  }

  ended(peer: Peer): void {
    this.#feeds.forget(peer);
    this.#signedIn.delete(peer);
    this.deps.metrics.sockets.closed();
  }

  failed(error: unknown): void {
    this.deps.log.warn({ err: error }, 'could not serve sockets');
  }

  /** Why a socket cannot stay; null where it can. */
  #findFarewell({ userId }: Caller): Farewell | null {
    if (this.#isClosing) return GOING_AWAY;
    return this.#signedIn.countOf(userId) < MAX_SOCKETS_PER_USER ? null : TOO_MANY;
  }

  #add(socket: Socket, caller: Caller, positions: Positions | null): void {
    const peer = new Peer(caller, socket, positions, this);
    this.deps.metrics.sockets.opened();
    this.#signedIn.add(peer);
    // Its session may have ended while it was being let in, when nobody listened for it yet.
    this.#signedIn.check([peer]).then(
      () => peer.start(),
      (error: unknown) => peer.fail(error),
    );
  }

  #sweep(): void {
    this.#beat();
    this.#look().catch((error: unknown) => this.failed(error));
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      await this.#feeds.sweep();
      this.#isBlind = false;
    } catch (error) {
      if (!this.#isBlind) this.failed(error);
      this.#isBlind = true;
    } finally {
      this.#isLooking = false;
    }
  }

  #beat(): void {
    const now = performance.now();
    for (const peer of this.#signedIn.peers) {
      if (now - peer.heardAt >= this.pace.silenceMs) peer.drop();
      else if (now - peer.pingedAt >= this.pace.pingMs) peer.ping();
    }
  }

  #checkSessions(): void {
    this.#signedIn.keep().catch((error: unknown) => this.failed(error));
  }
}
