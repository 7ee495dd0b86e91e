import { describe, expect, it } from 'vitest';
import { anchoredScroll, restingPlace } from './anchored-scroll.ts';
import { listOrder } from './selection.ts';

const before = listOrder(['a', 'b', 'c']);
const scene = { scrollTop: 100, rowHeight: 40 };

describe('anchoredScroll', () => {
  it('follows rows that came above the anchor', () => {
    expect(anchoredScroll(scene, 'b', before, listOrder(['x', 'y', 'a', 'b', 'c']))).toBe(180);
  });

  it('follows rows that went above the anchor', () => {
    expect(anchoredScroll(scene, 'c', before, listOrder(['b', 'c']))).toBe(60);
  });

  it('stays when rows change below the anchor', () => {
    expect(anchoredScroll(scene, 'a', before, listOrder(['a', 'x', 'b']))).toBe(100);
  });

  it('holds the next row when the anchor is gone', () => {
    expect(anchoredScroll(scene, 'b', before, listOrder(['x', 'a', 'c']))).toBe(100);
  });

  it('stays when nothing is left to hold on to', () => {
    expect(anchoredScroll(scene, 'c', before, listOrder(['x']))).toBe(100);
    expect(anchoredScroll(scene, null, before, listOrder([]))).toBe(100);
  });
});

describe('restingPlace', () => {
  it('is the wish where the list is long enough', () => {
    expect(restingPlace(200, 400, 4000)).toEqual({ scrollTop: 200, roomAbove: 0, roomBelow: 0 });
  });

  it('makes room above where rows went and there is nothing to scroll back to', () => {
    expect(restingPlace(-40, 400, 4000)).toEqual({ scrollTop: 0, roomAbove: 40, roomBelow: 0 });
  });

  it('makes room below where rows came into a list that fits the screen', () => {
    expect(restingPlace(40, 400, 200)).toEqual({ scrollTop: 40, roomAbove: 0, roomBelow: 240 });
  });

  it('leaves a short list that stays at its top alone', () => {
    expect(restingPlace(0, 400, 200)).toEqual({ scrollTop: 0, roomAbove: 0, roomBelow: 0 });
  });
});
