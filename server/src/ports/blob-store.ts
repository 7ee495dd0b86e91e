/** Keeps chunks by their digest. Consistency it demands of an adapter: a resolved `put` is seen by
 *  every later `get` on any server, also after a crash of the machine.
 *
 *  Digests are lower-case hex SHA-256 of the bytes. The caller has verified the digest: an adapter
 *  stores what it is given under the name it is given. */
export interface BlobStore {
  /** Resolves only once a crash can no longer lose the bytes. Keeping the same digest again, also at
   *  the same time, is fine; the bytes are the same by definition. Leaves nothing behind when it
   *  fails. Refuses `storage-full` or `storage-unavailable`. */
  put(hash: string, bytes: Uint8Array): Promise<void>;

  /** A stream of the bytes from `start` to `end` (both inclusive, as in HTTP ranges; the whole
   *  without them). Refuses `storage-unavailable` where the bytes are not there: the caller only
   *  asks for what was recorded as kept. */
  get(hash: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array>>;

  /** Forgets the bytes. Forgetting what is not there is fine. */
  delete(hash: string): Promise<void>;

  /** Resolves when the store can be written to; throws otherwise. */
  probe(): Promise<void>;
}

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}
