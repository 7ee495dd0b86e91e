import { describe, expect, it } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

describe('retryDelayMs', () => {
  it('doubles from half a second', () => {
    expect([1, 2, 3, 4].map((attempt) => retryDelayMs(attempt, 1))).toEqual([
      500, 1000, 2000, 4000,
    ]);
  });

  it('never exceeds a minute, however many tries', () => {
    for (const attempts of [8, 50, 1_000_000]) expect(retryDelayMs(attempts, 1)).toBe(60_000);
  });

  it('spreads over the upper half', () => {
    expect(retryDelayMs(4, 0)).toBe(2000);
    expect(retryDelayMs(4, 0.5)).toBe(3000);
  });

  it('never comes before Retry-After', () => {
    for (const random of [0, 0.5, 0.999]) {
      expect(retryDelayMs(1, random, 30_000)).toBeGreaterThanOrEqual(30_000);
    }
    expect(retryDelayMs(1, 0, 90_000)).toBe(90_000);
  });

  it('keeps its own delay where Retry-After is shorter', () => {
    expect(retryDelayMs(10, 0, 0)).toBe(30_000);
  });
});
