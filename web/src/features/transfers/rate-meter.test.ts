import { describe, expect, it } from 'vitest';
import { addSample, rateOf, type Sample, secondsLeft } from './rate-meter.ts';

const meter = (...points: [number, number][]) =>
  points.reduce<readonly Sample[]>(
    (samples, [atMs, done]) => addSample(samples, { atMs, done }),
    [],
  );

describe('the rate', () => {
  it('is not said before enough was seen', () => {
    expect(rateOf([])).toBeNull();
    expect(rateOf(meter([0, 0]))).toBeNull();
    expect(rateOf(meter([0, 0], [2000, 100]))).toBeNull();
    expect(rateOf(meter([0, 0], [4000, 100]), 101)).toBeNull();
  });

  it('is what is done in each second', () => {
    expect(rateOf(meter([0, 0], [4000, 8000]))).toBe(2000);
  });

  it('forgets what was longer ago than ten seconds', () => {
    const samples = meter([0, 0], [5000, 1000], [10_000, 2000], [15_000, 3000], [30_000, 18_000]);
    expect(rateOf(samples)).toBe(1000);
    expect(samples.length).toBeLessThan(5);
  });

  it('starts afresh when the count goes back', () => {
    expect(rateOf(meter([0, 5000], [4000, 9000], [5000, 10]))).toBeNull();
  });

  it('falls to nothing when nothing arrives', () => {
    expect(rateOf(meter([0, 100], [4000, 100]))).toBe(0);
  });
});

it('the time left follows from the rate, where there is one', () => {
  expect(secondsLeft(1000, 100)).toBe(10);
  expect(secondsLeft(1000, 0)).toBeNull();
  expect(secondsLeft(1000, null)).toBeNull();
});
