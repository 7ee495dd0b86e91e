// The table state × event of the feed. It is total: a new state or a new event does not compile
// until every cell is answered.

import {
  type Feed,
  type FeedEvent,
  type FeedEventOf,
  type FeedStep,
  OFF,
  type Reach,
} from './feed.ts';
import { feedDelayMs } from './feed-delay.ts';

type Is = Feed['is'];
type In<Name extends Is> = Extract<Feed, { is: Name }>;
type On = Exclude<Feed, { is: 'off' }>;
type Cell<Name extends Is, Type extends FeedEvent['type']> = (
  feed: In<Name>,
  event: FeedEventOf<Type>,
) => FeedStep;
type Row<Name extends Is> = { readonly [Type in FeedEvent['type']]: Cell<Name, Type> };

/** The codes with which the server closes a socket for good reason. */
const INVALID_CURSOR = 4400;
const UNAUTHENTICATED = 4401;

/** A socket that has lasted so long was no failure. */
const STEADY_MS = 10_000;

const keep = (feed: Feed): FeedStep => ({ feed, commands: [] });
const leave = (): FeedStep => ({ feed: OFF, commands: ['close'] });
const signOut = (): FeedStep => ({ feed: OFF, commands: ['close', 'sign-out'] });

function catchUp(feed: On): FeedStep {
  const { failures, reach } = feed;
  return { feed: { is: 'catching-up', failures, reach, received: 0 }, commands: ['fetch'] };
}

/** What failed before says nothing of now: should this fail too, the network is only just coming up. */
function afresh(feed: On): FeedStep {
  return catchUp({ ...feed, failures: 0 });
}

function startOver(feed: On): FeedStep {
  return { ...catchUp(feed), commands: ['close', 'start-over'] };
}

function refused(feed: On, event: FeedEventOf<'refused'>): FeedStep {
  const { is, retryAfterMs } = event.refusal;
  if (is === 'sign-in') return signOut();
  if (is === 'expired') return startOver(feed);
  const failures = feed.failures + 1;
  const until = event.at + feedDelayMs(failures, event.random, retryAfterMs);
  return { feed: { is: 'waiting', failures, reach: is, until }, commands: ['close'] };
}

/** The network is gone: what is open is of no use, however long it would take to notice. */
function goOffline(feed: On, { at, random }: FeedEventOf<'offline'>): FeedStep {
  const refusal = { is: 'unreached', retryAfterMs: null } as const;
  return refused(feed, { type: 'refused', refusal, at, random });
}

/** The server may well be there: that is asked over HTTP, soon. */
function closed(feed: On, event: FeedEventOf<'closed'>): FeedStep {
  if (event.code === UNAUTHENTICATED) return signOut();
  if (event.code === INVALID_CURSOR) return startOver(feed);
  const wasSteady = feed.is === 'live' && event.at - feed.since >= STEADY_MS;
  const failures = wasSteady ? 1 : feed.failures + 1;
  const until = event.at + feedDelayMs(failures, event.random);
  return { feed: { is: 'waiting', failures, reach: feed.reach, until }, commands: ['close'] };
}

function afterPage(feed: In<'catching-up'>, { count, hasMore }: FeedEventOf<'page'>): FeedStep {
  const { failures, received } = feed;
  const reach: Reach = 'reached';
  if (!hasMore) return { feed: { is: 'opening', failures, reach }, commands: ['open'] };
  const next = { ...feed, reach, received: received + count };
  return { feed: next, commands: ['fetch'] };
}

// A try that was begun without a network may hang long after there is one.
function wakeWithin(feed: In<'catching-up'>): FeedStep {
  if (feed.reach !== 'unreached') return keep(feed);
  return { ...afresh(feed), commands: ['close', 'fetch'] };
}

// What would have come over the socket came by asking: the socket is not alive.
function afterProbe(feed: In<'live'>, { count }: FeedEventOf<'probed'>): FeedStep {
  if (count === 0) return keep(feed);
  return { ...catchUp(feed), commands: ['close', 'fetch'] };
}

const ROWS: { readonly [Name in Is]: Row<Name> } = {
  off: {
    'signed-in': () => catchUp({ is: 'opening', failures: 0, reach: 'unknown' }),
    'signed-out': leave,
    page: keep,
    refused: keep,
    opened: keep,
    closed: keep,
    reset: keep,
    probed: keep,
    due: keep,
    wake: keep,
    offline: keep,
  },
  'catching-up': {
    'signed-in': keep,
    'signed-out': leave,
    page: afterPage,
    refused,
    opened: keep,
    closed: keep,
    reset: keep,
    probed: keep,
    due: keep,
    wake: wakeWithin,
    offline: goOffline,
  },
  opening: {
    'signed-in': keep,
    'signed-out': leave,
    page: keep,
    refused,
    opened: (feed, { at }) => keep({ ...feed, is: 'live', since: at }),
    closed,
    reset: startOver,
    probed: keep,
    due: keep,
    wake: keep,
    offline: goOffline,
  },
  live: {
    'signed-in': keep,
    'signed-out': leave,
    page: keep,
    refused,
    opened: keep,
    closed,
    reset: startOver,
    probed: afterProbe,
    due: (feed) => ({ feed, commands: ['probe'] }),
    wake: (feed) => ({ feed, commands: ['probe'] }),
    offline: goOffline,
  },
  waiting: {
    'signed-in': keep,
    'signed-out': leave,
    page: keep,
    refused: keep,
    opened: keep,
    closed: keep,
    reset: keep,
    probed: keep,
    due: catchUp,
    wake: afresh,
    offline: keep,
  },
};

export function stepFeed(feed: Feed, event: FeedEvent): FeedStep {
  const cell = ROWS[feed.is][event.type] as (feed: Feed, event: FeedEvent) => FeedStep;
  return cell(feed, event);
}
