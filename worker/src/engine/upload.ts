// The nouns of the engine: what an upload is, what can happen to it, what it can ask for.

import { NO_PACE, type Pace } from './rate.ts';

export const STATE_NAMES = [
  'staging',
  'hashing',
  'queued',
  'uploading',
  'completing',
  'done',
  'paused',
  'blocked',
  'failed',
  'needs-source',
] as const;
export type StateName = (typeof STATE_NAMES)[number];

/** States in which there is something to do without a person. */
export const ACTIVE_STATES = [
  'staging',
  'hashing',
  'queued',
  'uploading',
  'completing',
] as const satisfies readonly StateName[];
export type ActiveState = (typeof ACTIVE_STATES)[number];

export type Blocker = 'sign-in' | 'quota';

/** Why it stopped: an error code of the table, or one of the client's own. */
export interface Failure {
  readonly code: string;
  readonly detail: string | null;
}

export interface UploadResult {
  readonly fileId: string;
  readonly version: number;
  readonly isConflictedCopy: boolean;
  /** Where it lies, if not in the folder it was to go into: that was gone. */
  readonly folderId?: string;
}

/** What is known of one upload. `state` never contradicts the counts: while nothing holds it up it
 *  is computed from them (`facts.ts`). Staged = copied into the browser's own storage. */
export interface Upload extends Pace {
  readonly state: StateName;
  readonly blockedBy: Blocker | null;
  readonly failure: Failure | null;
  readonly totalChunks: number;
  readonly stagedChunks: number;
  readonly hashedChunks: number;
  readonly ackedChunks: number;
  readonly bytesHashed: number;
  /** Bytes the server has acknowledged, sent or found there. */
  readonly bytesAcked: number;
  /** The part of `bytesAcked` that never had to be sent. */
  readonly bytesExisting: number;
  /** The upload session on the server. */
  readonly session: string | null;
  /** How many sessions were given up; part of the idempotency key of the next. */
  readonly generation: number;
  /** Whether the new file is to get the id chosen here. */
  readonly hasOwnId: boolean;
  /** Tries in a row that brought nothing. */
  readonly attempts: number;
  /** Times in a row the server found other bytes than the hash says. */
  readonly mismatches: number;
  /** Nothing is tried before this moment (epoch milliseconds). */
  readonly retryAt: number;
  readonly result: UploadResult | null;
}

/** The request that was refused. */
export type Deed = 'open' | 'resync' | 'check' | 'send' | 'complete';

export interface Refusal {
  readonly during: Deed;
  readonly code: string;
  readonly detail: string | null;
  readonly reaction: 'fix' | 'retry' | 'sign-in' | 'refetch' | 'stop';
  readonly retryAfterMs: number | null;
}

/** What can happen to an upload, and what each event carries. */
export interface EventFacts {
  /** A drain takes it up. */
  readonly wake: object;
  /** The first `chunks` chunks are in the browser's own storage. */
  readonly staged: { readonly chunks: number };
  readonly hashed: { readonly chunks: number; readonly bytes: number };
  /** The file it is read from can no longer be read. */
  readonly 'source-lost': { readonly reason: string };
  readonly 'source-given': object;
  readonly opened: { readonly session: string };
  readonly acked: {
    readonly chunks: number;
    readonly bytes: number;
    /** Found on the server: nothing was sent. */
    readonly isExisting: boolean;
    readonly at: number;
  };
  /** The session is over or unknown, or the server lost bytes that are no longer here. */
  readonly 'session-lost': object;
  readonly refused: {
    readonly refusal: Refusal;
    readonly at: number;
    /** In [0, 1): spreads the retries. */
    readonly random: number;
  };
  readonly completed: { readonly result: UploadResult };
  readonly pause: object;
  readonly resume: object;
  readonly retry: object;
  readonly 'signed-in': object;
  /** Somebody freed space on the server. */
  readonly 'room-made': object;
}
export type EventName = keyof EventFacts;
export type EventOf<Name extends EventName> = {
  [N in Name]: { readonly type: N } & EventFacts[N];
}[Name];
export type UploadEvent = EventOf<EventName>;

/** What whoever reported the event does next. `rest`: leave the upload alone for now.
 *  `discard`: drop its staged bytes; done by the store in the transaction of the event. */
export type Command = 'open' | 'resync' | 'hash' | 'send' | 'complete' | 'rest' | 'discard';

export interface Step<U extends Upload = Upload> {
  readonly upload: U;
  readonly commands: readonly Command[];
}

/** An upload as it is the moment a file is added. */
export function newUpload(totalChunks: number): Upload {
  return {
    state: totalChunks === 0 ? 'queued' : 'staging',
    blockedBy: null,
    failure: null,
    totalChunks,
    stagedChunks: 0,
    hashedChunks: 0,
    ackedChunks: 0,
    bytesHashed: 0,
    bytesAcked: 0,
    bytesExisting: 0,
    session: null,
    generation: 0,
    hasOwnId: true,
    attempts: 0,
    mismatches: 0,
    retryAt: 0,
    ...NO_PACE,
    result: null,
  };
}
