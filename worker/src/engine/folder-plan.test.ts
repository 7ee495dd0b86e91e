import { describe, expect, it } from 'vitest';
import { planTree, type TreeEntry } from './folder-plan.ts';

const plan = (entries: readonly TreeEntry<string>[]) => {
  let last = 0;
  return planTree(entries, 'target', () => `id${++last}`);
};
const file = (path: string): TreeEntry<string> => ({
  kind: 'file',
  path: path.split('/'),
  source: path,
});
const folder = (path: string): TreeEntry<string> => ({ kind: 'folder', path: path.split('/') });

describe('planTree', () => {
  it('puts loose files into the target', () => {
    expect(plan([file('a.txt')])).toEqual({
      folders: [],
      files: [{ folderId: 'target', name: 'a.txt', source: 'a.txt' }],
    });
  });

  it('makes every folder on the way once, parents first', () => {
    const { folders, files } = plan([file('a/b/1'), file('a/b/2'), file('a/3')]);
    expect(folders).toEqual([
      { id: 'id1', parentId: 'target', name: 'a' },
      { id: 'id2', parentId: 'id1', name: 'b' },
    ]);
    expect(files.map((f) => f.folderId)).toEqual(['id2', 'id2', 'id1']);
  });

  it('makes empty folders too', () => {
    expect(plan([folder('a'), folder('a/empty')]).folders.map((f) => f.name)).toEqual([
      'a',
      'empty',
    ]);
  });

  it('keeps folders of one name apart by where they lie', () => {
    const { folders } = plan([file('a/x/1'), file('b/x/1')]);
    expect(folders).toHaveLength(4);
    expect(new Set(folders.map((f) => f.id)).size).toBe(4);
  });

  it('has parents before children whatever the order of the entries', () => {
    const { folders } = plan([folder('a/b/c'), folder('a'), file('a/b/c/1')]);
    const seen = new Set(['target']);
    for (const { id, parentId } of folders) {
      expect(seen).toContain(parentId);
      seen.add(id);
    }
    expect(folders).toHaveLength(3);
  });
});
