import { describe, expect, it } from 'vitest';
import { NO_PACE, type Pace, paceAfter, timeLeftMs } from './rate.ts';

const MB = 1_000_000;

const steady = (chunks: number, everyMs: number, bytes: number): Pace => {
  let pace = NO_PACE;
  for (let i = 0; i <= chunks; i++) pace = paceAfter(pace, bytes, i * everyMs);
  return pace;
};

describe('the pace', () => {
  it('is unknown after the first chunk', () => {
    expect(paceAfter(NO_PACE, MB, 5)).toMatchObject({ bytesPerSecond: null, ackedAt: 5 });
  });

  it('is nothing but a pace, whatever it is taken from', () => {
    const upload = { ...paceAfter(NO_PACE, MB, 5), ackedChunks: 1 };
    for (const at of [5, 6]) {
      expect(Object.keys(paceAfter(upload, MB, at)).sort()).toEqual(Object.keys(NO_PACE).sort());
    }
  });

  it('of steady chunks is their speed', () => {
    expect(steady(50, 500, MB).bytesPerSecond).toBeCloseTo(2 * MB, -3);
  });

  it('follows a change, half of it within four seconds', () => {
    const fast = steady(20, 1000, 4 * MB);
    let pace = fast;
    for (let i = 1; i <= 4; i++) pace = paceAfter(pace, MB, 20_000 + i * 1000);
    expect(Math.round((pace.bytesPerSecond ?? 0) / MB / 0.1)).toBe(25);
  });

  it('is not known by chunks that came within a moment', () => {
    let pace = NO_PACE;
    for (let i = 0; i < 4; i++) pace = paceAfter(pace, 4 * MB, i);
    expect(pace.bytesPerSecond).toBeNull();
    expect(Math.round((paceAfter(pace, 4 * MB, 1000).bytesPerSecond ?? 0) / MB)).toBe(15);
  });

  it('of a slow line is the speed of each chunk', () => {
    expect(steady(3, 40_000, 4 * MB).bytesPerSecond).toBeCloseTo(MB / 10, -3);
  });

  it('begins anew after a break', () => {
    expect(paceAfter(steady(20, 500, MB), MB, 200_000)).toMatchObject({ bytesPerSecond: null });
  });

  it('is about right for chunks that arrive together', () => {
    let pace = NO_PACE;
    for (let round = 0; round <= 60; round++) {
      for (let i = 0; i < 4; i++) pace = paceAfter(pace, MB, round * 1000);
    }
    expect(pace.bytesPerSecond).toBeGreaterThan(3 * MB);
    expect(pace.bytesPerSecond).toBeLessThan(5 * MB);
  });
});

describe('timeLeftMs', () => {
  const pace = { bytesPerSecond: MB, ackedAt: 1000 };

  it('is what is left over the speed', () => expect(timeLeftMs(pace, 5 * MB, 1000)).toBe(5000));
  it('is nothing when nothing is left', () => expect(timeLeftMs(NO_PACE, 0, 0)).toBe(0));
  it('is unknown without a pace', () => expect(timeLeftMs(NO_PACE, MB, 0)).toBeNull());
  it('is unknown when nothing came for a minute', () => {
    expect(timeLeftMs(pace, MB, 61_001)).toBeNull();
  });
});
