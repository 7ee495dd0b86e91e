import { describe, expect, it } from 'vitest';
import { type NamedNode, NameIndex } from './name-index.ts';

function node(id: string, name: string, facts: Partial<NamedNode> = {}): NamedNode {
  return { id, name, parentId: 'root', isTrashRoot: 0, ...facts };
}

function indexOf(...nodes: readonly NamedNode[]): NameIndex {
  const index = new NameIndex();
  for (const one of nodes) index.put(one);
  return index;
}

describe('the index of names', () => {
  it('gives the best of many, in order', () => {
    const index = indexOf(
      node('a', 'a plan'),
      node('b', 'plan for later'),
      node('c', 'plan'),
      node('d', 'another plan'),
    );
    expect(index.find('PLAN', 3)).toEqual(['c', 'b', 'a']);
  });

  it('knows nothing any more of what was renamed or removed', () => {
    const index = indexOf(node('a', 'old'), node('b', 'old too'));
    index.put(node('a', 'new'));
    index.remove('b');
    expect(index.find('old', 9)).toEqual([]);
    expect(index.find('new', 9)).toEqual(['a']);
  });

  it('leaves out what lies however deep beneath something trashed', () => {
    const index = indexOf(
      node('in', 'note in it', { parentId: 'sub' }),
      node('sub', 'sub', { parentId: 'trashed' }),
      node('trashed', 'trashed', { isTrashRoot: 1 }),
      node('beside', 'note beside'),
    );
    expect(index.find('note', 9)).toEqual(['beside']);
    index.put(node('trashed', 'trashed'));
    expect(index.find('note', 9)).toEqual(['in', 'beside']);
  });

  it('finds what lies in a folder that is not known', () => {
    expect(indexOf(node('a', 'note', { parentId: 'unknown' })).find('note', 9)).toEqual(['a']);
  });

  it('ends where folders lie in each other', () => {
    const index = indexOf(node('a', 'one', { parentId: 'b' }), node('b', 'two', { parentId: 'a' }));
    expect(index.find('one', 9)).toEqual(['a']);
  });
});
