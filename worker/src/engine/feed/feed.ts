// How the feed of changes is doing, and what comes next. It catches up over HTTP, which says why it
// is refused and is read at the pace of the writing; then it listens on a socket.

export type Feed =
  | { readonly is: 'off' }
  /** Page by page. `received` counts the changes that have come since it began. */
  | (Course & { readonly is: 'catching-up'; readonly received: number })
  | (Course & { readonly is: 'opening' })
  | (Course & { readonly is: 'live'; readonly since: number })
  | (Course & { readonly is: 'waiting'; readonly until: number });

export type Reach = 'unknown' | 'reached' | 'unreached' | 'maintenance';

interface Course {
  /** In a row. What is not steady for a while counts as one more. */
  readonly failures: number;
  /** What came of it when the server was last asked. */
  readonly reach: Reach;
}

export type FeedEvent =
  | { readonly type: 'signed-in' }
  | { readonly type: 'signed-out' }
  /** Some changes are applied. */
  | { readonly type: 'page'; readonly count: number; readonly hasMore: boolean }
  | (Moment & { readonly type: 'refused'; readonly refusal: FeedRefusal })
  | { readonly type: 'opened'; readonly at: number }
  | (Moment & { readonly type: 'closed'; readonly code: number })
  /** The server can't go on from where this client is. */
  | { readonly type: 'reset' }
  /** While live the server was asked what the socket has not brought. */
  | { readonly type: 'probed'; readonly count: number }
  | { readonly type: 'due' }
  /** The network is back, somebody looks, or asks for it. */
  | { readonly type: 'wake' }
  | (Moment & { readonly type: 'offline' });

export type FeedEventOf<Type extends FeedEvent['type']> = Extract<FeedEvent, { type: Type }>;

interface Moment {
  readonly at: number;
  readonly random: number;
}

export interface FeedRefusal {
  readonly is: 'unreached' | 'maintenance' | 'sign-in' | 'expired';
  readonly retryAfterMs: number | null;
}

export type FeedCommand =
  /** Ask for the next page, and apply it. */
  | 'fetch'
  | 'open'
  /** Break off whatever is under way. */
  | 'close'
  | 'probe'
  /** Forget how far one is, and fetch from the beginning. */
  | 'start-over'
  | 'sign-out';

export interface FeedStep {
  readonly feed: Feed;
  readonly commands: readonly FeedCommand[];
}

export const OFF: Feed = { is: 'off' };
