import { expect, it } from 'vitest';
import { compareFiles } from './question-words.ts';

const file = (sizeBytes: number, modifiedAt: number | null) => ({
  name: 'plan.md',
  sizeBytes,
  modifiedAt,
});

it('files of one size and date look the same', () => {
  expect(compareFiles(file(5, 10_000), file(5, 10_999))).toBe('same');
});

it('of two that differ, the newer one is named', () => {
  expect(compareFiles(file(5, 20_000), file(5, 10_000))).toBe('added-is-newer');
  expect(compareFiles(file(6, 10_000), file(5, 20_000))).toBe('standing-is-newer');
});

it('nothing is claimed of a file without a date', () => {
  expect(compareFiles(file(5, null), file(5, 10_000))).toBe('unknown');
  expect(compareFiles(file(6, 10_000), file(5, 10_000))).toBe('unknown');
});
