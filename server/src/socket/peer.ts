import {
  type FeedPage,
  type Position,
  type Positions,
  writeCursor,
} from '../features/sync/index.ts';
import { Refusal } from '../lib/refuse.ts';
import type { Caller } from '../lib/route.ts';
import { type Batch, frameOf } from './batch.ts';
import { CLOSE_CODES, dismiss, type Farewell, type Socket } from './closing.ts';
import type { Listener } from './space-feed.ts';

// A reader that is so far behind is left alone until it has taken what it was sent. A page of a
// catch-up may come on top, and no more.
const MAX_BUFFERED_BYTES = 256 * 1024;

/** What a peer asks of the hub. */
export interface PeerHost {
  /** The next page for a person, from the database. */
  readPage(userId: string, positions: Positions | null): Promise<FeedPage>;
  /** Announcements of these spaces are heard from now on; true where of any they were not before. */
  hear(peer: Peer, spaceIds: Iterable<string>): boolean;
  /** True while all these positions are at the heads that are known. */
  isCurrent(positions: Positions): boolean;
  goLive(peer: Peer): void;
  fellBehind(peer: Peer): void;
  sent(changes: number): void;
  failed(error: unknown): void;
  ended(peer: Peer): void;
}

/** One socket of somebody who is signed in. Either it catches up, by pages that it reads from its own
 *  cursor, each when the one before has left; or it is live, and is offered what is new. */
export class Peer implements Listener {
  /** When it last gave a sign of life, and was last asked for one. */
  heardAt = performance.now();
  pingedAt = performance.now();
  /** Resolves when the socket is closed. */
  readonly gone: Promise<void>;
  #state: 'new' | 'catching-up' | 'live' | 'closed' = 'new';
  #positions: Map<string, Position> | null;

  constructor(
    readonly caller: Caller,
    private readonly socket: Socket,
    positions: Positions | null,
    private readonly host: PeerHost,
  ) {
    this.#positions = positions === null ? null : new Map(positions);
    const hear = () => {
      this.heardAt = performance.now();
    };
    for (const sign of ['message', 'ping', 'pong'] as const) socket.on(sign, hear);
    this.gone = new Promise((resolve) => {
      socket.on('close', () => {
        this.#end();
        resolve();
      });
    });
  }

  /** All that the cursor has missed, then what is new. */
  start(): void {
    if (this.#state === 'closed') return;
    this.#state = 'catching-up';
    this.#catchUp().catch((error: unknown) => this.fail(error));
  }

  seqIn(spaceId: string): number {
    return this.#positions?.get(spaceId)?.seq ?? 0;
  }

  fallBehind(): void {
    if (this.#state !== 'live') return;
    this.host.fellBehind(this);
    this.start();
  }

  offer(batch: Batch): void {
    const seq = this.seqIn(batch.spaceId);
    if (this.#state !== 'live' || seq >= batch.to) return;
    const isFull = this.socket.bufferedAmount > MAX_BUFFERED_BYTES;
    if (isFull || seq < batch.from) this.fallBehind();
    else this.#give(batch, seq);
  }

  #give(batch: Batch, seq: number): void {
    this.#positions?.set(batch.spaceId, { seq: batch.to, base: batch.to });
    const cursor = writeCursor(this.#positions ?? new Map());
    const isPart = seq > batch.from;
    this.#send(isPart ? batch.frameBehind(seq, cursor) : batch.frame(cursor));
    this.host.sent(batch.changes.length);
  }

  ping(): void {
    this.pingedAt = performance.now();
    this.socket.ping();
  }

  close(farewell: Farewell): void {
    this.#end();
    dismiss(this.socket, farewell);
  }

  /** Cannot be served now; asked again later, it may be. */
  fail(error: unknown): void {
    if (this.#isOver()) return;
    this.host.failed(error);
    this.close({ code: CLOSE_CODES.tryAgainLater, reason: 'The storage does not answer' });
  }

  /** Gone without a word: nobody is there to take one. */
  drop(): void {
    this.socket.terminate();
  }

  async #catchUp(): Promise<void> {
    for (let isCurrent = false; !isCurrent; ) {
      await this.#flushed();
      if (this.#isOver()) return;
      const page = await this.#readPage();
      if (this.#isOver()) return;
      this.#positions = new Map(page.positions);
      const isNews = this.host.hear(this, this.#positions.keys());
      isCurrent = !page.hasMore && !isNews && this.host.isCurrent(page.positions);
      if (isCurrent || page.changes.length > 0) this.#sendPage(page, !isCurrent);
    }
    this.#state = 'live';
    this.host.goLive(this);
  }

  async #readPage(): Promise<FeedPage> {
    try {
      return await this.host.readPage(this.caller.userId, this.#positions);
    } catch (error) {
      const isExpired = error instanceof Refusal && error.code === 'cursor-expired';
      if (!isExpired || this.#positions === null) throw error;
      this.#positions = null;
      this.#send(frameOf({ type: 'reset' }));
      return await this.#readPage();
    }
  }

  #sendPage({ changes, positions }: FeedPage, hasMore: boolean): void {
    const cursor = writeCursor(positions);
    this.#send(frameOf({ type: 'changes', changes: [...changes], cursor, hasMore }));
    this.host.sent(changes.length);
  }

  #send(frame: Buffer): void {
    // An error closes the socket, which is heard there.
    this.socket.send(frame, { binary: false }, () => {});
  }

  /** Resolves when all that was sent has left this process, or never will: behind it goes a ping. */
  #flushed(): Promise<void> {
    return new Promise<unknown>((resolve) => {
      if (this.socket.readyState !== this.socket.OPEN) resolve(undefined);
      else this.socket.ping('', false, resolve);
    }).then(() => {
      // What has left was taken: a slow reader is not a silent one.
      this.heardAt = performance.now();
    });
  }

  #isOver(): boolean {
    return this.#state === 'closed';
  }

  #end(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.host.ended(this);
  }
}
