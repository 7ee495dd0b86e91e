import { nameKey } from '@satchel/shared/natural-order';
import { describe, expect, it } from 'vitest';
import { sortNodes } from './sort-nodes.ts';

const node = (kind: 'file' | 'folder', name: string, size = 0, modifiedAt = '2026-01-01') => ({
  id: name,
  kind,
  name,
  nameKey: nameKey(name),
  size: kind === 'file' ? size : null,
  modifiedAt,
});
const names = (nodes: { name: string }[]) => nodes.map(({ name }) => name);

describe('sortNodes', () => {
  const nodes = [
    node('file', 'note 10', 5, '2026-03-01'),
    node('folder', 'Zebra', 0, '2026-02-01'),
    node('file', 'note 2', 9, '2026-01-01'),
    node('file', 'Über', 5, '2026-02-01'),
    node('folder', 'alpha', 0, '2026-04-01'),
  ];

  it('puts folders first and "2" before "10"', () => {
    const sorted = sortNodes(nodes, { by: 'name', order: 'asc' });
    expect(names(sorted)).toEqual(['alpha', 'Zebra', 'note 2', 'note 10', 'Über']);
  });

  it('keeps folders first when the direction turns', () => {
    const sorted = sortNodes(nodes, { by: 'name', order: 'desc' });
    expect(names(sorted)).toEqual(['Zebra', 'alpha', 'Über', 'note 10', 'note 2']);
  });

  it('sorts by size and by time, equals by name', () => {
    expect(names(sortNodes(nodes, { by: 'size', order: 'desc' }))).toEqual([
      'alpha',
      'Zebra',
      'note 2',
      'note 10',
      'Über',
    ]);
    expect(names(sortNodes(nodes, { by: 'modified', order: 'desc' }))).toEqual([
      'alpha',
      'Zebra',
      'note 10',
      'Über',
      'note 2',
    ]);
  });

  it('gives the same order whatever was shown before', () => {
    const fresh = sortNodes(nodes, { by: 'name', order: 'asc' });
    const before = new Map([
      ['note 2', 0],
      ['gone', 1],
      ['alpha', 2],
    ]);
    expect(sortNodes(nodes, { by: 'name', order: 'asc' }, before)).toEqual(fresh);
  });
});
