import { ORDERS, SORTS } from '@satchel/shared/wire/nodes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCursor } from '../../lib/cursor.ts';
import { Refusal } from '../../lib/refuse.ts';
import { cursorToPlace, type ListOrder, placeToCursor, sortWithin } from './list-order.ts';

const FOLDER = '01890a5d-ac96-774b-bcce-b302099a8057';
const CHILD = '01890a5d-ac96-774b-bcce-b302099a8058';
const byName: ListOrder = { folderId: FOLDER, sort: 'name', order: 'asc' };
const bySize: ListOrder = { ...byName, sort: 'size' };
const byModified: ListOrder = { ...byName, sort: 'modified' };
const forged = (order: ListOrder, place: string[]) =>
  encodeCursor(`files ${order.folderId} ${order.sort} ${order.order}`, place);

describe('list order', () => {
  it('NO3 folders have no size and are sorted by name instead', () => {
    expect(sortWithin('folder', 'size')).toBe('name');
    expect(sortWithin('file', 'size')).toBe('size');
    expect(sortWithin('folder', 'modified')).toBe('modified');
  });

  it('NO4 a cursor gives back its place for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const value = name.replaceAll('\0', '').toWellFormed();
        const place = { kind: 'file' as const, value, id: CHILD };
        expect(cursorToPlace(byName, placeToCursor(byName, place))).toEqual(place);
      }),
    );
  });

  it('NO4 a cursor belongs to one folder, sort and order', () => {
    const place = { kind: 'folder' as const, value: 'a', id: CHILD };
    const cursor = placeToCursor(byName, place);
    for (const sort of SORTS) {
      for (const order of ORDERS) {
        if (sort === 'name' && order === 'asc') continue;
        expect(() => cursorToPlace({ ...byName, sort, order }, cursor)).toThrow(Refusal);
      }
    }
    expect(() => cursorToPlace({ ...byName, folderId: CHILD }, cursor)).toThrow(Refusal);
  });

  it.each([
    ['a kind that is none', byName, ['link', 'a', CHILD]],
    ['an id that is none', byName, ['file', 'a', '1']],
    ['a NUL in a name', byName, ['file', 'a\0', CHILD]],
    ['a size that is none', bySize, ['file', '1e3', CHILD]],
    ['a size beyond any', bySize, ['file', '99999999999999999999', CHILD]],
    ['an instant that is none', byModified, ['file', 'now', CHILD]],
  ])('NO4 refuses a made-up cursor with %s', (_what, order, place) => {
    expect(() => cursorToPlace(order, forged(order, place))).toThrow(Refusal);
  });
});
