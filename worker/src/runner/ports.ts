// What the runner needs of the world. In the app: Dexie, fetch and the clock; in its tests: fakes
// that lose, repeat, reorder and stop.

import type { Digest } from '../digest/digest.ts';
import type { Connection } from '../engine/connection.ts';
import type { TransferLimits } from '../engine/transfer-limits.ts';
import type { ActiveState } from '../engine/upload.ts';
import type { ChunkRow, UploadRow } from '../local/rows.ts';
import type { Note } from '../local/settle-notes.ts';
import type { UploadApi } from '../net/upload-api.ts';

export type { Note };

/** Every writing call is one transaction: it happens as a whole or not at all. */
export interface QueueStore {
  /** Who is signed in; null when nobody is. */
  findSignedIn(): Promise<string | null>;
  recordSessionEnded(): Promise<void>;
  /** Whether anything of this person's is still to be sent without their doing. */
  hasWork(userId: string): Promise<boolean>;
  /** Lets go on what waited for this person's sign-in. */
  freeSignedIn(userId: string): Promise<void>;
  readQueue(
    userId: string,
    state: ActiveState,
    afterPosition: number,
    limit: number,
  ): Promise<UploadRow[]>;
  /** Those that are still being staged, and have a chunk that is. */
  readBegun(userId: string): Promise<UploadRow[]>;
  findUpload(uploadId: string): Promise<UploadRow | undefined>;
  readPendingChunks(uploadId: string, fromIndex: number, limit: number): Promise<ChunkRow[]>;
  readFirstChunks(uploadIds: readonly string[]): Promise<ReadonlyMap<string, ChunkRow>>;
  readPendingIndexes(uploadId: string): Promise<number[]>;
  writeChunkHash(uploadId: string, index: number, hash: string): Promise<void>;
  recordNotes(
    userId: string,
    notes: readonly Note[],
    now: number,
  ): Promise<ReadonlyMap<string, UploadRow>>;
  /** The ids of the folders that a person has made here and the server does not have yet. */
  readFoldersToCome(userId: string): Promise<string[]>;
  readAbandoned(userId: string): Promise<string[]>;
  forgetAbandoned(session: string): Promise<void>;
  recordConnection(facts: Connection & { readonly code: string | null }): Promise<void>;
  readTransferLimits(): Promise<TransferLimits>;
}

export interface Clock {
  now(): number;
  /** Resolves early when the signal aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  random(): number;
}

/** A file that is now on the server. */
export interface Arrival {
  readonly folderId: string;
  readonly fileId: string;
}

export interface RunnerPorts {
  readonly store: QueueStore;
  readonly uploads: UploadApi;
  readonly clock: Clock;
  readonly digest: Digest;
  /** Whether each byte may cost money. */
  readonly isMetered: () => boolean;
  /** Told after the queue has recorded it; what comes of it is not the runner's concern. */
  readonly onArrivals: (arrivals: readonly Arrival[]) => void;
}
