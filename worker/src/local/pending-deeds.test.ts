import '../../test/fake-indexeddb.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { aFolder, aNode } from '../../test/nodes.ts';
import { db } from './database.ts';
import { replaceFolderChildren, replaceTrash } from './listings.ts';
import { applyNode, applyNodes } from './node-writes.ts';
import { findNode, readChildren, readTrash } from './nodes.ts';
import { beginDeed, releaseDeeds, type Settled, settleDeed } from './pending-deeds.ts';
import { holdWhileAlive } from './presence.ts';
import { wipe } from './wipe.ts';

const TRASH = { is: 'trash' } as const;
const PURGE = { is: 'purge' } as const;
const MOVE = { is: 'move', folderId: 'f' } as const;
const [a, b] = [aNode({ id: 'a', name: 'a' }), aNode({ id: 'b', name: 'b' })];

beforeEach(async () => {
  await wipe();
  await applyNodes([a, b], 10);
});

const names = async (folderId = 'root') =>
  (await readChildren(folderId)).map((row) => row.name).sort();
const trashed = async () => (await readTrash()).map((row) => row.name).sort();
const done = (id: string, node = null): Settled => ({ id, is: 'done', node });

describe('a deed', () => {
  it('shows before the server has answered', async () => {
    await beginDeed('tab', ['a'], TRASH);
    await beginDeed('tab', ['b'], MOVE);
    expect([await names(), await names('f'), await trashed()]).toEqual([[], ['b'], ['a']]);
  });

  it('that was refused for some brings back exactly those, as they were', async () => {
    const before = await findNode('a');
    await beginDeed('tab', ['a', 'b'], TRASH);
    await settleDeed(TRASH, [{ id: 'a', is: 'refused' }, done('b')]);
    expect(await findNode('a')).toEqual(before);
    expect([await names(), await trashed()]).toEqual([['a'], ['b']]);
  });

  it('forgets what the server no longer has, with all beneath it', async () => {
    await applyNodes([aFolder({ id: 'f' }), aNode({ id: 'c', parentId: 'f' })]);
    await beginDeed('tab', ['f'], TRASH);
    await settleDeed(TRASH, [{ id: 'f', is: 'gone' }]);
    expect([await findNode('f'), await findNode('c')]).toEqual([undefined, undefined]);
  });

  it('that was refused brings back what became known meanwhile', async () => {
    await beginDeed('tab', ['a'], TRASH);
    await applyNode({ ...a, name: 'renamed elsewhere', seq: 7 });
    expect(await names()).toEqual(['b']);
    await settleDeed(TRASH, [{ id: 'a', is: 'refused' }]);
    expect(await names()).toEqual(['b', 'renamed elsewhere']);
  });
});

describe('a listing that comes in during a deed', () => {
  it('does not put back what was trashed or moved', async () => {
    await beginDeed('tab', ['a'], TRASH, 20);
    await beginDeed('tab', ['b'], MOVE, 20);
    await replaceFolderChildren('root', [a, b], 30);
    await replaceFolderChildren('f', [], 30);
    await replaceTrash([], 30);
    expect([await names(), await names('f'), await trashed()]).toEqual([[], ['b'], ['a']]);
  });

  it('and was asked for before the answer does not put it back afterwards', async () => {
    await beginDeed('tab', ['a'], TRASH, 20);
    await settleDeed(TRASH, [done('a')], 40);
    await replaceFolderChildren('root', [a, b], 30);
    expect([await names(), await trashed()]).toEqual([['b'], ['a']]);
  });

  it('does not put back what was deleted for good, also not afterwards', async () => {
    const inTrash = { ...a, trashedAt: '2026-01-01' };
    await replaceTrash([inTrash], 15);
    await beginDeed('tab', ['a'], PURGE, 20);
    await replaceTrash([inTrash], 30);
    expect(await trashed()).toEqual([]);
    await settleDeed(PURGE, [done('a')], 40);
    await replaceTrash([inTrash], 30);
    expect(await trashed()).toEqual([]);
  });

  it('is believed again once the deed is over', async () => {
    await beginDeed('tab', ['a'], TRASH, 20);
    await settleDeed(TRASH, [done('a')], 30);
    await replaceFolderChildren('root', [{ ...a, seq: 3 }, b], 40);
    expect(await names()).toEqual(['a', 'b']);
  });
});

describe('a tab that is gone', () => {
  it('leaves nothing that the server was not heard to agree to', async () => {
    await beginDeed('gone', ['a'], TRASH);
    await beginDeed('gone', ['b'], MOVE);
    await settleDeed(MOVE, [done('b')]);
    await releaseDeeds();
    expect([await names(), await names('f'), await trashed()]).toEqual([['a'], ['b'], []]);
    expect(await db.pendingDeeds.count()).toBe(0);
  });

  it('takes nothing with it of another that is alive', async () => {
    await holdWhileAlive('alive');
    await beginDeed('alive', ['a'], TRASH);
    await releaseDeeds();
    expect(await trashed()).toEqual(['a']);
  });
});
