// Which upload a free lane takes next.

import { ACTIVE_STATES, type ActiveState } from '../engine/upload.ts';
import type { UploadRow } from '../local/rows.ts';
import type { Drain } from './lane.ts';
import { makeFolders } from './make-folders.ts';
import type { Picked } from './recorder.ts';

const PAGE_ROWS = 32;
/** What was read of the queue is good for this long: a person may hold an upload meanwhile. */
const FRESH_MS = 250;
/** An upload that got nowhere, without a reason to wait of its own, waits this long. */
const COOL_MS = 2000;

/** What is furthest comes first, so that files end one after the other. */
const ORDER: readonly ActiveState[] = [...ACTIVE_STATES].reverse();

export class Picker {
  readonly #drain: Drain;
  readonly #coolUntil = new Map<string, number>();
  #candidates: Picked[] = [];
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | null = null;

  constructor(drain: Drain) {
    this.#drain = drain;
  }

  /** Undefined when nothing can be done for any upload right now. */
  async next(): Promise<Picked | undefined> {
    const isFresh = this.#drain.ports.clock.now() - this.#readAt < FRESH_MS;
    const known = isFresh ? this.#takeCandidate() : undefined;
    if (known !== undefined) return known;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    await this.#reading;
    return this.#takeCandidate();
  }

  /** It got nowhere: not again at once. */
  cool(uploadId: string): void {
    this.#coolUntil.set(uploadId, this.#drain.ports.clock.now() + COOL_MS);
  }

  /** What was read is out of date, and nothing needs to wait. */
  forget(): void {
    this.#candidates = [];
    this.#readAt = Number.NEGATIVE_INFINITY;
    this.#coolUntil.clear();
  }

  #takeCandidate(): Picked | undefined {
    for (let next = this.#candidates.shift(); next; next = this.#candidates.shift()) {
      if (!this.#drain.recorder.holds(next.upload.id)) return next;
    }
    return undefined;
  }

  async #read(): Promise<void> {
    const { store, clock } = this.#drain.ports;
    const waiting = await this.#foldersToMake();
    const freshAt = clock.now();
    const rows = await this.#firstPage((row) => !waiting.has(row.folderId) && this.#isDue(row));
    const small = rows.filter((row) => row.totalChunks === 1).map((row) => row.id);
    const chunks = small.length > 0 ? await store.readFirstChunks(small) : null;
    this.#candidates = rows.map((upload) => {
      return { upload, freshAt, onlyChunk: chunks?.get(upload.id) ?? null };
    });
    this.#readAt = freshAt;
  }

  /** Makes the folders that can be made; gives those that are left. */
  async #foldersToMake(): Promise<ReadonlySet<string>> {
    const { ports, userId } = this.#drain;
    const planned = await ports.store.readPlannedFolders(userId);
    if (planned.length === 0) return new Set();
    await makeFolders(this.#drain);
    const left = await ports.store.readPlannedFolders(userId);
    return new Set(left.map((folder) => folder.id));
  }

  /** A page of what can be done, from the first state that has any. */
  async #firstPage(isDue: (row: UploadRow) => boolean): Promise<UploadRow[]> {
    const due: UploadRow[] = [];
    for (const state of ORDER) {
      let last: UploadRow | undefined;
      do {
        const after: number = last?.position ?? Number.NEGATIVE_INFINITY;
        const { store } = this.#drain.ports;
        const rows = await store.readQueue(this.#drain.userId, state, after, PAGE_ROWS);
        due.push(...rows.filter(isDue));
        last = rows.length === PAGE_ROWS ? rows.at(-1) : undefined;
      } while (last && due.length < PAGE_ROWS);
    }
    return due;
  }

  #isDue(row: UploadRow): boolean {
    const now = this.#drain.ports.clock.now();
    if (this.#drain.recorder.holds(row.id)) return false;
    if (row.retryAt > now || (this.#coolUntil.get(row.id) ?? 0) > now) return false;
    return row.state !== 'staging' || row.hashedChunks > row.ackedChunks;
  }
}
