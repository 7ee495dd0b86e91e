import { describe, expect, it } from 'vitest';
import { type NamedNode, NameIndex } from './name-index.ts';

function node(id: string, name: string, facts: Partial<NamedNode> = {}): NamedNode {
  return { id, name, parentId: 'root', isTrashRoot: 0, ...facts };
}

function indexOf(...nodes: readonly NamedNode[]): NameIndex<NamedNode> {
  const index = new NameIndex<NamedNode>();
  for (const one of nodes) index.put(one);
  return index;
}

function found(index: NameIndex<NamedNode>, text: string, limit = 9): string[] {
  return index.find(text, limit).map(({ id }) => id);
}

describe('the index of names', () => {
  it('gives the best of many, in order', () => {
    const index = indexOf(
      node('a', 'a plan'),
      node('b', 'plan for later'),
      node('c', 'plan'),
      node('d', 'another plan'),
    );
    expect(found(index, 'PLAN', 3)).toEqual(['c', 'b', 'a']);
  });

  it('knows nothing any more of what was renamed or removed', () => {
    const index = indexOf(node('a', 'old'), node('b', 'old too'));
    index.put(node('a', 'new'));
    index.remove('b');
    expect(found(index, 'old')).toEqual([]);
    expect(found(index, 'new')).toEqual(['a']);
  });

  it('leaves out what lies however deep beneath something trashed', () => {
    const index = indexOf(
      node('in', 'note in it', { parentId: 'sub' }),
      node('sub', 'sub', { parentId: 'trashed' }),
      node('trashed', 'trashed', { isTrashRoot: 1 }),
      node('beside', 'note beside'),
    );
    expect(found(index, 'note')).toEqual(['beside']);
    index.put(node('trashed', 'trashed'));
    expect(found(index, 'note')).toEqual(['in', 'beside']);
  });

  it('finds what lies in a folder that is not known', () => {
    expect(found(indexOf(node('a', 'note', { parentId: 'unknown' })), 'note')).toEqual(['a']);
  });

  it('ends where folders lie in each other', () => {
    const index = indexOf(node('a', 'one', { parentId: 'b' }), node('b', 'two', { parentId: 'a' }));
    expect(found(index, 'one')).toEqual(['a']);
  });
});
