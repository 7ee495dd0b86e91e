import { expect, it } from 'vitest';
import { refusalWords } from './refusal-words.ts';

const things = Array.from({ length: 40 }, (_, n) => ({ id: `${n}`, name: `${n}.txt` }));
const refused = (codes: readonly string[]) =>
  codes.map((code, n) => ({ id: `${n}`, error: { code } }));
const words = (codes: readonly string[]) =>
  refusalWords(refused(codes), things, 'could not be restored');

it('a deed to one thing needs only the reason', () => {
  const one = things.slice(0, 1);
  expect(refusalWords(refused(['name-taken']), one, 'could not be restored')).toBe(
    'The name is already taken there.',
  );
});

it('one of many is named', () => {
  expect(words(['name-taken'])).toBe(
    '“0.txt” could not be restored. The name is already taken there.',
  );
});

it('several are counted', () => {
  expect(words(['cycle', 'cycle'])).toBe(
    '2 of 40 could not be restored. A folder cannot go inside itself.',
  );
});

it('each reason says how often it was one, the commonest first', () => {
  expect(words(['cycle', 'name-taken', 'name-taken'])).toBe(
    '3 of 40 could not be restored. 2: The name is already taken there. 1: A folder cannot go inside itself.',
  );
});
