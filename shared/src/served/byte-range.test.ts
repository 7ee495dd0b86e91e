import { describe, expect, it } from 'vitest';
import { chooseRange } from './byte-range.ts';

describe('chooseRange', () => {
  it.each([
    ['bytes=0-0', 10, { start: 0, end: 0 }],
    ['bytes=0-9', 10, { start: 0, end: 9 }],
    ['bytes=2-5', 10, { start: 2, end: 5 }],
    ['bytes=2-', 10, { start: 2, end: 9 }],
    ['bytes=9-', 10, { start: 9, end: 9 }],
    ['bytes=5-99', 10, { start: 5, end: 9 }],
    ['bytes=-3', 10, { start: 7, end: 9 }],
    ['bytes=-99', 10, { start: 0, end: 9 }],
    ['Bytes=1-2', 10, { start: 1, end: 2 }],
    ['bytes= 1-2 ', 10, { start: 1, end: 2 }],
    ['bytes=4294967296-', 2 ** 33, { start: 2 ** 32, end: 2 ** 33 - 1 }],
    ['bytes=0-99999999999999999999999', 10, { start: 0, end: 9 }],
  ])('DL4 %s of %i bytes is a part', (header, size, part) => {
    expect(chooseRange(header, size)).toEqual(part);
  });

  it.each([
    ['bytes=10-', 10],
    ['bytes=10-20', 10],
    ['bytes=-0', 10],
    ['bytes=0-', 0],
    ['bytes=99999999999999999999999-', 10],
  ])('DL5 %s of %i bytes cannot be given', (header, size) => {
    expect(chooseRange(header, size)).toBe('unsatisfiable');
  });

  it.each([
    [undefined, 10],
    ['', 10],
    ['bytes', 10],
    ['bytes=', 10],
    ['bytes=-', 10],
    ['bytes=a-b', 10],
    ['bytes=1', 10],
    ['bytes=5-2', 10],
    ['bytes=1-2-3', 10],
    ['bytes=+1-2', 10],
    ['bytes=1.0-2', 10],
    ['bytes=1-2,4-5', 10],
    ['items=0-1', 10],
    ['bytes=-5', 0],
  ])('DL6 %j of %i bytes asks for the whole', (header, size) => {
    expect(chooseRange(header, size)).toBe('whole');
  });
});
