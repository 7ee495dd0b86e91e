import { describe, expect, it } from 'vitest';
import { NEWEST_FIRST, sortTrash, type TrashSorting } from './sort-trash.ts';

const item = (name: string, folderName: string | null, trashedAt: string, size: number | null) => ({
  name,
  folderName,
  trashedAt,
  size,
});

const ITEMS = [
  item('plan 10', 'Work', '2026-03-01', 5),
  item('plan 2', null, '2026-03-03', null),
  item('film', 'Trips', '2026-03-02', 900),
];

const sorted = (sorting: TrashSorting) => sortTrash(ITEMS, sorting).map(({ name }) => name);

describe('sortTrash', () => {
  it('shows what was thrown away last first', () => {
    expect(sorted(NEWEST_FIRST)).toEqual(['plan 2', 'film', 'plan 10']);
  });

  it('sorts names as people count', () => {
    expect(sorted({ by: 'name', order: 'asc' })).toEqual(['film', 'plan 2', 'plan 10']);
  });

  it('sorts by the folder it was in, and what has none first', () => {
    expect(sorted({ by: 'from', order: 'asc' })).toEqual(['plan 2', 'film', 'plan 10']);
  });

  it('sorts by size', () => {
    expect(sorted({ by: 'size', order: 'desc' })).toEqual(['film', 'plan 10', 'plan 2']);
  });
});
