// Which upload a free lane takes next.

import { isLeased } from '../engine/lease.ts';
import type { ActiveState } from '../engine/upload.ts';
import type { UploadRow } from '../local/rows.ts';
import type { Drain } from './lane.ts';
import type { Picked } from './recorder.ts';

const PAGE_ROWS = 32;
/** What was read of the queue is good for this long: a person may hold an upload meanwhile. */
const FRESH_MS = 250;
/** An upload that got nowhere, without a reason to wait of its own, waits this long. */
const COOL_MS = 2000;

/** Of what is still being staged only what has begun can be sent, and that is few. */
const IN_ORDER = ['uploading', 'queued', 'hashing'] as const satisfies readonly ActiveState[];

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
    const { ports, control } = this.#drain;
    const { store, clock } = ports;
    const waiting = new Set(await store.readFoldersToCome(this.#drain.userId));
    const freshAt = clock.now();
    const { turn } = control;
    const rows = await this.#firstPage((row) => !waiting.has(row.folderId) && this.#isDue(row));
    const small = rows.filter((row) => row.totalChunks === 1).map((row) => row.id);
    const chunks = small.length > 0 ? await store.readFirstChunks(small) : null;
    this.#candidates = rows.map((upload) => {
      const onlyChunk = chunks?.get(upload.id) ?? null;
      return { upload, freshAt, onlyChunk, turn };
    });
    this.#readAt = freshAt;
  }

  /** What only has to be completed comes first, since that costs little and frees much; then in the
   *  order of the queue, whatever the state. */
  async #firstPage(isDue: (row: UploadRow) => boolean): Promise<UploadRow[]> {
    const { store } = this.#drain.ports;
    const complete = await this.#dueIn('completing', isDue);
    const others = await Promise.all([
      ...IN_ORDER.map((state) => this.#dueIn(state, isDue)),
      store.readBegun(this.#drain.userId).then((rows) => rows.filter(isDue)),
    ]);
    const inOrder = others.flat().sort((a, b) => a.position - b.position);
    // One that moved on between two of the reads was seen twice; two lanes must not both take it.
    const byId = new Map([...complete, ...inOrder].map((row) => [row.id, row]));
    return [...byId.values()].slice(0, PAGE_ROWS);
  }

  async #dueIn(state: ActiveState, isDue: (row: UploadRow) => boolean): Promise<UploadRow[]> {
    const due: UploadRow[] = [];
    let last: UploadRow | undefined;
    do {
      const after: number = last?.position ?? Number.NEGATIVE_INFINITY;
      const { store } = this.#drain.ports;
      const rows = await store.readQueue(this.#drain.userId, state, after, PAGE_ROWS);
      due.push(...rows.filter(isDue));
      last = rows.length === PAGE_ROWS ? rows.at(-1) : undefined;
    } while (last && due.length < PAGE_ROWS);
    return due;
  }

  #isDue(row: UploadRow): boolean {
    const now = this.#drain.ports.clock.now();
    if (this.#drain.recorder.holds(row.id)) return false;
    if (isLeased(row.lease, now) || row.retryAt > now) return false;
    if ((this.#coolUntil.get(row.id) ?? 0) > now) return false;
    return row.state !== 'staging' || row.hashedChunks > row.ackedChunks;
  }
}
