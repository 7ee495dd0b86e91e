import { describe, expect, it } from 'vitest';
import { aNode } from '../../test/nodes.ts';
import { packRows, unpackRows } from './packed-rows.ts';
import type { NodeRow } from './rows.ts';

const rowOf = (facts: Partial<NodeRow>): NodeRow => {
  return { ...aNode(), isTrashRoot: 0, appliedAt: 1, ...facts };
};

describe('packed rows', () => {
  it.each([
    ['none', []],
    ['one', [rowOf({})]],
    [
      'some that share little',
      [
        rowOf({ id: 'a', name: 'ä "\\\u{1F600}', parentId: null, size: 0, seq: 7 }),
        rowOf({
          id: 'b',
          modifiedBy: { id: 'bob', displayName: '' },
          version: null,
          kind: 'folder',
        }),
        rowOf({ id: 'c', isTrashRoot: 1, trashedAt: '2026-01-01', size: null }),
      ],
    ],
    [
      'some that are null alike',
      [rowOf({ id: 'a', conflictOf: null }), rowOf({ id: 'b', conflictOf: null })],
    ],
  ] as const)('are what they were: %s', (_what, rows) => {
    expect(unpackRows(packRows(rows))).toEqual(rows);
  });

  it('say once what is the same in all', () => {
    const text = packRows([rowOf({ id: 'a' }), rowOf({ id: 'b' })]);
    expect(text.split('2026-01-01T00:00:00.000Z')).toHaveLength(3);
    expect(text.split('displayName')).toHaveLength(2);
  });
});
