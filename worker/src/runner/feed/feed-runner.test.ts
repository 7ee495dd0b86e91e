import type { Change, ChangesPage, FeedMessage } from '@satchel/shared/wire/sync';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ManualClock } from '../../../test/manual-clock.ts';
import { aNode } from '../../../test/nodes.ts';
import { ADA } from '../../../test/people.ts';
import type { Way } from '../../engine/feed/way.ts';
import { readAccount, recordSessionEnded, recordSignIn } from '../../local/account.ts';
import * as feed from '../../local/feed.ts';
import { isTreeComplete, readFeed } from '../../local/feed-position.ts';
import { readChildren } from '../../local/nodes.ts';
import * as snapshotProgress from '../../local/snapshot-progress.ts';
import { wipe } from '../../local/wipe.ts';
import { ApiError } from '../../net/api-error.ts';
import type { SocketEars } from '../../net/sync-socket.ts';
import { FeedRunner } from './feed-runner.ts';
import type { FeedPorts } from './ports.ts';

const NETWORK = refusal(0, 'network', 'retry');

function refusal(
  status: number,
  code: string,
  reaction: ApiError['reaction'],
  retryAfterMs = null,
) {
  return new ApiError({ status, code, reaction, retryAfterMs, detail: null, fields: [] });
}

/** A server that numbers changes; its cursor is the number of the last one seen. */
class FakeServer {
  changes: Change[] = [];
  pageSize = 2;
  failures: ApiError[] = [];
  asked: (string | null)[] = [];
  sockets: { readonly cursor: string; readonly ears: SocketEars; isOpen: boolean }[] = [];

  put(name: string, id = name): void {
    const seq = this.changes.length + 1;
    const node = aNode({ id, name, seq });
    this.changes.push({ space: 'space', seq, node });
  }

  async page(cursor: string | null): Promise<ChangesPage> {
    this.asked.push(cursor);
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    const after = Number(cursor ?? 0);
    const changes = this.changes.filter(({ seq }) => seq > after).slice(0, this.pageSize);
    const last = changes.at(-1)?.seq ?? after;
    return { changes, cursor: String(last), hasMore: last < this.changes.length };
  }

  open(cursor: string, ears: SocketEars) {
    const socket = { cursor, ears, isOpen: true };
    this.sockets.push(socket);
    return {
      close: () => {
        socket.isOpen = false;
      },
    };
  }

  say(message: FeedMessage): void {
    this.sockets.at(-1)?.ears.onMessage(message);
  }

  push(): void {
    const { changes } = this;
    this.say({
      type: 'changes',
      changes: changes.slice(-1),
      cursor: String(changes.length),
      hasMore: false,
    });
  }
}

let server: FakeServer;
let clock: ManualClock;
let ways: Way['is'][];
let runner: FeedRunner;
let ports: FeedPorts;

const names = async () => (await readChildren('root')).map(({ name }) => name).sort();
const until = (is: () => void | Promise<void>) => vi.waitFor(is, { timeout: 10_000 });

beforeEach(async () => {
  await wipe();
  await recordSignIn(ADA);
  server = new FakeServer();
  clock = new ManualClock();
  ways = [];
  ports = {
    store: { ...feed, ...snapshotProgress, recordSessionEnded },
    changes: (cursor) => server.page(cursor),
    openSocket: (cursor, ears) => server.open(cursor, ears),
    clock,
    onWay: ({ is }) => ways.push(is),
    onApplied: () => {},
  };
  runner = new FeedRunner(ports);
});

async function goLive(): Promise<void> {
  runner.follow('ada');
  await until(() => expect(server.sockets).toHaveLength(1));
  server.sockets[0]?.ears.onOpen();
}

