import type { Command } from './commands-store.ts';

/** The letters that are keys wherever one is. In a list they share the keyboard with type-ahead. */
export const PAGE_LETTERS: Readonly<Record<string, Command>> = {
  u: 'upload-files',
  n: 'new-folder',
  i: 'toggle-details',
  t: 'visit-transfers',
  k: 'keep-offline',
};
