import { formatCount } from '../../../lib/format-bytes.ts';

/** What became of files that another app shared, as the address says that the share led to; null for
 *  any other address. */
export function sharedWords(search: string): string | null {
  const query = new URLSearchParams(search);
  if (!query.has('shared')) return null;
  const added = numberIn(query, 'shared');
  const refused = numberIn(query, 'unshared');
  const parts = [
    added > 0 ? `${filesAre(added)} on the way to My files.` : null,
    refused > 0 ? `No room in this browser for ${files(refused)}: share again later.` : null,
  ];
  return parts.filter((part) => part !== null).join(' ') || 'Nothing was shared.';
}

function numberIn(query: URLSearchParams, name: string): number {
  const number = Number(query.get(name));
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${formatCount(count)} files`;
}

function filesAre(count: number): string {
  return `${files(count)} ${count === 1 ? 'is' : 'are'}`;
}
