// What the feed says about the way to the server, for screens.

import type { Feed, Reach } from './feed.ts';

export interface Way {
  readonly is: 'connecting' | 'connected' | 'reconnecting' | 'maintenance';
  /** Changes that have come so far, while more are to come; else 0. */
  readonly arriving: number;
}

export function wayOf(feed: Feed): Way {
  const reach = feed.is === 'off' ? 'unknown' : feed.reach;
  const arriving = feed.is === 'catching-up' && reach === 'reached' ? feed.received : 0;
  return { is: WORDS[reach], arriving };
}

const WORDS: Record<Reach, Way['is']> = {
  unknown: 'connecting',
  reached: 'connected',
  unreached: 'reconnecting',
  maintenance: 'maintenance',
};
