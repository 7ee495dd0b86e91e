import { describe, expect, it } from 'vitest';
import { NO_ALLOWANCE, spend } from './rate-limit.ts';

const RATE = 1000;

/** When each of `count` pieces of `bytes` goes, asked for as soon as the one before has gone. */
function departures(count: number, bytes: number, rate = RATE): number[] {
  let allowance = NO_ALLOWANCE;
  let now = 0;
  return Array.from({ length: count }, () => {
    const spent = spend(allowance, rate, bytes, now);
    allowance = spent.allowance;
    now += spent.waitMs;
    return now;
  });
}

describe('a limit on the rate', () => {
  it('lets the first piece go at once', () => {
    expect(departures(1, 4000)).toEqual([0]);
  });

  it('has the next piece wait until the one before is paid for', () => {
    expect(departures(4, 4000)).toEqual([0, 4000, 8000, 12_000]);
  });

  it('keeps to the rate over time whatever the size of the pieces', () => {
    for (const bytes of [10, 333, 1000, 4096]) {
      const last = departures(100, bytes).at(-1) ?? 0;
      expect(Math.abs(last - 99 * bytes)).toBeLessThanOrEqual(100);
    }
  });

  it('has those that ask at the same moment go one after the other', () => {
    const first = spend(NO_ALLOWANCE, RATE, 1000, 0);
    const second = spend(first.allowance, RATE, 1000, 0);
    const third = spend(second.allowance, RATE, 1000, 0);
    expect([first.waitMs, second.waitMs, third.waitMs]).toEqual([0, 1000, 2000]);
  });

  it('saves up no more than a second of it', () => {
    const { allowance } = spend(NO_ALLOWANCE, RATE, 1, 0);
    const later = spend(allowance, RATE, 1000, 3_600_000);
    expect(later.waitMs).toBe(0);
    expect(spend(later.allowance, RATE, 1000, 3_600_000).waitMs).toBe(0);
    expect(spend(later.allowance, RATE, 1000, 3_600_000).allowance.bytes).toBe(-1000);
  });
});
