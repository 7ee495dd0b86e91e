import { showToast } from '../../../ui/toasts/toast-store.ts';
import type { ListEntry } from '../list/list-entry.ts';
import { type NotYet, notYetWords } from './on-its-way-words.ts';

/** Those of the rows that are only on their way. */
export function onTheirWay(entries: readonly (ListEntry | undefined)[]): ListEntry[] {
  return entries.filter((entry) => entry !== undefined).filter(({ node }) => node === null);
}

/** Says why nothing happens to rows that are on their way. False where there are none. */
export function sayNotYet(entries: readonly (ListEntry | undefined)[], what: NotYet): boolean {
  const waiting = onTheirWay(entries);
  if (waiting.length > 0) showToast({ text: notYetWords(waiting, what) });
  return waiting.length > 0;
}
