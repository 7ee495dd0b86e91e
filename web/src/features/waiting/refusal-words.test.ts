import { expect, it } from 'vitest';
import { refusalWords } from './refusal-words.ts';

const words = (codes: readonly string[], deedSize = 40) => {
  const refused = codes.map((code, n) => ({ name: `${n}.txt`, code }));
  return refusalWords(refused, deedSize, 'could not be restored');
};

it('a single one is named', () => {
  expect(words(['name-taken'])).toBe(
    '“0.txt” could not be restored. The name is already taken there.',
  );
});

it('several are counted', () => {
  expect(words(['parent-trashed', 'parent-trashed'])).toBe(
    '2 of 40 could not be restored. The folder it was to go into is in the trash.',
  );
});

it('each reason says how often it was one, the commonest first', () => {
  expect(words(['forbidden', 'name-taken', 'name-taken'])).toBe(
    '3 of 40 could not be restored. 2: The name is already taken there. 1: You may not do this.',
  );
});
