import { describe, expect, it } from 'vitest';
import { formatBytes, formatExactBytes, formatProgress, formatRate } from './format-bytes.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [1, '1 B'],
    [999, '999 B'],
    [1000, '1 KB'],
    [1234, '1.2 KB'],
    [12_000, '12 KB'],
    [123_456, '123 KB'],
    [999_949, '1 MB'],
    [1_200_000_000, '1.2 GB'],
    [100_000_000_000, '100 GB'],
    [Number.MAX_SAFE_INTEGER, '9 PB'],
  ])('writes %d as %s', (sizeBytes, text) => {
    expect(formatBytes(sizeBytes)).toBe(text);
  });
});

describe('formatProgress', () => {
  it('counts both in the unit of the whole', () => {
    expect(formatProgress(12_400_000, 88_000_000)).toBe('12.4 of 88 MB');
    expect(formatProgress(0, 88_000_000)).toBe('0 of 88 MB');
    expect(formatProgress(41_000_000_000, 100_000_000_000)).toBe('41 of 100 GB');
  });

  it('never writes as nothing what is a small part of much', () => {
    expect(formatProgress(10, 88_000_000)).toBe('10 B of 88 MB');
    expect(formatProgress(9_000_000, 100_000_000_000)).toBe('9 MB of 100 GB');
    expect(formatProgress(949_000_000, 100_000_000_000)).toBe('949 MB of 100 GB');
    expect(formatProgress(999_600_000, 100_000_000_000)).toBe('1 of 100 GB');
  });

  it('never says more than the whole', () => {
    expect(formatProgress(90, 88)).toBe('88 of 88 B');
  });
});

it('a rate is a size for each second', () => {
  expect(formatRate(8_100_000)).toBe('8.1 MB/s');
});

it('an exact count groups its digits', () => {
  expect(formatExactBytes(1_234_567)).toBe('1,234,567 bytes');
  expect(formatExactBytes(1)).toBe('1 byte');
});
