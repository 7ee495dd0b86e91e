import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DOER, queueHere } from '../../test/deeds.ts';
import { NEW_FOLDER } from '../../test/mutations.ts';
import { aNode } from '../../test/nodes.ts';
import { ADA } from '../../test/people.ts';
import {
  beginSending,
  latch,
  left,
  NO_NETWORK,
  problem,
  pump,
  scene,
  sent,
  TRASH,
} from '../../test/sender-scene.ts';
import { readAccount, recordSignIn } from '../local/account.ts';
import { applyNodes } from '../local/node-writes.ts';
import { readOutbox } from '../local/read-outbox.ts';
import { takeBack } from '../local/take-back.ts';

beforeEach(beginSending);

describe('the sender', () => {
  it('sends what is independent at the same time', async () => {
    const gate = latch();
    for (const id of ['a', 'b', 'c']) scene.answers.set(`trash ${id}`, gate.opened);
    await queueHere(['a', 'b', 'c'], TRASH);
    await pump(500);
    expect(sent()).toEqual(['trash a', 'trash b', 'trash c']);
    gate.open();
    await pump();
    expect(await left()).toBe(0);
  });

  it('sends what depends on another only once that is in the replica', async () => {
    const gate = latch();
    scene.answers.set('create Trip', gate.opened);
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
    scene.answers.set('trash a', gate.opened);
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
    scene.answers.set('trash a', NO_NETWORK);
    await queueHere(['a'], TRASH);
    await pump(400);
    scene.answers.clear();
    await pump();
    expect(sent().length).toBeGreaterThan(1);
    expect(new Set(scene.calls.map(([, key]) => key)).size).toBe(1);
    expect(await left()).toBe(0);
  });

  it('sends nothing else while the way is closed, and says until when', async () => {
    scene.answers.set('trash a', problem('rate-limited', 'retry', 20_000));
    await queueHere(['a'], TRASH);
    await pump(400);
    await queueHere(['b'], TRASH);
    await pump(5000);
    expect(sent()).toEqual(['trash a']);
    expect(scene.connection[0]).toMatchObject({ failures: 1, code: 'rate-limited' });
    scene.answers.clear();
    await pump();
    expect(await left()).toBe(0);
  });

  it('begins no call without a network, so that nobody else can have what waits', async () => {
    scene.isOnline = false;
    await queueHere(['a'], TRASH);
    await pump();
    const [row] = await readOutbox(DOER.userId);
    expect([sent(), row?.triedAt]).toEqual([[], null]);
    scene.isOnline = true;
    await pump();
    expect(await left()).toBe(0);
  });

  it('counts as unsent what it did not come to before the way was closed', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `x${n}`);
    await applyNodes(ids.map((id) => aNode({ id, name: id })));
    for (const id of ids.slice(6)) scene.answers.set(`trash ${id}`, NO_NETWORK);
    await queueHere(ids, TRASH);
    await pump(300);
    await vi.waitFor(async () => {
      const rows = await readOutbox(DOER.userId);
      const tried = rows.filter(({ triedAt }) => triedAt !== null);
      expect([rows.length, tried.length]).toEqual([34, 6]);
    });
    scene.answers.clear();
    await pump();
    expect(await left()).toBe(0);
  });

  it('keeps one that the server stumbles over for later, and sends the others', async () => {
    scene.answers.set('trash a', problem('internal', 'retry'));
    await queueHere(['a', 'b'], TRASH);
    await pump(400);
    expect([await left(), sent()]).toEqual([1, expect.arrayContaining(['trash b'])]);
    scene.answers.clear();
    await pump();
    expect(await left()).toBe(0);
  });

  it('hears the answer to what is under way when the network goes and more is queued', async () => {
    const gate = latch();
    scene.answers.set('trash a', gate.opened);
    await queueHere(['a'], TRASH);
    await pump(100);
    scene.isOnline = false;
    await queueHere(['b'], TRASH);
    await pump(100);
    gate.open();
    await pump();
    expect([sent(), await left()]).toEqual([['trash a'], 1]);
  });

  it('stops where nobody is signed in any more, and loses nothing', async () => {
    scene.answers.set('trash a', problem('unauthenticated', 'sign-in'));
    await queueHere(['a'], TRASH);
    await pump();
    expect([(await readAccount()).isSignedIn, await left()]).toEqual([false, 1]);
    await pump();
    expect(sent()).toEqual(['trash a']);
    scene.answers.clear();
    await recordSignIn(ADA);
    await pump();
    expect(await left()).toBe(0);
  });

  it('keeps what goes into a folder that was refused while the queue was read', async () => {
    const [creation, reading] = [latch(), latch()];
    scene.answers.set('create Trip', creation.opened);
    await queueHere(['new'], NEW_FOLDER);
    await queueHere(['inner'], { ...NEW_FOLDER, name: 'Inner', parentId: 'new' });
    await pump(500);
    scene.reading = reading.opened;
    await queueHere(['a'], TRASH);
    await pump(500);
    creation.open(problem('name-taken', 'fix'));
    await pump(1000);
    reading.open();
    await pump();
    expect(sent()).toEqual(['create Trip', 'trash a']);
  });

  it('never sends what was taken back before its turn', async () => {
    const gate = latch();
    scene.answers.set('create Trip', gate.opened);
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
