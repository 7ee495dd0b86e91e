// What the tabs and the one who follows the feed tell each other.

import type { Way } from '../../engine/feed/way.ts';

export type FeedNote =
  /** To all: how it is. Also the answer to `ask`. */
  | { readonly type: 'way'; readonly way: Way }
  | { readonly type: 'ask' }
  /** The tab that leads is awake: its answer to `ask`, also before its worker is loaded. */
  | { readonly type: 'here' }
  | { readonly type: 'wake' }
  /** Somebody does something on one of the pages. */
  | { readonly type: 'use' }
  | { readonly type: 'offline' };

export function openFeedChannel(): BroadcastChannel {
  return new BroadcastChannel('satchel-feed');
}
