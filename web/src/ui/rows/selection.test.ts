import { describe, expect, it } from 'vitest';
import {
  clearSelection,
  extendTo,
  fitTo,
  listOrder,
  NOTHING_SELECTED,
  selectAll,
  selectOnly,
  toggle,
} from './selection.ts';

const order = listOrder(['a', 'b', 'c', 'd', 'e']);
const selected = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join('');

describe('selecting', () => {
  it('a plain click selects one and forgets the rest', () => {
    expect(selected(selectOnly('b'))).toBe('b');
  });

  it('a toggle adds and takes away, and moves the anchor', () => {
    const both = toggle(selectOnly('b'), 'd');
    expect(selected(both)).toBe('bd');
    expect(both.anchorId).toBe('d');
    expect(selected(toggle(both, 'b'))).toBe('d');
  });

  it('a range runs from the anchor in either direction and replaces the range before', () => {
    const down = extendTo(selectOnly('c'), order, 'e');
    expect(selected(down)).toBe('cde');
    expect(selected(extendTo(down, order, 'a'))).toBe('abc');
  });

  it('a range can be added to what is selected', () => {
    const gapped = toggle(selectOnly('a'), 'c');
    expect(selected(extendTo(gapped, order, 'd', true))).toBe('acd');
  });

  it('a range without an anchor begins at the first row', () => {
    expect(selected(extendTo(NOTHING_SELECTED, order, 'b'))).toBe('ab');
  });

  it('all can be selected and let go without losing the focus', () => {
    const all = selectAll(selectOnly('b'), order);
    expect(selected(all)).toBe('abcde');
    expect(clearSelection(all)).toEqual({ ids: new Set(), anchorId: null, focusId: 'b' });
  });
});

describe('a list that changes', () => {
  it('keeps a selection whose rows are all still there as it is', () => {
    const selection = selectOnly('b');
    expect(fitTo(selection, order, listOrder(['x', 'b', 'a'])).ids).toBe(selection.ids);
  });

  it('drops what is gone and moves the focus to the row that follows', () => {
    const selection = toggle(selectOnly('b'), 'c');
    const fitted = fitTo(selection, order, listOrder(['a', 'b', 'd', 'e']));
    expect(selected(fitted)).toBe('b');
    expect(fitted).toMatchObject({ anchorId: null, focusId: 'd' });
  });

  it('moves the focus to the last row when the end is gone', () => {
    expect(fitTo(selectOnly('e'), order, listOrder(['a', 'b'])).focusId).toBe('b');
    expect(fitTo(selectOnly('e'), order, listOrder([])).focusId).toBeNull();
  });
});
