import { expect, it } from 'vitest';
import { nextFreeName } from './next-free-name.ts';

it('a free name stays as it is', () => {
  expect(nextFreeName('Budget', ['Plans'])).toBe('Budget');
});

it('a taken name gets the first free number, whatever the case', () => {
  expect(nextFreeName('budget', ['Budget', 'BUDGET (2)'])).toBe('budget (3)');
});

it('the number goes before the extension', () => {
  expect(nextFreeName('plan.md', ['plan.md'])).toBe('plan (2).md');
});
