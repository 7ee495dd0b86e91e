// Finds nodes by their names: every name is folded once and held, so that a letter more costs a few
// milliseconds in a tree of a hundred thousand.

import { caseFold } from '@satchel/shared/case-fold';

export interface NamedNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly isTrashRoot: 0 | 1;
}

interface Entry {
  readonly id: string;
  readonly parentId: string | null;
  readonly folded: string;
  readonly isTrashRoot: boolean;
}

interface Match {
  readonly id: string;
  readonly rank: number;
}

/** Later ranks than those of any name that begins with the text. */
const WITHIN = 1000;
// Most names are plain, and fold a hundred times faster so.
const PLAIN = /^[ -~]*$/;

export class NameIndex {
  readonly #entries = new Map<string, Entry>();

  put({ id, parentId, name, isTrashRoot }: NamedNode): void {
    const folded = fold(name);
    this.#entries.set(id, { id, parentId, folded, isTrashRoot: isTrashRoot === 1 });
  }

  remove(id: string): void {
    this.#entries.delete(id);
  }

  /** At most `limit` ids of nodes whose name contains `text`, whatever the case; names that begin with it
   *  come first, then the shorter ones. Nothing in the trash, with whatever it went there, and no root. */
  find(text: string, limit: number): string[] {
    const wanted = fold(text);
    if (wanted === '') return [];
    const best: Match[] = [];
    const trashed = new Map<string, boolean>();
    for (const entry of this.#entries.values()) {
      const at = entry.parentId === null ? -1 : entry.folded.indexOf(wanted);
      if (at === -1) continue;
      const rank = (at === 0 ? 0 : WITHIN) + entry.folded.length;
      if (best.length === limit && rank >= (best.at(-1)?.rank ?? 0)) continue;
      if (this.#isTrashed(entry, trashed)) continue;
      insert(best, { id: entry.id, rank }, limit);
    }
    return best.map(({ id }) => id);
  }

  #isTrashed(entry: Entry, known: Map<string, boolean>): boolean {
    const way: Entry[] = [];
    let at: Entry | undefined = entry;
    let isTrashed = false;
    while (at !== undefined && !way.includes(at)) {
      isTrashed = known.get(at.id) ?? at.isTrashRoot;
      if (isTrashed || known.has(at.id)) break;
      way.push(at);
      at = at.parentId === null ? undefined : this.#entries.get(at.parentId);
    }
    for (const { id } of way) known.set(id, isTrashed);
    return isTrashed;
  }
}

function fold(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : caseFold(text);
}

/** Keeps the best of them, in order. */
function insert(best: Match[], match: Match, limit: number): void {
  const place = best.findLastIndex(({ rank }) => rank <= match.rank) + 1;
  best.splice(place, 0, match);
  if (best.length > limit) best.pop();
}
