import { beforeEach, describe, expect, it } from 'vitest';
import { ADA, keepText, signInAda } from '../../test/kept.ts';
import { aFolder, aNode } from '../../test/nodes.ts';
import { db } from './database.ts';
import { planKept } from './keep-plan.ts';
import { applyNodes } from './node-writes.ts';
import { addPins, readPins, removePins } from './pins.ts';
import { dropRecent } from './recent-files.ts';
import { readStorageFigures } from './storage-figures.ts';
import { wipe } from './wipe.ts';

beforeEach(async () => {
  await wipe();
  await signInAda();
});

const plan = () => planKept(ADA.id, { recentLimitBytes: 1000, now: 0 });
const fileIn = (parentId: string, id: string, facts = {}) =>
  aNode({ id, parentId, contentHash: id.repeat(64).slice(0, 64), size: 7, ...facts });

describe('a pin', () => {
  it("is set once, keeps its place, and is nobody else's", async () => {
    await addPins(ADA.id, ['b', 'a'], 1);
    await addPins(ADA.id, ['b', 'c'], 2);
    await addPins('bob', ['d']);
    expect((await readPins(ADA.id)).map(({ nodeId }) => nodeId)).toEqual(['b', 'a', 'c']);
  });

  it('on a folder means the files beneath it, and not what is in the trash', async () => {
    await applyNodes([
      aFolder({ id: 'top' }),
      aFolder({ id: 'deep', parentId: 'top' }),
      fileIn('deep', 'a'),
      fileIn('top', 'b'),
      fileIn('elsewhere', 'c'),
    ]);
    await db.nodes.put({ ...fileIn('top', 't'), isTrashRoot: 1, appliedAt: 0 });
    await addPins(ADA.id, ['top']);
    const { contents } = await plan();
    expect([...contents.values()].flatMap(({ fileIds }) => fileIds)).toEqual(['b', 'a']);
  });

  it('under a folder that was trashed wants nothing, and stays', async () => {
    await applyNodes([fileIn('top', 'a')]);
    await db.nodes.put({ ...aFolder({ id: 'top' }), isTrashRoot: 1, appliedAt: 0 });
    await addPins(ADA.id, ['a']);
    expect((await plan()).contents.size).toBe(0);
    expect(await readPins(ADA.id)).toHaveLength(1);
  });

  it('on what was deleted for good goes, but not while the tree is on its way', async () => {
    await addPins(ADA.id, ['gone']);
    await db.feed.update('current', { isComplete: false });
    await plan();
    expect(await readPins(ADA.id)).toHaveLength(1);
    await db.feed.update('current', { isComplete: true });
    await plan();
    expect(await readPins(ADA.id)).toEqual([]);
  });
});

describe('a plan', () => {
  it('is written, and dropped contents go with their chunks', async () => {
    await applyNodes([fileIn('root', 'a')]);
    await addPins(ADA.id, ['a']);
    await plan();
    const [row] = await db.keptContents.toArray();
    await db.keptChunks.put({
      contentHash: row?.contentHash ?? '',
      index: 0,
      hash: 'h',
      bytes: new ArrayBuffer(7),
    });
    await removePins(ADA.id, ['a']);
    expect((await plan()).contents.size).toBe(0);
    expect(await db.keptChunks.count()).toBe(0);
  });

  it('of who has signed out meanwhile writes nothing', async () => {
    await applyNodes([fileIn('root', 'a')]);
    await addPins(ADA.id, ['a']);
    await db.account.put({ key: 'current', user: ADA, isSignedIn: false });
    await plan();
    expect(await db.keptContents.count()).toBe(0);
  });
});

describe('the figures of the storage', () => {
  it('tell what is pinned from what was opened lately, and go down with it', async () => {
    await keepText('a', 'hello');
    await keepText('b', 'hello world');
    await addPins(ADA.id, ['b']);
    await plan();
    expect(await readStorageFigures(ADA.id)).toMatchObject({
      pinnedBytes: 11,
      pinnedFiles: 1,
      recentBytes: 5,
      recentFiles: 1,
      waitingFiles: 0,
      treeNodes: 2,
    });
    await dropRecent();
    expect(await readStorageFigures(ADA.id)).toMatchObject({ pinnedFiles: 1, recentBytes: 0 });
  });
});
