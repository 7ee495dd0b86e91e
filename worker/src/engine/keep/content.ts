// A content that this browser keeps, or is to keep: the same bytes whatever files have them.

/** `failed` is tried again, later, like everything else; `why` says what is in the way. */
export type KeepState = 'waiting' | 'fetching' | 'kept' | 'failed';

/** `pin`: a person wants it here, and it goes when they say so. `recent`: it was opened lately, and
 *  makes room for what was opened since. */
export type KeptFor = 'pin' | 'recent';

export interface KeptContent {
  readonly contentHash: string;
  readonly sizeBytes: number;
  readonly keptFor: KeptFor;
  /** The files it is served for: those that have it now, and those that had it before, as long as
   *  what they have now is not here as a whole. */
  readonly fileIds: readonly string[];
  /** Where it is fetched from. */
  readonly source: { readonly fileId: string; readonly version: number };
  readonly state: KeepState;
  readonly bytesKept: number;
  /** A code of the error table, or `no-room`, `network`, `unreadable-answer`; null while all is well. */
  readonly why: string | null;
  readonly attempts: number;
  readonly retryAt: number;
  /** Since when nobody wants what is pinned no more; null while somebody does. */
  readonly unwantedAt: number | null;
  /** When it was opened last; of what is pinned, when it began to be. */
  readonly usedAt: number;
}

/** A file whose content is to be here. */
export interface WantedFile {
  readonly fileId: string;
  readonly contentHash: string;
  readonly sizeBytes: number;
  readonly version: number;
}

export function newPinned(file: WantedFile, fileIds: readonly string[], now: number): KeptContent {
  const { contentHash, sizeBytes, fileId, version } = file;
  return {
    contentHash,
    sizeBytes,
    keptFor: 'pin',
    fileIds,
    source: { fileId, version },
    state: 'waiting',
    bytesKept: 0,
    why: null,
    attempts: 0,
    retryAt: 0,
    unwantedAt: null,
    usedAt: now,
  };
}
