/** So many points in so many seconds, for each key on its own. */
export interface RateLimit {
  readonly name: string;
  readonly points: number;
  readonly windowSeconds: number;
}

export type Taken =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly retryAfterSeconds: number };

/** Counts tries. The window of a key begins with its first point and ends all at once. Taking is
 *  atomic: of many at the same time exactly `points` are allowed. */
export interface RateLimiter {
  take(limit: RateLimit, key: string): Promise<Taken>;
  /** Returns a point that turned out not to count. */
  giveBack(limit: RateLimit, key: string): Promise<void>;
}
