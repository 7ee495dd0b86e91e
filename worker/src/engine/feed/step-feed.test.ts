import { describe, expect, it } from 'vitest';
import { type Feed, type FeedEvent, OFF } from './feed.ts';
import { stepFeed } from './step-feed.ts';
import { wayOf } from './way.ts';

const at = 1000;
const moment = { at, random: 0 };
const unreached = { is: 'unreached', retryAfterMs: null } as const;

/** Goes through events, and gives where that leads and all that was commanded. */
function after(events: readonly FeedEvent[], from: Feed = OFF) {
  const commands: string[] = [];
  let feed = from;
  for (const event of events) {
    const step = stepFeed(feed, event);
    feed = step.feed;
    commands.push(...step.commands);
  }
  return { feed, commands };
}

const LIVE: readonly FeedEvent[] = [
  { type: 'signed-in' },
  { type: 'page', count: 2, hasMore: false },
  { type: 'opened', at: 0 },
];
const live = after(LIVE).feed;

describe('the feed', () => {
  it('catches up page by page, then listens', () => {
    const { feed, commands } = after([
      { type: 'signed-in' },
      { type: 'page', count: 1000, hasMore: true },
      { type: 'page', count: 3, hasMore: false },
      { type: 'opened', at },
    ]);
    expect(feed.is).toBe('live');
    expect(commands).toEqual(['fetch', 'fetch', 'open']);
  });

  it('counts what has come while more is to come', () => {
    const { feed } = after([
      { type: 'signed-in' },
      { type: 'page', count: 1000, hasMore: true },
      { type: 'page', count: 1000, hasMore: true },
    ]);
    expect(wayOf(feed)).toEqual({ is: 'connected', arriving: 2000 });
  });

  it('waits longer after every failure, but never more than half a minute', () => {
    let feed = after([{ type: 'signed-in' }]).feed;
    const waits: number[] = [];
    for (let tries = 0; tries < 12; tries++) {
      feed = after([{ type: 'refused', refusal: unreached, at, random: 1 }], feed).feed;
      waits.push(feed.is === 'waiting' ? feed.until - at : 0);
      feed = after([{ type: 'due' }], feed).feed;
    }
    expect(waits.slice(0, 3)).toEqual([500, 1000, 2000]);
    expect(waits.at(-1)).toBe(30_000);
  });

  it('waits as long as a server asks that is being looked after, and says so', () => {
    const refusal = { is: 'maintenance', retryAfterMs: 120_000 } as const;
    const { feed } = after([{ type: 'signed-in' }, { type: 'refused', refusal, ...moment }]);
    expect(feed).toMatchObject({ is: 'waiting', until: at + 120_000 });
    expect(wayOf(feed).is).toBe('maintenance');
    expect(wayOf(after([{ type: 'due' }], feed).feed).is).toBe('maintenance');
  });

  it('tries at once when it is woken', () => {
    const waiting = after([{ type: 'refused', refusal: unreached, ...moment }], live).feed;
    expect(after([{ type: 'wake' }], waiting)).toMatchObject({
      feed: { is: 'catching-up' },
      commands: ['fetch'],
    });
  });

  it('begins anew when it is woken, however often it has failed, and whatever hangs', () => {
    const tired: Feed = { is: 'waiting', failures: 9, reach: 'unreached', until: at + 30_000 };
    const woken = after([{ type: 'wake' }], tired).feed;
    const hanging = after([{ type: 'due' }], tired).feed;
    expect(after([{ type: 'wake' }], hanging)).toEqual({
      feed: woken,
      commands: ['close', 'fetch'],
    });
    const failed = after([{ type: 'refused', refusal: unreached, at, random: 1 }], woken).feed;
    expect(failed).toMatchObject({ is: 'waiting', until: at + 500 });
  });

  it('breaks off no page for being woken where the server answers', () => {
    const catching = after([
      { type: 'signed-in' },
      { type: 'page', count: 1000, hasMore: true },
    ]).feed;
    expect(after([{ type: 'wake' }], catching)).toEqual({ feed: catching, commands: [] });
  });

  it('is reconnecting once the server was asked and did not answer', () => {
    const closed = after([{ type: 'closed', code: 1006, ...moment }], live).feed;
    expect(wayOf(closed).is).toBe('connected');
    const { feed } = after(
      [{ type: 'due' }, { type: 'refused', refusal: unreached, ...moment }],
      closed,
    );
    expect(wayOf(feed).is).toBe('reconnecting');
  });

  it('stays connected where only the socket is kept from it', () => {
    const opening = after(LIVE.slice(0, 2)).feed;
    const { feed } = after([{ type: 'closed', code: 1006, ...moment }, { type: 'due' }], opening);
    expect(wayOf(feed).is).toBe('connected');
  });

  it('does not come back ever faster to a server that closes every socket', () => {
    let feed: Feed = live;
    const waits: number[] = [];
    for (let n = 0; n < 4; n++) {
      feed = after([{ type: 'closed', code: 4429, at: 10, random: 1 }], feed).feed;
      waits.push(feed.is === 'waiting' ? feed.until - 10 : 0);
      feed = after(
        [{ type: 'due' }, { type: 'page', count: 0, hasMore: false }, { type: 'opened', at: 10 }],
        feed,
      ).feed;
    }
    expect(waits).toEqual([500, 1000, 2000, 4000]);
  });

  it('forgets its failures with a socket that lasts', () => {
    const shaky: Feed = { is: 'live', failures: 7, reach: 'reached', since: 0 };
    const { feed } = after([{ type: 'closed', code: 1001, at: 60_000, random: 1 }], shaky);
    expect(feed).toMatchObject({ failures: 1, until: 60_500 });
  });

  it('starts over where the server can not go on from here', () => {
    const refusal = { is: 'expired', retryAfterMs: null } as const;
    expect(after([{ type: 'reset' }], live).commands).toEqual(['close', 'start-over']);
    expect(after([{ type: 'closed', code: 4400, ...moment }], live).commands).toEqual([
      'close',
      'start-over',
    ]);
    const catching = after([{ type: 'signed-in' }]).feed;
    expect(after([{ type: 'refused', refusal, ...moment }], catching).commands).toEqual([
      'close',
      'start-over',
    ]);
  });

  it('signs out when the session was ended', () => {
    const refusal = { is: 'sign-in', retryAfterMs: null } as const;
    const expected = { feed: OFF, commands: ['close', 'sign-out'] };
    expect(after([{ type: 'closed', code: 4401, ...moment }], live)).toEqual(expected);
    expect(after([{ type: 'refused', refusal, ...moment }], live)).toEqual(expected);
  });

  it('asks when the socket is silent, and gives it up where that brings something', () => {
    expect(after([{ type: 'due' }], live).commands).toEqual(['probe']);
    expect(after([{ type: 'probed', count: 0 }], live)).toEqual({ feed: live, commands: [] });
    expect(after([{ type: 'probed', count: 1 }], live).commands).toEqual(['close', 'fetch']);
  });

  it('gives up what is open when the network goes', () => {
    const { feed, commands } = after([{ type: 'offline', ...moment }], live);
    expect(feed.is).toBe('waiting');
    expect(commands).toEqual(['close']);
  });
});
