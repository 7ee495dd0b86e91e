// The sender against a server that answers when the test says so. The queue is the real one.
import '../../test/fake-indexeddb.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DOER, queueHere } from '../../test/deeds.ts';
import { ManualClock, settled } from '../../test/manual-clock.ts';
import { NEW_FOLDER } from '../../test/mutations.ts';
import { aFolder, aNode } from '../../test/nodes.ts';
import { ADA } from '../../test/people.ts';
import { readAccount, recordSignIn } from '../local/account.ts';
import { applyNodes } from '../local/node-writes.ts';
import { findNode, readChildren } from '../local/nodes.ts';
import { countUnsent } from '../local/outbox.ts';
import { readOutbox } from '../local/read-outbox.ts';
import { takeBack } from '../local/take-back.ts';
import { wipe } from '../local/wipe.ts';
import { ApiError } from '../net/api-error.ts';
import { outboxStore } from './create-outbox.ts';
import { OutboxSender } from './outbox-sender.ts';
import type { MutationApi } from './send-mutation.ts';

const TRASH = { is: 'trash' } as const;
const problem = (
  code: string,
  reaction: ApiError['reaction'],
  retryAfterMs: number | null = null,
) => new ApiError({ status: 0, code, reaction, retryAfterMs, detail: null, fields: [] });
const NO_NETWORK = problem('network', 'retry');

let clock: ManualClock;
let sender: OutboxSender;
let isOnline: boolean;
/** Calls, as "trash a", with their keys. */
let calls: [call: string, key: string][];
/** What the next call that begins so ends with; a promise holds it. */
let answers: Map<string, unknown>;
let connection: object[];

async function called<Result>(call: string, key: string, result: () => Promise<Result>) {
  calls.push([call, key]);
  const answer = await answers.get(call);
  if (answer instanceof Error) throw answer;
  return result();
}

const row = async (id: string) => {
  const {
    isTrashRoot: _root,
    appliedAt: _at,
    ...node
  } = (await findNode(id)) ?? {
    ...aNode({ id }),
    isTrashRoot: 0,
    appliedAt: 0,
  };
  return { ...node, seq: node.seq + 1 };
};

const api: MutationApi = {
  createFolder: ({ id, name }, key) => called(`create ${name}`, key, () => row(id)),
  update: (id, change, key) =>
    called(`${'name' in change ? 'rename' : 'move'} ${id}`, key, () => row(id)),
  trash: (id, key) => called(`trash ${id}`, key, () => row(id)),
  restore: (id, key) => called(`restore ${id}`, key, () => row(id)),
  purge: (id, key) => called(`purge ${id}`, key, async () => undefined),
  get: (id) => called(`get ${id}`, '', async () => ({ node: await row(id), path: [] })),
  list: (id) =>
    called(`list ${id}`, '', async () => ({
      items: [aFolder({ id: 'there', name: 'trip' })],
      nextCursor: null,
    })),
};

beforeEach(async () => {
  await wipe();
  await recordSignIn(ADA);
  const root = aFolder({ id: 'root', parentId: null, name: 'My files' });
  await applyNodes([root, ...['a', 'b', 'c'].map((id) => aNode({ id, name: id }))], 1);
  clock = new ManualClock();
  [calls, answers, connection] = [[], new Map(), []];
  const recordConnection = async (facts: object) => void connection.push(facts);
  const store = { ...outboxStore, recordConnection };
  isOnline = true;
  const ports = { store, api, clock, isOnline: () => isOnline, onFolders: () => undefined };
  sender = new OutboxSender(ports, async (work) => {
    await work();
    return true;
  });
});

const names = async () => (await readChildren('root')).map(({ name }) => name).sort();
const sent = () => calls.map(([call]) => call);
const left = () => countUnsent(DOER.userId);

