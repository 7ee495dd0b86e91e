import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CalmView } from './calm-view.ts';

let shown: number[];
let view: CalmView<number>;

beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
  view = new CalmView((count) => shown.push(count), 1000);
});
afterEach(() => vi.useRealTimers());

describe('a view of what changes all the time', () => {
  it('shows after a while what it is by then', () => {
    for (const count of [3, 2, 1]) view.showSoon(count);
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(1000);
    view.showSoon(0);
    vi.advanceTimersByTime(60_000);
    expect(shown).toEqual([1, 0]);
  });

  it('shows nothing older after what it is now', () => {
    view.showSoon(1);
    view.showNow(0);
    vi.advanceTimersByTime(60_000);
    expect(shown).toEqual([0]);
  });

  it('shows nothing more once it is stopped: another may be in its place', () => {
    view.showSoon(1);
    view.stop();
    vi.advanceTimersByTime(60_000);
    expect(shown).toEqual([]);
  });
});
