// The browser's storage in memory. Every call is one transaction: it happens as a whole at one
// instant, and its caller may be dead by the time the answer is there.

import { isDeepStrictEqual } from 'node:util';
import { isActive } from '../../src/engine/facts.ts';
import { step } from '../../src/engine/step.ts';
import { NO_LIMITS, type TransferLimits } from '../../src/engine/transfer-limits.ts';
import type { UploadEvent } from '../../src/engine/upload.ts';
import type { ChunkRow, UploadRow } from '../../src/local/rows.ts';
import { chunkKeys, type Note, settleNotes } from '../../src/local/settle-notes.ts';
import {
  afterSourceGiven,
  afterSourceLost,
  afterStaging,
  chunkRows,
  isPartWanted,
  type StagedPart,
} from '../../src/local/staged-part.ts';
import type { QueueStore } from '../../src/runner/ports.ts';
import type { Simulation, Thread } from './simulation.ts';

export class FakeStore {
  readonly uploads = new Map<string, UploadRow>();
  readonly chunks = new Map<string, ChunkRow>();
  readonly abandoned = new Set<string>();
  readonly toCome = new Set<string>();
  isSignedIn = true;
  limits: TransferLimits = NO_LIMITS;
  writes = 0;
  readonly #sim: Simulation;
  readonly #onAcked: (session: string | null, index: number) => void;

  constructor(sim: Simulation, onAcked: (session: string | null, index: number) => void) {
    this.#sim = sim;
    this.#onAcked = onAcked;
  }

  /** The store as `thread` uses it. */
  of(thread: Thread): QueueStore {
    const write = <Result>(act: () => Result) => this.#transact(thread, act);
    return {
      findSignedIn: () => write(() => (this.isSignedIn ? 'ada' : null)),
      recordSessionEnded: () =>
        write(() => {
          this.isSignedIn = false;
        }),
      hasWork: () => write(() => [...this.uploads.values()].some(isActive)),
      freeSignedIn: () => write(() => this.tell({ type: 'signed-in' })),
      readQueue: (_user, state, after, limit) =>
        write(() =>
          [...this.uploads.values()]
            .filter((row) => row.state === state && row.position > after)
            .sort((a, b) => a.position - b.position)
            .slice(0, limit),
        ),
      readBegun: () =>
        write(() =>
          [...this.uploads.values()].filter(
            (row) => row.state === 'staging' && row.stagedChunks > 0,
          ),
        ),
      findUpload: (id) => write(() => this.uploads.get(id)),
      readPendingChunks: (id, from, limit) =>
        write(() =>
          this.pendingOf(id)
            .filter((row) => row.index >= from)
            .slice(0, limit),
        ),
      readFirstChunks: (ids) =>
        write(() => {
          const rows = ids
            .map((id) => this.chunks.get(`${id} 0`))
            .filter((row) => row !== undefined);
          return new Map(rows.map((row) => [row.uploadId, row]));
        }),
      readPendingIndexes: (id) => write(() => this.pendingOf(id).map((row) => row.index)),
      writeChunkHash: (id, index, hash) => write(() => this.#writeHash(id, index, hash)),
      recordNotes: (_user, notes, now) => write(() => this.#recordNotes(notes, now)),
      readFoldersToCome: () => write(() => [...this.toCome]),
      readAbandoned: () => write(() => [...this.abandoned]),
      forgetAbandoned: (session) => write(() => void this.abandoned.delete(session)),
      recordConnection: () => write(() => {}),
      readTransferLimits: () => write(() => this.limits),
    };
  }

  stagePart(thread: Thread, part: StagedPart): Promise<boolean> {
    return this.#transact(thread, () => {
      const row = this.uploads.get(part.uploadId);
      if (!row || !isPartWanted(row, part)) return false;
      for (const chunk of chunkRows(part)) this.chunks.set(`${row.id} ${chunk.index}`, chunk);
      this.uploads.set(row.id, afterStaging(row, part));
      return true;
    });
  }

  /** The chunks of an upload that are still here, in their order. */
  pendingOf(id: string): ChunkRow[] {
    const rows = [...this.chunks.values()].filter((row) => row.uploadId === id);
    return rows.sort((a, b) => a.index - b.index);
  }

  // What a person or a page does: at once, since who does it is not what is tested.

  tell(event: UploadEvent, id?: string): void {
    for (const row of this.uploads.values()) {
      if (id === undefined || row.id === id) this.uploads.set(row.id, step(row, event).upload);
    }
  }

  loseSource(id: string): void {
    const row = this.uploads.get(id);
    if (row) this.uploads.set(id, afterSourceLost(row, 'tab-closed'));
  }

  giveSource(id: string): boolean {
    const row = this.uploads.get(id);
    if (row?.state !== 'needs-source') return false;
    this.uploads.set(id, afterSourceGiven(row, 'tab'));
    return true;
  }

  remove(id: string): void {
    const row = this.uploads.get(id);
    if (row?.session && row.state !== 'done') this.abandoned.add(row.session);
    this.uploads.delete(id);
    this.#discard(id);
  }

  #transact<Result>(thread: Thread, act: () => Result): Promise<Result> {
    const sim = this.#sim;
    return new Promise((resolve, reject) => {
      sim.plan(sim.below(4), () => {
        if (!thread.isAlive) return;
        try {
          const result = act();
          sim.plan(sim.below(4), () => thread.isAlive && resolve(result));
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  #writeHash(id: string, index: number, hash: string): void {
    const row = this.chunks.get(`${id} ${index}`);
    if (row) this.chunks.set(`${id} ${index}`, { ...row, hash });
  }

  #recordNotes(notes: readonly Note[], now: number): Map<string, UploadRow> {
    const ids = [...new Set(notes.map((note) => note.uploadId))];
    const found = ids.map((id) => this.uploads.get(id)).filter((row) => row !== undefined);
    const keys = chunkKeys(notes).filter(([id, index]) => this.chunks.has(`${id} ${index}`));
    const settled = settleNotes('ada', found, notes, keys, now);
    for (const [id, row] of settled.rows) {
      if (!isDeepStrictEqual(this.uploads.get(id), row)) this.writes++;
      this.uploads.set(id, row);
    }
    for (const [id, index] of keys) {
      this.chunks.delete(`${id} ${index}`);
      this.#onAcked(settled.rows.get(id)?.session ?? null, index);
    }
    for (const id of settled.discarded) this.#discard(id);
    for (const { session } of settled.abandoned) this.abandoned.add(session);
    return settled.rows;
  }

  #discard(id: string): void {
    for (const row of this.pendingOf(id)) this.chunks.delete(`${id} ${row.index}`);
  }
}
