// What each table keeps. A row of the replica is the wire's node and a little of our own.

import type { Node } from '@satchel/shared/wire/nodes';
import type { OnConflict } from '@satchel/shared/wire/uploads';
import type { User } from '@satchel/shared/wire/users';
import type { Lease } from '../engine/lease.ts';
import type { QueuedMutation } from '../engine/mutations/mutation.ts';
import type { NamedNode } from '../engine/name-index.ts';
import type { Upload } from '../engine/upload.ts';

export interface NodeRow extends Node {
  /** 1 for what the trash lists: trashed itself, not merely lying beneath something trashed. */
  readonly isTrashRoot: 0 | 1;
  /** When this row was last written here. A listing asked for earlier does not overrule it. */
  readonly appliedAt: number;
}

/** What finding a node by its name takes, and how to get the rest. */
export interface NamedRow extends NamedNode {
  whole(): NodeRow;
}

/** Files that came together and have not changed since: see `segments`. */
export interface SegmentRow {
  readonly id: string;
  /** The folders they are in, each once. */
  readonly parentIds: readonly string[];
  /** The rows, packed: as text they are copied in one piece where objects are walked through. */
  readonly files: string;
}

/** Which files a segment may hold, so that one is not read to find out that it does not. */
export interface SegmentMarksRow {
  readonly id: string;
  /** Of each file a number made from its id, ascending. */
  readonly marks: Uint32Array;
}

/** What a segment says of this node does not count any more: it has a row of its own, or is gone. */
export interface TakenRow {
  readonly segmentId: string;
  readonly nodeId: string;
}

/** How far the tree of whoever is signed in has been followed. */
export interface FeedRow {
  readonly key: 'current';
  readonly userId: string;
  /** Null while what is here comes from a time that the server can't go on from. */
  readonly cursor: string | null;
  /** All of the tree has been here, so nothing of it has to be asked for. */
  readonly isComplete: boolean;
  /** What went while the first tree was still coming: an answer may have brought it back since. */
  readonly gone?: readonly GoneNode[];
}

/** How far a snapshot over an earlier tree has come. It lies beside the position. */
export interface SnapshotRow {
  readonly key: 'snapshot';
  readonly userId: string;
  readonly cursor: string;
  /** What was here before it and has not been named yet. */
  readonly unnamed: readonly string[];
  /** The highest number that it has named in each space. */
  readonly heads: ReadonlyMap<string, number>;
}

export interface GoneNode {
  readonly gone: string;
  readonly seq: number;
}

/** What the server last said of a node that has queued mutations: `nodes` holds it as it is shown. */
export interface ShadowRow {
  /** Of the node. */
  readonly id: string;
  /** Whose queue it is. */
  readonly userId: string;
  /** Null where the server has nothing of the kind, or has not been heard yet. */
  readonly node: NodeRow | null;
  /** Only on what was deleted for good: there is no row left to say that an older listing is wrong. */
  readonly purgedAt?: number;
  /** The number with which the server said that it is gone: an answer up to that is too late. */
  readonly goneSeq?: number;
}

/** A mutation of the tree until the server has it. Its id is also its first idempotency key. */
export interface OutboxRow extends QueuedMutation {
  readonly userId: string;
  /** Place in the queue. */
  readonly position: number;
  readonly idempotencyKey: string;
  /** What a person did at once, to however many. */
  readonly deedId: string;
  /** To how many, this one included. */
  readonly deedSize: number;
  /** The name that it was shown under, for words. */
  readonly name: string;
  readonly kind: Node['kind'];
  readonly attempts: number;
  readonly retryAt: number;
  readonly refusal: OutboxRefusal | null;
}

export interface OutboxRefusal {
  /** The server's, or the engine's verdict where that says more. */
  readonly code: string;
  readonly at: number;
  /** Somebody was told. */
  readonly isTold: boolean;
}

export interface UploadRow extends Upload {
  /** Also the id that a new file is to have. */
  readonly id: string;
  /** The queue belongs to a person; another one on the same browser never sees or sends it. */
  readonly userId: string;
  /** Place in the queue. */
  readonly position: number;
  readonly filename: string;
  readonly sizeBytes: number;
  readonly mimeType: string;
  readonly lastModified: number | null;
  readonly folderId: string;
  readonly onConflict: OnConflict;
  /** Where a new version of an existing file is uploaded. */
  readonly base: { readonly fileId: string; readonly version: number } | null;
  /** The upload of the same name that is to arrive first, so that this one ends up above it. */
  readonly after: string | null;
  /** Its name stands there already and its person has not said what is to become of it. It is
   *  paused meanwhile, and staged like any other. */
  readonly awaitsAnswer: boolean;
  /** The tab that holds the source while it is being read. */
  readonly stager: string | null;
  /** This browser has no room for the next chunk; it waits for sent ones to make some. */
  readonly waitsForRoom: boolean;
  /** Somebody else sends it until then: the browser itself. */
  readonly lease: Lease | null;
  readonly addedAt: number;
  readonly finishedAt: number | null;
}

export interface ChunkRow {
  readonly uploadId: string;
  readonly index: number;
  /** Null until it is known; then the chunk can be sent. */
  readonly hash: string | null;
  /** Tiny ones lie in the row itself: a Blob costs the browser a file of its own. */
  readonly bytes: Blob | ArrayBuffer;
}

/** An upload session that nobody wants any more, until the server has been told. */
export interface AbandonedRow {
  readonly session: string;
  readonly userId: string;
}

export interface AccountRow {
  readonly key: 'current';
  /** Who is, or was last, signed in on this browser. */
  readonly user: User | null;
  readonly isSignedIn: boolean;
  /** Whoever it was signed out, and the server may not know: its cookie would still be good. */
  readonly isSessionLeft?: boolean;
  /** Nobody has signed out here: the server ended the session. */
  readonly isEndedElsewhere?: boolean;
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** Says that `owner` holds `name` until a moment: where there are no Web Locks. */
export interface LeaseRow extends Lease {
  readonly name: string;
}

/** Where the file of an upload can be read again: a file, or a folder and the way from there. */
export interface Origin {
  readonly handle: FileSystemHandle;
  readonly path: readonly string[];
}

export interface OriginRow extends Origin {
  readonly uploadId: string;
}
