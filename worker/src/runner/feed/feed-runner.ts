// Acts on what the feed's engine decides: asks for pages, listens on the socket, applies what comes.

import type { ChangesPage, FeedMessage } from '@satchel/shared/wire/sync';
import { type Feed, type FeedCommand, type FeedEvent, OFF } from '../../engine/feed/feed.ts';
import { stepFeed } from '../../engine/feed/step-feed.ts';
import { type Way, wayOf } from '../../engine/feed/way.ts';
import type { SyncSocket } from '../../net/sync-socket.ts';
import { Heard } from './heard.ts';
import { Place } from './place.ts';
import type { FeedPorts } from './ports.ts';
import { ReadAhead } from './read-ahead.ts';
import { refusalOf } from './refusal.ts';
import { Rest } from './rest.ts';
import { Silence } from './silence.ts';

export class FeedRunner {
  readonly #ports: FeedPorts;
  #userId: string | null = null;
  #feed: Feed = OFF;
  #way: Way = wayOf(OFF);
  #place: Place | null = null;
  /** Everything under way; given up as a whole. */
  #course = new AbortController();
  readonly #rest: Rest;
  readonly #silence = new Silence();
  readonly #heard = new Heard((pages) => this.#applyHeard(pages));
  #ahead: ReadAhead | null = null;
  #socket: SyncSocket | null = null;

  constructor(ports: FeedPorts) {
    this.#ports = ports;
    this.#rest = new Rest(ports.clock, () => this.#onDue());
  }

  get way(): Way {
    return this.#way;
  }

  /** Follows the tree of this person; of nobody where it is null. */
  follow(userId: string | null): void {
    if (userId === this.#userId && this.#feed.is !== 'off') return;
    this.#dispatch({ type: 'signed-out' });
    this.#userId = userId;
    this.#place = null;
    if (userId !== null) this.#dispatch({ type: 'signed-in' });
  }

  /** The network is back, or somebody looks: nothing is waited for. */
  wake(): void {
    this.#dispatch({ type: 'wake' });
  }

  /** Somebody does something here: what is said of the way is to be true, and what waits is to go on. */
  use(): void {
    this.#silence.use();
    if (this.#feed.is === 'live') this.#rest.begin(this.#dueInMs());
    const isPutOff = this.#feed.is === 'waiting' && this.#feed.reach !== 'maintenance';
    if (isPutOff) this.#dispatch({ type: 'due' });
  }

  goOffline(): void {
    this.#dispatch({ type: 'offline', ...this.#moment() });
  }

  #onDue(): void {
    // The server may have been heard since it was decided to look.
    if (this.#feed.is === 'live' && this.#dueInMs() !== 0) this.#rest.begin(this.#dueInMs());
    else this.#dispatch({ type: 'due' });
  }

  #dispatch(event: FeedEvent): void {
    const { feed, commands } = stepFeed(this.#feed, event);
    this.#feed = feed;
    for (const command of commands) this.#act(command);
    this.#tellWay();
    this.#rest.begin(this.#dueInMs());
  }

  #act(command: FeedCommand): void {
    if (command === 'close') this.#close();
    else if (command === 'open') this.#open();
    else this.#begin(command);
  }

  #begin(command: Exclude<FeedCommand, 'close' | 'open'>): void {
    const { signal } = this.#course;
    const work = {
      fetch: () => this.#fetch(signal),
      probe: () => this.#probe(signal),
      'start-over': () => this.#startOver(signal),
      'sign-out': () => this.#ports.store.recordSessionEnded(),
    };
    work[command]().catch((error: unknown) => {
      if (signal.aborted) return;
      console.error(error);
      this.#dispatch({ type: 'refused', refusal: refusalOf(error, null), ...this.#moment() });
    });
  }

