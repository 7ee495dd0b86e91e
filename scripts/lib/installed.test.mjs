import { describe, expect, it } from 'vitest';
import { asksForTheSame, isComplete } from './installed.mjs';
import { isAtLeast } from './setup.mjs';

describe('isComplete', () => {
  const locked = {
    '': {},
    web: {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-windows': { version: '1.0.0', optional: true },
  };

  it('asks for every package in its version', () => {
    expect(isComplete(locked, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
    expect(isComplete(locked, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
    expect(isComplete(locked, {})).toBe(false);
  });

  it('takes an optional package in no other version', () => {
    const installed = {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/for-windows': { version: '0.9.0' },
    };
    expect(isComplete(locked, installed)).toBe(false);
  });
});

it('a manifest asks for the same whatever the order', () => {
  const manifest = { dependencies: { a: '1', b: '2' }, scripts: { start: 'x' } };
  expect(asksForTheSame(manifest, { dependencies: { b: '2', a: '1' } })).toBe(true);
  expect(asksForTheSame(manifest, { dependencies: { a: '1' } })).toBe(false);
  expect(asksForTheSame(manifest, { dependencies: { a: '1', b: '3' } })).toBe(false);
});

it.each([
  ['20.19.0', '20.19', true],
  ['20.20.2', '20.19', true],
  ['22.0.0', '20.19', true],
  ['20.18.9', '20.19', false],
  ['18.20.0', '20.19', false],
])('%s is at least %s: %s', (version, wanted, answer) => {
  expect(isAtLeast(version, wanted)).toBe(answer);
});
