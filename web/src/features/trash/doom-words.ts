interface Item {
  readonly kind: 'file' | 'folder';
  readonly name: string;
}

const NAMED_AT_MOST = 5;

/** Says exactly what will be gone: names, and what goes with them. */
export function doomWords(items: readonly Item[]): string {
  const named = items.slice(0, NAMED_AT_MOST).map(({ name }) => `“${name}”`);
  const more = items.length - named.length;
  const things = more > 0 ? [...named, more === 1 ? '1 more' : `${more} more`] : named;
  return `${joinWords(things)} will be gone for good, with ${alongWith(items)}.`;
}

function alongWith(items: readonly Item[]): string {
  const folders = items.filter(({ kind }) => kind === 'folder').length;
  if (folders === 0) return items.length === 1 ? 'all its versions' : 'all their versions';
  if (folders < items.length) return 'everything in the folders and all versions of the files';
  return items.length === 1 ? 'everything in it' : 'everything in them';
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
