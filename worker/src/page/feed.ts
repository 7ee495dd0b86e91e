// Has the tree of the signed-in person followed as long as any tab is open: one tab leads, the others
// take over when it goes, or sleeps. All of them hear how it is.

import type { Way } from '../engine/feed/way.ts';
import { type Leadership, lead } from '../local/presence.ts';
import { type FeedNote, openFeedChannel } from '../runner/feed/channel.ts';
import { tabId } from './tab.ts';

export type { Way } from '../engine/feed/way.ts';

const LOCK = 'satchel-feed';
/** A leader that is awake answers sooner, also one whose worker is only just starting. */
const ANSWERS_WITHIN_MS = 10_000;
/** A tab that is looked at asks so often whether anybody leads: whoever falls asleep tells nobody. */
const LOOK_EVERY_MS = 10_000;
const START_AGAIN_MS = 10_000;
const USED_AT_MOST_EVERY_MS = 2_000;

/** Tells how the way to the server is, in every tab. Returns how to stop. */
export function startFeed(onWay: (way: Way) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const channel = openFeedChannel();
  const tell = (note: FeedNote) => channel.postMessage(note);
  let answeredAt = 0;
  const candidate = new Candidate(signal, () => tell({ type: 'here' }));
  channel.addEventListener('message', ({ data }: MessageEvent<FeedNote>) => {
    if (data.type === 'ask') candidate.answer();
    if (data.type === 'here' || data.type === 'way') answeredAt = performance.now();
    if (data.type === 'way') onWay(data.way);
  });
  const ask = () => {
    const askedAt = performance.now();
    tell({ type: 'ask' });
    setTimeout(() => {
      // An answer that came while this tab slept itself is not heard yet.
      const hasSlept = performance.now() - askedAt > 2 * ANSWERS_WITHIN_MS;
      if (answeredAt < askedAt && isSeen() && !hasSlept) candidate.takeOver();
    }, ANSWERS_WITHIN_MS);
  };
  const look = () => {
    tell({ type: 'wake' });
    ask();
  };
  const looking = setInterval(() => isSeen() && ask(), LOOK_EVERY_MS);
  addEventListener('online', look, { signal });
  addEventListener('offline', () => tell({ type: 'offline' }), { signal });
  document.addEventListener('visibilitychange', () => isSeen() && look(), { signal });
  tellOfUse(() => tell({ type: 'use' }), signal);
  signal.addEventListener('abort', () => {
    clearInterval(looking);
    channel.close();
  });
  candidate.stand();
  look();
  return () => stop.abort();
}

/** Also of the last of several deeds: the server may have been heard since the first, and not since. */
function tellOfUse(tell: () => void, signal: AbortSignal): void {
  let toldAt = Number.NEGATIVE_INFINITY;
  let telling: ReturnType<typeof setTimeout> | undefined;
  const tellNow = () => {
    telling = undefined;
    toldAt = performance.now();
    tell();
  };
  const onUse = () => {
    if (!navigator.onLine || telling !== undefined) return;
    const restMs = toldAt + USED_AT_MOST_EVERY_MS - performance.now();
    if (restMs > 0) telling = setTimeout(tellNow, restMs);
    else tellNow();
  };
  signal.addEventListener('abort', () => clearTimeout(telling));
  for (const deed of ['pointerdown', 'keydown', 'drop'])
    addEventListener(deed, onUse, { signal, capture: true, passive: true });
}

function isSeen(): boolean {
  return document.visibilityState === 'visible';
}

class Candidate {
  readonly #signal: AbortSignal;
  readonly #tellHere: () => void;
  #isLeading = false;

  constructor(signal: AbortSignal, tellHere: () => void) {
    this.#signal = signal;
    this.#tellHere = tellHere;
  }

  /** Whoever asks hears that somebody leads. */
  answer(): void {
    if (this.#isLeading) this.#tellHere();
  }

  /** Leads as soon as nobody else does. */
  stand(): void {
    this.#run(false).catch(this.#report);
  }

  /** Leads now. */
  takeOver(): void {
    if (!this.#isLeading) this.#run(true).catch(this.#report);
  }

  async #run(steals: boolean): Promise<void> {
    const leadership = await lead(LOCK, await tabId(), { signal: this.#signal, steals });
    if (this.#isLeading) return leadership.release();
    this.#isLeading = true;
    this.answer();
    await followUntil(leadership, this.#signal);
    this.#isLeading = false;
    if (!this.#signal.aborted) this.stand();
  }

  readonly #report = (error: unknown) => {
    if (!this.#signal.aborted) reportError(error);
  };
}

/** One worker after another, should one end: its script may be of a version that is gone. */
async function followUntil(leadership: Leadership, signal: AbortSignal): Promise<void> {
  const isOver = new AbortController();
  signal.addEventListener('abort', leadership.release);
  void leadership.lost.then(() => isOver.abort());
  while (!isOver.signal.aborted) {
    const worker = new Worker(new URL('../feed.worker.ts', import.meta.url), { type: 'module' });
    await endOf(worker, isOver.signal);
    worker.terminate();
    if (!isOver.signal.aborted) await pause(START_AGAIN_MS, isOver.signal);
  }
}

function endOf(worker: Worker, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    worker.addEventListener('error', () => resolve(), { once: true });
    over.addEventListener('abort', () => resolve(), { once: true });
  });
}

function pause(ms: number, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
    over.addEventListener('abort', () => resolve(), { once: true });
  });
}
