import { beforeEach, describe, expect, it } from 'vitest';
import { restoreHere, trashHere } from '../../test/deeds.ts';
import { aFolder, aNode } from '../../test/nodes.ts';
import { replaceFolderChildren, replaceTrash } from './listings.ts';
import { applyNode, applyNodes, removeNodes } from './node-writes.ts';
import { findNode, findNodes, readChildren, readPath, readTrash } from './nodes.ts';
import { wipe } from './wipe.ts';

beforeEach(wipe);

const names = async (folderId = 'root') =>
  (await readChildren(folderId)).map((row) => row.name).sort();

describe('the children of a folder', () => {
  it('are exactly what a listing says', async () => {
    await applyNodes([aNode({ id: 'a', name: 'a' }), aNode({ id: 'b', name: 'b' })], 10);
    await replaceFolderChildren('root', [aNode({ id: 'b', name: 'b2', seq: 2 })], 20);
    expect(await names()).toEqual(['b2']);
  });

  it('are not written again where a listing says the same', async () => {
    const same = aNode({ id: 'a', name: 'a' });
    await replaceFolderChildren('root', [same], 10);
    await replaceFolderChildren('root', [same], 20);
    expect((await findNode('a'))?.appliedAt).toBe(10);
    const renamed = { ...same, modifiedBy: { ...same.modifiedBy, displayName: 'Anna B.' } };
    await replaceFolderChildren('root', [renamed], 30);
    expect((await findNode('a'))?.modifiedBy.displayName).toBe('Anna B.');
  });

  it('do not lose what was written after the listing was asked for', async () => {
    await applyNode(aNode({ id: 'new', name: 'new' }), 30);
    await replaceFolderChildren('root', [aNode({ id: 'a', name: 'a' })], 20);
    expect(await names()).toEqual(['a', 'new']);
  });

  it('do not get back what was trashed after the listing was asked for', async () => {
    await applyNode(aNode({ id: 'a', name: 'a' }), 10);
    await trashHere(['a'], 30);
    await replaceFolderChildren('root', [aNode({ id: 'a', name: 'a' })], 20);
    expect(await names()).toEqual([]);
  });

  it('are not taken from other folders', async () => {
    await applyNode(aNode({ id: 'x', parentId: 'elsewhere', name: 'x' }), 10);
    await replaceFolderChildren('root', [], 20);
    expect(await names('elsewhere')).toEqual(['x']);
  });

  it('of a trashed folder can be listed', async () => {
    const inTrash = aNode({ id: 'a', parentId: 'f', name: 'a', trashedAt: '2026-01-01' });
    await replaceFolderChildren('f', [inTrash], 20);
    expect(await names('f')).toEqual(['a']);
    expect(await readTrash()).toEqual([]);
  });
});

describe('a node', () => {
  it('is not put back to an older state', async () => {
    await applyNode(aNode({ name: 'new', seq: 5 }));
    await applyNode(aNode({ name: 'old', seq: 4 }));
    expect((await findNode('n1'))?.name).toBe('new');
  });

  it('moves from folder to folder', async () => {
    await applyNode(aNode());
    await applyNode(aNode({ parentId: 'f', seq: 2 }));
    expect(await names()).toEqual([]);
    expect(await names('f')).toEqual(['plan.md']);
  });

  it('goes with all that is known beneath it, but not with what was trashed on its own', async () => {
    await applyNodes([
      aFolder({ id: 'f' }),
      aFolder({ id: 'g', parentId: 'f' }),
      aNode({ id: 'deep', parentId: 'g' }),
      aNode({ id: 'trashed', parentId: 'g' }),
      aNode({ id: 'other' }),
    ]);
    await trashHere(['trashed']);
    await removeNodes(['f']);
    const left = await findNodes(['f', 'g', 'deep', 'trashed', 'other']);
    expect(left.map((row) => row.id)).toEqual(['trashed', 'other']);
  });
});

describe('the way to a folder', () => {
  it('begins at the root and ends with the folder', async () => {
    await applyNodes([
      aFolder({ id: 'root', parentId: null, name: 'My files' }),
      aFolder({ id: 'f', parentId: 'root', name: 'Projects' }),
      aFolder({ id: 'g', parentId: 'f', name: '2026' }),
    ]);
    expect(await readPath('g')).toEqual([
      { id: 'root', name: 'My files' },
      { id: 'f', name: 'Projects' },
      { id: 'g', name: '2026' },
    ]);
  });

  it('begins where the replica begins', async () => {
    await applyNode(aFolder({ id: 'g', parentId: 'unknown', name: '2026' }));
    expect(await readPath('g')).toEqual([{ id: 'g', name: '2026' }]);
    expect(await readPath('unknown')).toEqual([]);
  });

  it('ends even where rows form a loop', async () => {
    await applyNodes([aFolder({ id: 'f', parentId: 'g' }), aFolder({ id: 'g', parentId: 'f' })]);
    expect(await readPath('g')).toHaveLength(2);
  });
});

describe('the trash', () => {
  const trashed = (id: string, trashedAt: string) => aNode({ id, trashedAt });

  it('lists what was trashed, newest first', async () => {
    await replaceTrash([trashed('a', '2026-01-01'), trashed('b', '2026-01-02')], 10);
    expect((await readTrash()).map((row) => row.id)).toEqual(['b', 'a']);
  });

  it('is exactly what a listing says, save for what was trashed since', async () => {
    await replaceTrash([trashed('gone', '2026-01-01')], 10);
    await applyNode(aNode({ id: 'new' }), 15);
    await trashHere(['new'], 30);
    await replaceTrash([trashed('a', '2026-01-02')], 20);
    expect((await readTrash()).map((row) => row.id).sort()).toEqual(['a', 'new']);
  });

  it('gives back what is restored', async () => {
    await applyNode(aNode());
    await trashHere(['n1']);
    expect(await names()).toEqual([]);
    await restoreHere(aNode({ seq: 3 }));
    expect(await names()).toEqual(['plan.md']);
    expect(await readTrash()).toEqual([]);
  });
});