/** Pumps, and lets time go on until nothing happens any more, or for so long. */
async function pump(forMs = 31_000): Promise<void> {
  const pumped = sender.pump();
  let isOver = false;
  void pumped.finally(() => {
    isOver = true;
  });
  const until = clock.now() + forMs;
  while (!isOver && clock.now() < until) {
    for (let turn = 0; turn < 5; turn += 1) await settled();
    await clock.advance(50);
  }
}

function latch() {
  let open: (answer?: unknown) => void = () => undefined;
  const opened = new Promise<unknown>((resolve) => {
    open = resolve;
  });
  return { opened, open: (answer?: unknown) => open(answer) };
}

describe('the sender', () => {
  it('sends what is independent at the same time', async () => {
    const gate = latch();
    for (const id of ['a', 'b', 'c']) answers.set(`trash ${id}`, gate.opened);
    await queueHere(['a', 'b', 'c'], TRASH);
    await pump(500);
    expect(sent()).toEqual(['trash a', 'trash b', 'trash c']);
    gate.open();
    await pump();
    expect(await left()).toBe(0);
  });

  it('sends what depends on another only once that is in the replica', async () => {
    const gate = latch();
    answers.set('create Trip', gate.opened);
    await queueHere(['new'], NEW_FOLDER);
    await queueHere(['inner'], { ...NEW_FOLDER, name: 'Inner', parentId: 'new' });
    await queueHere(['a'], { is: 'move', parentId: 'inner' });
    await pump(500);
    expect(sent()).toEqual(['create Trip']);
    gate.open();
    await pump();
    expect(sent()).toEqual(['create Trip', 'create Inner', 'move a']);
    expect(await left()).toBe(0);
  });

  it('sends what is queued while it sends', async () => {
    const gate = latch();
    answers.set('trash a', gate.opened);
    await queueHere(['a'], TRASH);
    await pump(500);
    await queueHere(['b'], TRASH);
    await pump(500);
    expect(sent()).toEqual(['trash a', 'trash b']);
    gate.open();
    await pump();
    expect(await left()).toBe(0);
  });

  it('sends again under the same key what it does not know the answer to', async () => {
    answers.set('trash a', NO_NETWORK);
    await queueHere(['a'], TRASH);
    await pump(400);
    answers.clear();
    await pump();
    expect(sent().length).toBeGreaterThan(1);
    expect(new Set(calls.map(([, key]) => key)).size).toBe(1);
    expect(await left()).toBe(0);
  });

  it('sends nothing else while the way is closed, and says until when', async () => {
    answers.set('trash a', problem('rate-limited', 'retry', 20_000));
    await queueHere(['a'], TRASH);
    await pump(400);
    await queueHere(['b'], TRASH);
    await pump(5000);
    expect(sent()).toEqual(['trash a']);
    expect(connection[0]).toMatchObject({ failures: 1, code: 'rate-limited' });
    answers.clear();
    await pump();
    expect(await left()).toBe(0);
  });

  it('begins no call without a network, so that nobody else can have what waits', async () => {
    isOnline = false;
    await queueHere(['a'], TRASH);
    await pump();
    const [row] = await readOutbox(DOER.userId);
    expect([sent(), row?.triedAt]).toEqual([[], null]);
    isOnline = true;
    await pump();
    expect(await left()).toBe(0);
  });

  it('counts as unsent what it did not come to before the way was closed', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `x${n}`);
    await applyNodes(ids.map((id) => aNode({ id, name: id })));
    for (const id of ids.slice(6)) answers.set(`trash ${id}`, NO_NETWORK);
    await queueHere(ids, TRASH);
    await pump(300);
    await vi.waitFor(async () => {
      const rows = await readOutbox(DOER.userId);
      const tried = rows.filter(({ triedAt }) => triedAt !== null);
      expect([rows.length, tried.length]).toEqual([34, 6]);
    });
    answers.clear();
    await pump();
    expect(await left()).toBe(0);
  });

  it('keeps one that the server stumbles over for later, and sends the others', async () => {
    answers.set('trash a', problem('internal', 'retry'));
    await queueHere(['a', 'b'], TRASH);
    await pump(400);
    expect([await left(), sent()]).toEqual([1, expect.arrayContaining(['trash b'])]);
    answers.clear();
    await pump();
    expect(await left()).toBe(0);
  });

  it('hears the answer to what is under way when the network goes and more is queued', async () => {
    const gate = latch();
    answers.set('trash a', gate.opened);
    await queueHere(['a'], TRASH);
    await pump(100);
    isOnline = false;
    await queueHere(['b'], TRASH);
    await pump(100);
    gate.open();
    await pump();
    expect([sent(), await left()]).toEqual([['trash a'], 1]);
  });

  it('stops where nobody is signed in any more, and loses nothing', async () => {
    answers.set('trash a', problem('unauthenticated', 'sign-in'));
    await queueHere(['a'], TRASH);
    await pump();
    expect([(await readAccount()).isSignedIn, await left()]).toEqual([false, 1]);
    await pump();
    expect(sent()).toEqual(['trash a']);
    answers.clear();
    await recordSignIn(ADA);
    await pump();
    expect(await left()).toBe(0);
  });

  it('never sends what was taken back before its turn', async () => {
    const gate = latch();
    answers.set('create Trip', gate.opened);
    await queueHere(['new'], NEW_FOLDER);
    await queueHere(['a'], { is: 'move', parentId: 'new' });
    await pump(500);
    const move = (await readOutbox(DOER.userId)).find(({ nodeId }) => nodeId === 'a');
    await takeBack(DOER, move?.id ?? '');
    gate.open();
    await pump();
    expect(sent()).toEqual(['create Trip']);
  });
});

