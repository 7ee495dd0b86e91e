import { expect, it } from 'vitest';
import { markdownTable, median, quantile } from './report.ts';

it('finds the middle value, whatever the order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});

it('finds the value below which a part lies', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i);
  expect(quantile(hundred, 0.99)).toBe(99);
  expect(quantile(hundred, 0)).toBe(0);
  expect(quantile(hundred, 1)).toBe(99);
});

it('writes a table in Markdown', () => {
  expect(markdownTable(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
});
