import fc from 'fast-check';
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

  it('finds letter by letter what a new index finds at once, whatever changes meanwhile', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'A'), maxLength: 6 });
    const deed = fc.oneof(
      fc.record({ id: fc.constantFrom('1', '2', '3', '4'), name }),
      fc.constantFrom('type a', 'type b', 'take back', 'remove'),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const index = indexOf();
        const nodes = new Map<string, NamedNode>();
        let text = '';
        for (const one of deeds) {
          if (one === 'take back') text = text.slice(0, -1);
          else if (one === 'remove') {
            index.remove('1');
            nodes.delete('1');
          } else if (typeof one === 'string') text += one.at(-1);
          else {
            index.put(node(one.id, one.name));
            nodes.set(one.id, node(one.id, one.name));
          }
          expect(found(index, text).toSorted()).toEqual(
            found(indexOf(...nodes.values()), text).toSorted(),
          );
        }
      }),
    );
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
