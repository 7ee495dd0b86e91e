// The dedicated worker of the leading tab: follows the feed beside the page, so that writing a large
// tree stops no scrolling, and a tab that is hidden does not slow it down.

import { readAccount, recordSessionEnded, recordUser, watchSignedIn } from './local/account.ts';
import * as feed from './local/feed.ts';
import { findSnapshot, keepSnapshot } from './local/snapshot-progress.ts';
import { createApi } from './net/api.ts';
import { ApiError } from './net/api-error.ts';
import { openSyncSocket } from './net/sync-socket.ts';
import { type FeedNote, openFeedChannel } from './runner/feed/channel.ts';
import { FeedRunner } from './runner/feed/feed-runner.ts';
import { FreshUsage } from './runner/feed/fresh-usage.ts';
import { realClock } from './runner/real-ports.ts';

const api = createApi();
const channel = openFeedChannel();
const tell = (note: FeedNote) => channel.postMessage(note);

const usage = new FreshUsage(async () => {
  const { isSignedIn } = await readAccount();
  if (!isSignedIn) return;
  try {
    await recordUser(await api.auth.me());
  } catch (error) {
    if (error instanceof ApiError && error.reaction === 'sign-in') await recordSessionEnded();
    throw error;
  }
}, realClock);

const runner = new FeedRunner({
  store: { ...feed, keepSnapshot, findSnapshot, recordSessionEnded },
  changes: api.sync.changes,
  openSocket: openSyncSocket,
  clock: realClock,
  onWay(way) {
    tell({ type: 'way', way });
    if (way.is === 'connected') usage.refresh();
  },
  onApplied: (changes) => usage.note(changes),
});

const ACTS: Record<FeedNote['type'], () => void> = {
  way: () => {},
  here: () => {},
  ask: () => tell({ type: 'way', way: runner.way }),
  wake: () => runner.wake(),
  use: () => runner.use(),
  offline: () => runner.goOffline(),
};

channel.addEventListener('message', ({ data }: MessageEvent<FeedNote>) => ACTS[data.type]());
watchSignedIn((userId) => runner.follow(userId));
ACTS.ask();
