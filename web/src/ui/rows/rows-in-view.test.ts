import { describe, expect, it } from 'vitest';
import { placesAround, scrollToShow, spanInView } from './rows-in-view.ts';

describe('the rows in view', () => {
  it('are those that are seen in part too', () => {
    expect(spanInView(0, 100, 40)).toEqual({ from: 0, to: 3 });
    expect(spanInView(41, 100, 40)).toEqual({ from: 1, to: 4 });
    expect(spanInView(80, 80, 40)).toEqual({ from: 2, to: 4 });
  });

  it('begin with the first where a list is pulled beyond its top', () => {
    expect(spanInView(-50, 100, 40)).toEqual({ from: 0, to: 2 });
  });
});

describe('the rows that exist', () => {
  it('are some more than are seen, within the list', () => {
    expect(placesAround({ from: 0, to: 3 }, 100, 2, 0)).toEqual([0, 1, 2, 3, 4]);
    expect(placesAround({ from: 50, to: 52 }, 100, 1, 50)).toEqual([49, 50, 51, 52]);
    expect(placesAround({ from: 97, to: 99 }, 100, 2, 99)).toEqual([95, 96, 97, 98, 99]);
  });

  it('include the kept one above or below them, in the order of the list', () => {
    expect(placesAround({ from: 50, to: 52 }, 100, 0, 3)).toEqual([3, 50, 51]);
    expect(placesAround({ from: 50, to: 52 }, 100, 0, 99)).toEqual([50, 51, 99]);
  });

  it('are none but the kept one where the list has become shorter than it was scrolled', () => {
    expect(placesAround({ from: 50, to: 52 }, 10, 1, 0)).toEqual([0]);
    expect(placesAround({ from: 0, to: 5 }, 0, 1, 0)).toEqual([]);
  });
});

describe('showing a row', () => {
  it('brings it to the middle, as far as there is room above', () => {
    expect(scrollToShow(100, 'center', 0, 400, 40)).toBe(3820);
    expect(scrollToShow(2, 'center', 900, 400, 40)).toBe(0);
  });

  it('scrolls no further than it takes', () => {
    expect(scrollToShow(5, 'nearest', 0, 400, 40)).toBe(0);
    expect(scrollToShow(10, 'nearest', 0, 400, 40)).toBe(40);
    expect(scrollToShow(3, 'nearest', 400, 400, 40)).toBe(120);
  });
});
