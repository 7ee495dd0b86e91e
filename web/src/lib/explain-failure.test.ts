import { expect, it } from 'vitest';
import { codeOf, explainFailure } from './explain-failure.ts';

it('a refusal is explained by its code', () => {
  expect(explainFailure({ code: 'cycle' })).toBe('A folder cannot go inside itself.');
});

it('a code without words of its own takes those of the table', () => {
  expect(explainFailure({ code: 'quota-exceeded' })).toBe('There is not enough room.');
});

it('a browser without room is told from a server without room', () => {
  const inner = new DOMException('full', 'QuotaExceededError');
  const words = 'There is no room in this browser. Free some space on this device.';
  expect(explainFailure(inner)).toBe(words);
  expect(explainFailure(Object.assign(new Error('aborted'), { inner }))).toBe(words);
});

it('whatever else happens still gets words', () => {
  const words = 'Something went wrong. Try again.';
  expect(explainFailure(new Error('secret'))).toBe(words);
  expect(explainFailure({ code: 'toString' })).toBe(words);
  expect(explainFailure(null)).toBe(words);
  expect(codeOf({ code: 7 })).toBeNull();
});
