import { formatCount } from './format-bytes.ts';

interface Counted {
  readonly kind: 'file' | 'folder';
  readonly name: string;
}

/** "“plan.md”", "3 files", "2 folders", "5 items". */
export function countWords(things: readonly Counted[]): string {
  const [only] = things;
  if (only !== undefined && things.length === 1) return `“${only.name}”`;
  const kinds = new Set(things.map(({ kind }) => kind));
  const word = kinds.size > 1 ? 'items' : kinds.has('folder') ? 'folders' : 'files';
  return `${formatCount(things.length)} ${word}`;
}
