import { describe, expect, it } from 'vitest';
import { type Place, type Placed, reorder } from './queue-order.ts';

const queue = (...positions: number[]): Placed[] =>
  positions.map((position, i) => ({ id: 'abcdefgh'[i] ?? '', position }));

/** The ids in their order after a move. */
function after(before: readonly Placed[], ids: readonly string[], place: Place): string {
  const changed = new Map(reorder(before, ids, place).map(({ id, position }) => [id, position]));
  const rows = before.map(({ id, position }) => ({ id, position: changed.get(id) ?? position }));
  expect(new Set(rows.map(({ position }) => position)).size).toBe(rows.length);
  return rows
    .sort((a, b) => a.position - b.position)
    .map(({ id }) => id)
    .join('');
}

describe('the order of the queue', () => {
  it('puts one first, last, or before another', () => {
    expect(after(queue(1, 2, 3, 4), ['c'], 'first')).toBe('cabd');
    expect(after(queue(1, 2, 3, 4), ['b'], 'last')).toBe('acdb');
    expect(after(queue(1, 2, 3, 4), ['d'], { before: 'b' })).toBe('adbc');
  });

  it('moves one a step up or down, and no further than to the end', () => {
    expect(after(queue(1, 2, 3), ['b'], 'up')).toBe('bac');
    expect(after(queue(1, 2, 3), ['b'], 'down')).toBe('acb');
    expect(after(queue(1, 2, 3), ['a'], 'up')).toBe('abc');
    expect(after(queue(1, 2, 3), ['c'], 'down')).toBe('abc');
  });

  it('keeps the order among those that are moved together', () => {
    expect(after(queue(1, 2, 3, 4), ['d', 'b'], 'first')).toBe('bdac');
  });

  it('changes nothing else', () => {
    expect(reorder(queue(1, 2, 3, 4), ['c'], 'first').map(({ id }) => id)).toEqual(['c']);
  });

  it('takes a neighbour that is gone for the end', () => {
    expect(after(queue(1, 2, 3), ['a'], { before: 'gone' })).toBe('bca');
  });

  it('numbers all anew where two neighbours are too close', () => {
    const close = queue(1, 1 + Number.EPSILON, 3);
    expect(after(close, ['c'], { before: 'b' })).toBe('acb');
  });

  it('stands any number of moves', () => {
    let rows = queue(1, 2, 3);
    for (let i = 0; i < 500; i++) {
      const changed = new Map(
        reorder(rows, [rows[2]?.id ?? ''], { before: rows[1]?.id ?? '' }).map((p) => [p.id, p]),
      );
      rows = rows.map((row) => changed.get(row.id) ?? row).sort((a, b) => a.position - b.position);
    }
    expect(rows.map(({ id }) => id).join('')).toBe('abc');
  });
});
