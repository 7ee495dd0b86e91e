import { expect, it } from 'vitest';
import { sharedWords } from './shared-words.ts';

it('an address that no share led to says nothing', () => {
  expect(sharedWords('')).toBeNull();
  expect(sharedWords('q=shared')).toBeNull();
});

it('shared files are on the way', () => {
  expect(sharedWords('shared=1')).toBe('1 file is on the way to My files.');
  expect(sharedWords('shared=3')).toBe('3 files are on the way to My files.');
});

it('what had no room is told', () => {
  expect(sharedWords('shared=0&unshared=2')).toBe(
    'No room in this browser for 2 files: share again later.',
  );
  expect(sharedWords('shared=1&unshared=1')).toBe(
    '1 file is on the way to My files. No room in this browser for 1 file: share again later.',
  );
});

it('an address that somebody made up does no harm', () => {
  expect(sharedWords('shared=<b>&unshared=-1')).toBe('Nothing was shared.');
});