  #close(): void {
    this.#course.abort();
    this.#course = new AbortController();
    this.#socket?.close();
    this.#socket = null;
    this.#ahead = null;
    this.#heard.forget();
  }

  #open(): void {
    const cursor = this.#place?.cursor;
    if (cursor == null) return;
    this.#socket = this.#ports.openSocket(cursor, {
      onOpen: () => {
        const at = this.#ports.clock.now();
        this.#silence.begin(at);
        this.#dispatch({ type: 'opened', at });
      },
      onMessage: (message) => this.#hear(message),
      onClose: (code) => this.#dispatch({ type: 'closed', code, ...this.#moment() }),
    });
  }

  async #startOver(signal: AbortSignal): Promise<void> {
    this.#place = null;
    if (this.#userId !== null) await this.#ports.store.restartFeed(this.#userId);
    if (!signal.aborted) await this.#fetch(signal);
  }

  async #fetch(signal: AbortSignal): Promise<void> {
    const place = await this.#findPlace();
    if (signal.aborted) return;
    if (place === null) return this.#dispatch({ type: 'signed-out' });
    const { cursor } = place;
    this.#ahead ??= new ReadAhead(
      (from, onNext) => this.#ports.changes(from, signal, onNext),
      cursor,
    );
    const ahead = this.#ahead;
    const page = await this.#ask(() => ahead.take(), cursor, signal);
    if (page === null) return;
    if (!page.hasMore) this.#ahead = null;
    const isTaken = await place.take(page);
    if (signal.aborted) return;
    if (!isTaken) return this.#loseTrack();
    this.#ports.onApplied(page.changes);
    this.#dispatch({ type: 'page', count: page.changes.length, hasMore: page.hasMore });
  }

  /** Null where it was refused or given up. */
  async #ask(
    read: () => Promise<ChangesPage>,
    cursor: string | null,
    signal: AbortSignal,
  ): Promise<ChangesPage | null> {
    try {
      const page = await read();
      return signal.aborted ? null : page;
    } catch (error) {
      if (signal.aborted) return null;
      this.#ahead = null;
      const refusal = refusalOf(error, cursor);
      this.#dispatch({ type: 'refused', refusal, ...this.#moment() });
      return null;
    }
  }

  async #probe(signal: AbortSignal): Promise<void> {
    const place = this.#place;
    if (place === null) return;
    this.#endSilence();
    const asked = place.cursor;
    const page = await this.#ask(() => this.#ports.changes(asked, signal), asked, signal);
    if (page === null || place.cursor !== asked || this.#heard.isApplying) return;
    this.#dispatch({ type: 'probed', count: page.changes.length });
  }

  #hear(message: FeedMessage): void {
    this.#endSilence();
    if (message.type === 'reset') this.#dispatch({ type: 'reset' });
    else this.#heard.take(message);
  }

  async #applyHeard(pages: readonly ChangesPage[]): Promise<void> {
    const { signal } = this.#course;
    const last = pages.at(-1);
    if (last === undefined || this.#place === null) return;
    try {
      const changes = pages.flatMap((page) => page.changes);
      const isTaken = await this.#place.take({ ...last, changes });
      if (signal.aborted) return;
      if (!isTaken) return this.#loseTrack();
      this.#ports.onApplied(changes);
      this.#dispatch({ type: 'page', count: changes.length, hasMore: last.hasMore });
    } catch (error) {
      console.error(error);
      this.#loseTrack();
    }
  }

  /** Somebody else went on from here: where to is looked up anew. */
  #loseTrack(): void {
    this.#place = null;
    this.#ahead = null;
    if (this.#feed.is === 'live') this.#dispatch({ type: 'probed', count: 1 });
    else this.#dispatch({ type: 'page', count: 0, hasMore: true });
  }

  async #findPlace(): Promise<Place | null> {
    const { store } = this.#ports;
    if (this.#place === null && this.#userId !== null)
      this.#place = await Place.find(store, this.#userId);
    return this.#place;
  }

  #endSilence(): void {
    this.#silence.end(this.#ports.clock.now());
  }

  #moment() {
    return { at: this.#ports.clock.now(), random: this.#ports.clock.random() };
  }

  #tellWay(): void {
    const way = wayOf(this.#feed);
    if (way.is === this.#way.is && way.arriving === this.#way.arriving) return;
    this.#way = way;
    this.#ports.onWay(way);
  }

  #dueInMs(): number | null {
    const now = this.#ports.clock.now();
    if (this.#feed.is === 'live') return this.#silence.leftMs(now);
    return this.#feed.is === 'waiting' ? Math.max(0, this.#feed.until - now) : null;
  }
}
