import { beforeEach, describe, expect, it } from 'vitest';
import { queueHere } from '../../test/deeds.ts';
import { NEW_FOLDER } from '../../test/mutations.ts';
import { aFolder, aNode } from '../../test/nodes.ts';
import {
  a,
  answer,
  beginOutbox,
  entry,
  move,
  names,
  queue,
  rename,
  send,
  TRASH,
} from '../../test/outbox-scene.ts';
import { db } from './database.ts';
import { applyNode, applyNodes } from './node-writes.ts';
import { findNode, readTrash } from './nodes.ts';
import { countUnsent } from './outbox.ts';

beforeEach(beginOutbox);

const RESTORE = { is: 'restore', homeId: null } as const;
const trashed = async () => (await readTrash()).map((row) => row.name).sort();

describe('a mutation', () => {
  it('is queued and shown at once', async () => {
    await queueHere(['a'], TRASH);
    await queueHere(['b'], move('f'));
    expect([await names(), await names('f'), await trashed()]).toEqual([['folder'], ['b'], ['a']]);
    expect(await queue()).toEqual([
      ['a', 'trash'],
      ['b', 'move'],
    ]);
  });

  it('leaves the queue as its effect is in the replica', async () => {
    await queueHere(['a'], rename('new'));
    await answer('a', { is: 'done', node: { ...a, name: 'new', seq: 2 } });
    expect([await queue(), await findNode('a')]).toMatchObject([[], { name: 'new', seq: 2 }]);
    expect(await db.shadows.count()).toBe(0);
  });

  it('that changes nothing is none', async () => {
    await queueHere(['a'], rename('a'));
    await queueHere(['a'], move('root'));
    await queueHere(['a'], RESTORE);
    expect(await queue()).toEqual([]);
  });

  it('never puts a folder into itself', async () => {
    await applyNode(aFolder({ id: 'inner', parentId: 'f' }));
    await expect(queueHere(['f'], move('inner'))).rejects.toMatchObject({ code: 'cycle' });
    expect([await queue(), (await findNode('f'))?.parentId]).toEqual([[], 'root']);
  });

  it('to thousands is one write', async () => {
    const many = Array.from({ length: 600 }, (_, n) => aNode({ id: `x${n}`, name: `x${n}` }));
    await applyNodes(many);
    await queueHere(
      many.map(({ id }) => id),
      TRASH,
    );
    expect([await countUnsent('ada'), (await trashed()).length]).toEqual([600, 600]);
  });

  it('in a folder that is not made yet waits for it', async () => {
    await queueHere(['new'], NEW_FOLDER);
    await queueHere(['a'], move('new'));
    await queueHere(['inner'], { ...NEW_FOLDER, parentId: 'new' });
    const folder = await entry('new');
    expect((await entry('a')).after).toEqual([folder.id]);
    expect((await entry('inner')).after).toEqual([folder.id]);
    expect(await names('new')).toEqual(['Trip', 'a']);
  });

  it('brings what was trashed back to the top where its folder is gone', async () => {
    await applyNode(aNode({ id: 'c', parentId: 'f', name: 'c' }));
    await queueHere(['c'], TRASH);
    await queueHere(['f'], TRASH);
    await send('c');
    await queueHere(['c'], RESTORE);
    expect(await names()).toContain('c');
  });
});

describe('opposite mutations that nobody has sent', () => {
  it.each([
    [TRASH, RESTORE],
    [rename('x'), rename('a')],
    [move('f'), move('root')],
  ])('%j and %j leave nothing to send', async (one, other) => {
    const before = await findNode('a');
    await queueHere(['a'], one);
    await queueHere(['a'], other);
    expect(await queue()).toEqual([]);
    expect(await findNode('a')).toMatchObject({ ...before, appliedAt: expect.any(Number) });
    expect(await db.shadows.count()).toBe(0);
  });

  it('a folder that is thrown away again was never made', async () => {
    await queueHere(['new'], NEW_FOLDER);
    await queueHere(['new'], rename('Tour'));
    expect(await names()).toContain('Tour');
    await queueHere(['new'], TRASH);
    expect([await queue(), await names()]).toEqual([[], ['a', 'b', 'folder']]);
  });

  it('are both sent where the first was', async () => {
    await queueHere(['a'], TRASH);
    await send('a');
    await queueHere(['a'], RESTORE);
    expect(await queue()).toEqual([
      ['a', 'trash'],
      ['a', 'restore'],
    ]);
    expect(await names()).toContain('a');
  });

  it('are both sent where somebody took the name meanwhile', async () => {
    await queueHere(['a'], TRASH);
    await queueHere(['b'], rename('a'));
    expect((await entry('b')).after).toEqual([(await entry('a')).id]);
    await queueHere(['a'], RESTORE);
    expect((await queue()).length).toBe(3);
  });
});