describe('a refusal', () => {
  const refusal = async () => (await readOutbox(DOER.userId)).map((one) => one.refusal?.code);

  it('takes back what was shown, and waits for its person', async () => {
    answers.set('rename a', problem('name-taken', 'fix'));
    await queueHere(['a'], { is: 'rename', name: 'x' });
    await pump();
    expect([await names(), await refusal()]).toEqual([['a', 'b', 'c'], ['name-taken']]);
  });

  it.each([
    ['not-found', problem('not-found', 'refetch'), 'node-gone'],
    ['not-found', null, 'parent-gone'],
    ['in-trash', null, 'parent-trashed'],
  ])('%s of a move says whether the node is away or the folder (%#)', async (code, node, means) => {
    answers.set('move a', problem(code, 'refetch'));
    answers.set('get a', node);
    await queueHere(['a'], { is: 'move', parentId: 'root2' });
    await pump();
    expect(await refusal()).toEqual([means]);
  });

  it('of a purge that was done already is none', async () => {
    answers.set('purge a', problem('not-found', 'refetch'));
    answers.set('get a', problem('not-found', 'refetch'));
    await queueHere(['a'], { is: 'purge' });
    await pump();
    expect([await readOutbox(DOER.userId), await names()]).toEqual([[], ['b', 'c']]);
  });

  it('of a purge of what was restored meanwhile brings it back', async () => {
    answers.set('purge a', problem('not-found', 'refetch'));
    await queueHere(['a'], { is: 'purge' });
    await pump();
    expect([await refusal(), await names()]).toEqual([['node-restored'], ['a', 'b', 'c']]);
  });

  it('of a dropped folder whose name is taken puts what is in it into the one that is there', async () => {
    answers.set('create Trip', problem('name-taken', 'fix'));
    await queueHere(['new'], { ...NEW_FOLDER, joins: true });
    await queueHere(['inner'], { ...NEW_FOLDER, name: 'Inner', parentId: 'new', joins: true });
    await pump();
    expect(sent()).toEqual(['create Trip', 'list root', 'create Inner']);
    expect((await findNode('inner'))?.parentId).toBe('there');
    expect(await names()).toEqual(['a', 'b', 'c', 'trip']);
  });
});
