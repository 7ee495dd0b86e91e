import { expect, it } from 'vitest';
import { countWords } from './count-words.ts';

const file = { kind: 'file', name: 'plan.md' } as const;
const folder = { kind: 'folder', name: 'Budget' } as const;

it.each([
  [[file], '“plan.md”'],
  [[file, file], '2 files'],
  [[folder, folder, folder], '3 folders'],
  [[file, folder], '2 items'],
])('%o are %s', (things, words) => {
  expect(countWords(things)).toBe(words);
});
