// Keeps what happens to uploads in hand and writes it down in few transactions: each wakes every
// screen. What is lost when the thread is killed before a write is found again on the server.

import { isActive } from '../engine/facts.ts';
import { step } from '../engine/step.ts';
import type { Command, UploadEvent } from '../engine/upload.ts';
import type { ChunkRow, UploadRow } from '../local/rows.ts';
import type { Note, QueueStore, RunnerPorts } from './ports.ts';

const WRITE_EVERY_MS = 250;

/** An upload that a lane works on. `stop` aborts when it was held or taken away meanwhile. */
export interface Hand {
  upload: UploadRow;
  /** When the store last said how it is. */
  freshAt: number;
  /** Read along with it, where it has no other. */
  readonly onlyChunk: ChunkRow | null;
  /** The turn of the control in which it was taken. */
  readonly turn: number;
  readonly stop: AbortController;
}

/** An upload as it was read from the store, at `freshAt`. */
export type Picked = Omit<Hand, 'stop'>;

type Deps = Pick<RunnerPorts, 'clock' | 'onArrivals'> & {
  readonly store: Pick<QueueStore, 'recordNotes'>;
};

export class Recorder {
  readonly #deps: Deps;
  readonly #userId: string;
  readonly #hands = new Map<string, Hand>();
  #waiting: Note[] = [];
  #writing: readonly Note[] = [];
  #write: Promise<void> | null = null;
  #failure: { readonly error: unknown } | null = null;
  #writtenAt = Number.NEGATIVE_INFINITY;

  constructor(deps: Deps, userId: string) {
    this.#deps = deps;
    this.#userId = userId;
  }

  take(picked: Picked): Hand {
    const hand = { ...picked, stop: new AbortController() };
    this.#hands.set(hand.upload.id, hand);
    return hand;
  }

  release(hand: Hand): void {
    this.#hands.delete(hand.upload.id);
  }

  /** Breaks off the requests of every upload in hand. */
  stopAll(): void {
    for (const hand of this.#hands.values()) hand.stop.abort();
  }

  /** Whether what the store says of it may be out of date. */
  holds(uploadId: string): boolean {
    const isOfIt = (note: Note) => note.uploadId === uploadId;
    return this.#hands.has(uploadId) || this.#waiting.some(isOfIt) || this.#writing.some(isOfIt);
  }

  /** Something happened; gives what to do next. It is written down before long. Throws when an
   *  earlier write failed: nothing may go on that can't be recorded. */
  note(hand: Hand, event: UploadEvent, chunks: readonly number[] = []): readonly Command[] {
    if (this.#failure) throw this.#failure.error;
    const { upload, commands } = step(hand.upload, event);
    hand.upload = upload;
    this.#waiting.push({ uploadId: upload.id, event, chunks });
    this.#schedule();
    return commands;
  }

  /** Resolves when everything noted so far is written down. Throws what the store threw. */
  async flush(): Promise<void> {
    while (this.#waiting.length > 0 || this.#write !== null) {
      if (this.#failure) throw this.#failure.error;
      this.#schedule();
      await this.#write;
    }
    if (this.#failure) throw this.#failure.error;
  }

  /** Learns what others did to the uploads in hand, or to one of them. */
  async reread(hand?: Hand): Promise<void> {
    const hands = hand ? [hand] : [...this.#hands.values()];
    this.#waiting.push(...hands.map(({ upload }) => nothingNew(upload.id)));
    await this.flush();
  }

  #schedule(): void {
    this.#write ??= this.#writeSoon()
      .catch((error: unknown) => {
        this.#failure = { error };
      })
      .finally(() => {
        this.#write = null;
        if (this.#waiting.length > 0 && !this.#failure) this.#schedule();
      });
  }

  async #writeSoon(): Promise<void> {
    const { clock, store } = this.#deps;
    await clock.sleep(Math.max(0, this.#writtenAt + WRITE_EVERY_MS - clock.now()));
    this.#writing = this.#waiting;
    this.#waiting = [];
    const rows = await store.recordNotes(this.#userId, this.#writing, clock.now());
    this.#settle(rows);
    this.#writing = [];
    this.#writtenAt = clock.now();
  }

  #settle(rows: ReadonlyMap<string, UploadRow>): void {
    const arrivals = [];
    for (const note of this.#writing) {
      const row = rows.get(note.uploadId);
      if (row && note.event.type === 'completed') {
        const { fileId, folderId = row.folderId } = note.event.result;
        arrivals.push({ folderId, fileId });
      }
      const hand = this.#hands.get(note.uploadId);
      if (hand) this.#update(hand, row);
    }
    if (arrivals.length > 0) this.#deps.onArrivals(arrivals);
  }

  #update(hand: Hand, row: UploadRow | undefined): void {
    hand.freshAt = this.#deps.clock.now();
    const since = this.#waiting.filter((note) => note.uploadId === hand.upload.id);
    if (row) hand.upload = since.reduce((u, note) => step(u, note.event).upload, row);
    if (!row || !isActive(row)) hand.stop.abort();
  }
}

/** A note that changes nothing, so that the store answers with how things are. */
function nothingNew(uploadId: string): Note {
  return { uploadId, event: { type: 'staged', chunks: 0 }, chunks: [] };
}
