import { beforeEach, describe, expect, it } from 'vitest';
import { answerAll, DOER, queueHere } from '../../test/deeds.ts';
import { NEW_FOLDER } from '../../test/mutations.ts';
import { aFolder } from '../../test/nodes.ts';
import {
  a,
  answer,
  b,
  beginOutbox,
  enqueueInto,
  entry,
  move,
  names,
  queue,
  rename,
  send,
  TRASH,
} from '../../test/outbox-scene.ts';
import { db } from './database.ts';
import { applyChanges, openFeed } from './feed.ts';
import { replaceFolderChildren, replaceTrash } from './listings.ts';
import { applyNode, removeNodes } from './node-writes.ts';
import { findNode, readTrash } from './nodes.ts';
import { settle } from './outbox-work.ts';
import { takeUntold } from './refused.ts';
import { takeBack } from './take-back.ts';
import { findUpload } from './uploads.ts';
import { wipe } from './wipe.ts';

beforeEach(beginOutbox);

const trashed = async () => (await readTrash()).map((row) => row.name).sort();

describe('what the server says meanwhile', () => {
  it('goes beneath what is queued, and shows once that is refused', async () => {
    await queueHere(['a'], TRASH);
    await applyNode({ ...a, name: 'renamed elsewhere', seq: 7 });
    expect(await names()).toEqual(['b', 'folder']);
    await answer('a', { is: 'refused', code: 'forbidden' });
    expect(await names()).toEqual(['b', 'folder', 'renamed elsewhere']);
  });

  it('and what is queued are shown together', async () => {
    await queueHere(['a'], move('f'));
    await applyNode({ ...a, name: 'renamed elsewhere', seq: 7 });
    expect(await names('f')).toEqual(['renamed elsewhere']);
  });

  it('is not overruled by an answer that is older', async () => {
    await queueHere(['a'], rename('mine'));
    await send('a');
    await applyNode({ ...a, name: 'theirs', seq: 9 });
    await answer('a', { is: 'done', node: { ...a, name: 'mine', seq: 5 } });
    expect(await findNode('a')).toMatchObject({ name: 'theirs', seq: 9 });
  });

  it('in a listing does not put back what was moved, trashed or deleted', async () => {
    await replaceTrash([{ ...b, trashedAt: '2026-01-01' }], 15);
    await queueHere(['b'], { is: 'purge' }, 20);
    await queueHere(['a'], TRASH, 20);
    await replaceFolderChildren('root', [a], 30);
    await replaceTrash([{ ...b, trashedAt: '2026-01-01' }], 30);
    expect([await names(), await trashed()]).toEqual([[], ['a']]);
    await answerAll(40);
    await replaceFolderChildren('root', [a], 30);
    await replaceTrash([{ ...b, trashedAt: '2026-01-01' }], 30);
    expect([await names(), await trashed()]).toEqual([[], ['a']]);
  });

  it('that a node is gone takes it, but not a folder that is still to be made in it', async () => {
    await queueHere(['a'], move('f'));
    await queueHere(['new'], { ...NEW_FOLDER, parentId: 'f' });
    await removeNodes(['f']);
    expect(await findNode('f')).toBeUndefined();
    expect(await findNode('a')).toMatchObject({ parentId: 'f' });
    expect(await findNode('new')).toMatchObject({ parentId: 'f' });
    await removeNodes(['a']);
    expect(await findNode('a')).toBeUndefined();
  });
});

describe('an answer', () => {
  it.each([
    ['of a change', 'a', rename('x'), { ...a, name: 'x', seq: 5 }],
    ['of a new folder', 'new', NEW_FOLDER, aFolder({ id: 'new', seq: 5 })],
  ] as const)(
    '%s, repeated after the node is gone, does not bring it back',
    async (_, id, mutation, node) => {
      await openFeed('ada');
      await queueHere([id], mutation);
      await send(id);
      const changes = [{ space: 'space', seq: 6, gone: id }];
      await applyChanges({ userId: 'ada', changes, from: null, to: 'c6', isLast: true });
      await answer(id, { is: 'done', node });
      expect(await findNode(id)).toBeUndefined();
      expect([await queue(), await db.shadows.count()]).toEqual([[], 0]);
    },
  );

  it('shows a node that was gone and is there again', async () => {
    await openFeed('ada');
    await queueHere(['a'], rename('x'));
    await send('a');
    const changes = [{ space: 'space', seq: 6, gone: 'a' }];
    await applyChanges({ userId: 'ada', changes, from: null, to: 'c6', isLast: true });
    await answer('a', { is: 'done', node: { ...a, name: 'x', seq: 7 } });
    expect(await findNode('a')).toMatchObject({ name: 'x', seq: 7 });
  });

  it('that the node is gone drops all that was to be done to it', async () => {
    await queueHere(['a'], rename('x'));
    await queueHere(['a'], TRASH);
    await answer('a', { is: 'gone' });
    expect(await queue()).toEqual([['a', 'rename']]);
    expect((await entry('a')).refusal?.code).toBe('node-gone');
    expect(await findNode('a')).toBeUndefined();
    expect(await db.shadows.count()).toBe(0);
  });

  it('to what was taken off the queue meanwhile writes nothing', async () => {
    await queueHere(['a'], rename('x'));
    const { id } = await entry('a');
    await wipe();
    await settle([{ id, is: 'done', node: { ...a, name: 'x', seq: 2 } }]);
    expect(await findNode('a')).toBeUndefined();
  });

  it('that a folder was there already puts into it what was to go into the new one', async () => {
    await queueHere(['new'], { ...NEW_FOLDER, joins: true });
    await queueHere(['inner'], { ...NEW_FOLDER, name: 'Inner', parentId: 'new', joins: true });
    await enqueueInto('new');
    await answer('new', { is: 'joined', folder: aFolder({ id: 'there', name: 'trip' }) });
    expect((await entry('inner')).mutation).toMatchObject({ parentId: 'there' });
    expect([await names(), await names('there')]).toEqual([
      ['a', 'b', 'folder', 'trip'],
      ['Inner'],
    ]);
    expect((await findUpload('u'))?.folderId).toBe('there');
  });

  it('says what was not done to a folder that another took in', async () => {
    await queueHere(['new'], { ...NEW_FOLDER, joins: true });
    await enqueueInto('new');
    await queueHere(['new'], TRASH);
    await answer('new', { is: 'joined', folder: aFolder({ id: 'there', name: 'trip' }) });
    expect(await names()).toEqual(['a', 'b', 'folder', 'trip']);
    const told = (await takeUntold('ada')).map(({ mutation, refusal }) => [
      mutation.is,
      refusal?.code,
    ]);
    expect(told).toEqual([['trash', 'node-joined']]);
    await takeBack(DOER, (await entry('new')).id);
    expect(await queue()).toEqual([]);
  });

  it('is told once, when all of the deed is answered', async () => {
    await queueHere(['a', 'b'], TRASH);
    await answer('a', { is: 'refused', code: 'forbidden' });
    expect(await takeUntold('ada')).toEqual([]);
    await answer('b', { is: 'done', node: null });
    expect((await takeUntold('ada')).map(({ nodeId, deedSize }) => [nodeId, deedSize])).toEqual([
      ['a', 2],
    ]);
    expect(await takeUntold('ada')).toEqual([]);
  });
});
