import { describe, expect, it } from 'vitest';
import { doomWords } from './doom-words.ts';

const file = (name: string) => ({ kind: 'file', name }) as const;
const folder = (name: string) => ({ kind: 'folder', name }) as const;

describe('what will be gone', () => {
  it.each([
    [[file('plan.md')], '“plan.md” will be gone for good, with all its versions.'],
    [[folder('Trip')], '“Trip” will be gone for good, with everything in it.'],
    [[file('a'), file('b')], '“a” and “b” will be gone for good, with all their versions.'],
    [
      [folder('a'), folder('b'), folder('c')],
      '“a”, “b” and “c” will be gone for good, with everything in them.',
    ],
    [
      [folder('a'), file('b')],
      '“a” and “b” will be gone for good, with everything in the folders and all versions of the files.',
    ],
  ])('%o', (items, words) => {
    expect(doomWords(items)).toBe(words);
  });

  it('names the first five and counts the rest', () => {
    const items = Array.from({ length: 7 }, (_, n) => file(String(n)));
    expect(doomWords(items)).toMatch(/“4” and 2 more will be gone/);
  });
});