describe('following the feed', () => {
  it('brings the whole tree and listens from there', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) server.put(name);
    await goLive();
    expect(await names()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(server.asked).toEqual([null, '2', '4']);
    expect(server.sockets[0]?.cursor).toBe('5');
    expect(await isTreeComplete()).toBe(true);
  });

  it('shows what the socket brings, however fast', async () => {
    await goLive();
    for (const name of ['a', 'b', 'c']) {
      server.put(name);
      server.push();
    }
    await until(async () => expect(await names()).toEqual(['a', 'b', 'c']));
    expect((await readFeed())?.cursor).toBe('3');
  });

  it('goes on where it was when the socket is cut', async () => {
    server.put('a');
    await goLive();
    server.put('b');
    server.sockets[0]?.ears.onClose(1006);
    await clock.advance(1000);
    await until(() => expect(server.sockets).toHaveLength(2));
    expect(await names()).toEqual(['a', 'b']);
    expect(server.asked).toEqual([null, '1']);
  });

  it('tries without end, and says that it does', async () => {
    server.failures = [NETWORK, NETWORK, NETWORK];
    runner.follow('ada');
    await until(() => expect(ways).toContain('reconnecting'));
    await clock.advance(60_000);
    await until(() => expect(server.sockets).toHaveLength(1));
    expect(ways.at(-1)).toBe('connected');
  });

  it('comes back at once when it is woken', async () => {
    server.failures = [refusal(503, 'storage-unavailable', 'retry')];
    runner.follow('ada');
    await until(() => expect(ways).toContain('maintenance'));
    runner.wake();
    await until(() => expect(server.sockets).toHaveLength(1));
  });

  it('takes away what a snapshot does not name, once it is whole', async () => {
    server.put('a');
    server.put('b');
    await goLive();
    server.changes = [];
    server.put('first', 'x');
    server.put('a again', 'a');
    server.put('last', 'y');
    server.say({ type: 'reset' });
    await until(() => expect(server.sockets).toHaveLength(2));
    expect(await names()).toEqual(['a again', 'first', 'last']);
    expect(await readFeed()).toMatchObject({ cursor: '3', isComplete: true });
  });

  it('goes on with a snapshot over a tree where it was, however often the network fails', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) server.put(name);
    await goLive();
    server.changes = server.changes.filter(({ seq }) => seq !== 3);
    server.asked = [];
    const page = server.page.bind(server);
    let isFailing = true;
    server.page = async (cursor) => {
      isFailing = !isFailing;
      if (isFailing) server.failures = [NETWORK];
      return page(cursor);
    };
    server.say({ type: 'reset' });
    await until(async () => {
      await clock.advance(60_000);
      expect(server.sockets).toHaveLength(2);
    });
    expect(server.asked).toEqual([null, '2', '2', '5', '5']);
    expect(await names()).toEqual(['a', 'b', 'd', 'e', 'f', 'g']);
  });

  it('goes on with a snapshot that another thread has begun', async () => {
    for (const name of ['over', 'unnamed', 'c']) server.put(name);
    await goLive();
    await feed.restartFeed('ada');
    const heads = new Map([['space', 2]]);
    const begun = { userId: 'ada', cursor: '2', unnamed: ['unnamed', 'c'], heads };
    await snapshotProgress.keepSnapshot(begun);
    server.asked = [];
    runner.follow(null);
    runner = new FeedRunner(ports);
    runner.follow('ada');
    await until(() => expect(server.sockets).toHaveLength(2));
    expect(server.asked).toEqual(['2']);
    expect(await names()).toEqual(['c', 'over']);
    expect(await snapshotProgress.findSnapshot('ada')).toBeNull();
  });

  it('finds out that a silent socket is dead', async () => {
    await goLive();
    server.put('a');
    await clock.advance(60_000);
    await until(() => expect(server.sockets).toHaveLength(2));
    expect(await names()).toEqual(['a']);
    expect(server.sockets[0]?.isOpen).toBe(false);
  });

  it('finds out sooner where somebody does something', async () => {
    await goLive();
    server.put('a');
    await clock.advance(4_000);
    runner.use();
    await clock.advance(1_000);
    await until(() => expect(server.sockets).toHaveLength(2));
    expect(await names()).toEqual(['a']);
  });

  it('finds out sooner where somebody did something before the socket was open', async () => {
    runner.follow('ada');
    await until(() => expect(server.sockets).toHaveLength(1));
    runner.use();
    server.sockets[0]?.ears.onOpen();
    server.put('a');
    await clock.advance(5_000);
    await until(() => expect(server.sockets).toHaveLength(2));
  });

  it('asks nothing of a server that was just heard, whatever is done', async () => {
    await goLive();
    server.asked = [];
    await clock.advance(3_000);
    runner.use();
    server.put('a');
    server.push();
    await clock.advance(50_000);
    expect(server.asked).toEqual([]);
  });

  it('tries at once what waits where somebody does something, unless it was asked to wait', async () => {
    server.failures = [NETWORK];
    runner.follow('ada');
    await until(() => expect(ways).toContain('reconnecting'));
    runner.use();
    await until(() => expect(server.sockets).toHaveLength(1));
    server.failures = [refusal(503, 'storage-unavailable', 'retry')];
    server.sockets[0]?.ears.onClose(1006);
    await clock.advance(1_000);
    await until(() => expect(ways.at(-1)).toBe('maintenance'));
    server.asked = [];
    runner.use();
    expect(server.asked).toEqual([]);
  });

  it('forgets the tree when the session was ended', async () => {
    server.put('a');
    await goLive();
    server.sockets[0]?.ears.onClose(4401);
    await until(async () => expect((await readAccount()).isSignedIn).toBe(false));
    expect(await names()).toEqual([]);
    expect(await readFeed()).toBeNull();
  });

  it('goes on where another thread has brought it', async () => {
    server.put('a');
    await goLive();
    server.put('b');
    const { changes } = server;
    await feed.applyChanges({ userId: 'ada', changes, from: '1', to: '2', isLast: true });
    server.put('c');
    server.push();
    await until(() => expect(server.sockets).toHaveLength(2));
    expect(await names()).toEqual(['a', 'b', 'c']);
  });

  it('follows nobody once nobody is signed in', async () => {
    await goLive();
    runner.follow(null);
    expect(server.sockets[0]?.isOpen).toBe(false);
  });
});
