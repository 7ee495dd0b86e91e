import { describe, expect, it } from 'vitest';
import {
  formatDuration,
  formatExactMoment,
  formatFullMoment,
  formatMoment,
} from './format-time.ts';

const now = new Date(2026, 10, 22, 15, 30);

describe('formatMoment', () => {
  it.each([
    [new Date(2026, 10, 22, 15, 29, 30), 'now'],
    [new Date(2026, 10, 22, 15, 30, 20), 'now'],
    [new Date(2026, 10, 22, 15, 25), '5 min ago'],
    [new Date(2026, 10, 22, 9, 2), /^Today 0?9:02/],
    [new Date(2026, 10, 21, 23, 59), /^Yesterday (23|11):59/],
    [new Date(2026, 10, 17, 14, 2), /^Tue (14|2):02/],
    [new Date(2026, 10, 15, 14, 2), /^(15 Nov|Nov 15)$/],
    [new Date(2024, 2, 4), /^(4 Mar 2024|Mar 4, 2024)$/],
    [new Date(2027, 0, 4), /^(4 Jan 2027|Jan 4, 2027)$/],
  ])('tells %s', (at, text) => {
    expect(formatMoment(at, now)).toMatch(text);
  });
});

it('a full moment names its day and its time', () => {
  const text = formatFullMoment(new Date(2026, 10, 17, 14, 2));
  expect(text).toContain('Tuesday');
  expect(text).toMatch(/(14|2):02/);
});

it('an exact moment names its year and its minute', () => {
  expect(formatExactMoment(new Date(2026, 10, 17, 14, 2))).toMatch(/2026.*(14|2):02/);
});

describe('formatDuration', () => {
  it.each([
    [0, '1 s'],
    [8.2, '9 s'],
    [59, '59 s'],
    [180, '3 min'],
    [7800, '2 h 10 min'],
    [7200, '2 h'],
    [40_000, '11 h'],
    [260_000, '3 days'],
  ])('says %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
