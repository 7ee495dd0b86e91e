import { describe, expect, it } from 'vitest';
import { findTyped, NOTHING_TYPED, typeLetter } from './type-ahead.ts';

const names = ['apple', 'banana', 'bean', 'Über', 'bbq'];

describe('type-ahead', () => {
  it('collects letters until a second has passed', () => {
    const first = typeLetter(NOTHING_TYPED, 'b', 5000);
    expect(typeLetter(first, 'e', 5900).typed).toBe('be');
    expect(typeLetter(first, 'e', 6100).typed).toBe('e');
  });

  it('finds by the first letters, whatever their case and accents', () => {
    expect(findTyped(names, 0, 'be')).toBe(2);
    expect(findTyped(names, 0, 'UB')).toBe(3);
  });

  it('stays on the row that still fits while more is typed', () => {
    expect(findTyped(names, 2, 'bea')).toBe(2);
  });

  it('goes on to the next with the same letter, and around the end', () => {
    expect(findTyped(names, 1, 'b')).toBe(2);
    expect(findTyped(names, 2, 'bb')).toBe(4);
    expect(findTyped(names, 4, 'b')).toBe(1);
  });

  it('says so when there is none', () => {
    expect(findTyped(names, 0, 'x')).toBe(-1);
    expect(findTyped([], 0, 'x')).toBe(-1);
  });
});
