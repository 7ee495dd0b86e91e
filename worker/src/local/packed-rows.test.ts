import { describe, expect, it } from 'vitest';
import { aNode } from '../../test/nodes.ts';
import { packRows, repackRows, unpackNames, unpackRows } from './packed-rows.ts';
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
    const named = unpackNames(packRows(rows));
    expect(named.map((row) => row.whole())).toEqual(rows);
    expect(named).toMatchObject(
      rows.map(({ id, parentId, name, isTrashRoot }) => ({ id, parentId, name, isTrashRoot })),
    );
  });

  it('say once what is the same in all', () => {
    const text = packRows([rowOf({ id: 'a' }), rowOf({ id: 'b' })]);
    expect(text.split('2026-01-01T00:00:00.000Z')).toHaveLength(3);
    expect(text.split('displayName')).toHaveLength(2);
  });

  it('are read from how they were packed before', () => {
    const rows = [rowOf({ id: 'a', name: 'ä' }), rowOf({ id: 'b', name: 'b', parentId: null })];
    const { id: _id, name: _name, parentId: _parentId, ...same } = rowOf({});
    const keys = ['id', 'parentId', 'name'] as const;
    const before = { same, keys, rows: rows.map((row) => keys.map((key) => row[key])) };
    expect(unpackRows(repackRows(JSON.stringify(before)))).toEqual(rows);
    expect(unpackRows(repackRows(JSON.stringify({ same: {}, keys: [], rows: [] })))).toEqual([]);
  });
});
