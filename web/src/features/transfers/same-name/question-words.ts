import { type FileFacts, looksSame } from '@satchel/worker/local/name-questions';

/** What can be said of two files of one name before anybody has opened them. */
export type Comparison = 'same' | 'added-is-newer' | 'standing-is-newer' | 'unknown';

export function compareFiles(added: FileFacts, standing: FileFacts): Comparison {
  if (looksSame(added, standing)) return 'same';
  if (added.modifiedAt === null || standing.modifiedAt === null) return 'unknown';
  if (added.modifiedAt === standing.modifiedAt) return 'unknown';
  return added.modifiedAt > standing.modifiedAt ? 'added-is-newer' : 'standing-is-newer';
}

export const COMPARISON_WORDS: Readonly<Record<Comparison, string>> = {
  same: 'Size and date are the same: this looks like the same file.',
  'added-is-newer': 'The one you add is newer.',
  'standing-is-newer': 'The one that is there is newer.',
  unknown: 'They differ in size.',
};

export function questionTitle(name: string, folder: string, isQueued: boolean): string {
  return isQueued
    ? `“${name}” is already on its way to ${folder}`
    : `“${name}” is already in ${folder}`;
}
