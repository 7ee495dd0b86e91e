// Finds nodes by their names: every name is folded once and held, so that a letter more costs a few
// milliseconds in a tree of a hundred thousand.

import { caseFold } from '@satchel/shared/case-fold';

export interface NamedNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly isTrashRoot: 0 | 1;
}

interface Entry<Row> {
  readonly row: Row;
  readonly folded: string;
}

interface Match<Row> {
  readonly row: Row;
  readonly rank: number;
}

/** Later ranks than those of any name that begins with the text. */
const WITHIN = 1000;
// Most names are plain, and fold a hundred times faster so.
const PLAIN = /^[ -~]*$/;

export class NameIndex<Row extends NamedNode> {
  readonly #entries = new Map<string, Entry<Row>>();

  put(row: Row): void {
    this.#entries.set(row.id, { row, folded: fold(row.name) });
  }

  get(id: string): Row | undefined {
    return this.#entries.get(id)?.row;
  }

  remove(id: string): void {
    this.#entries.delete(id);
  }

  /** At most `limit` nodes whose name contains `text`, whatever the case; names that begin with it
   *  come first, then the shorter ones. Nothing in the trash, with whatever it went there, and no root. */
  find(text: string, limit: number): Row[] {
    const wanted = fold(text);
    if (wanted === '') return [];
    const best: Match<Row>[] = [];
    const trashed = new Map<string, boolean>();
    for (const entry of this.#entries.values()) {
      const { row } = entry;
      const at = row.parentId === null ? -1 : entry.folded.indexOf(wanted);
      if (at === -1) continue;
      const rank = (at === 0 ? 0 : WITHIN) + entry.folded.length;
      if (best.length === limit && rank >= (best.at(-1)?.rank ?? 0)) continue;
      if (this.#isTrashed(row, trashed)) continue;
      insert(best, { row, rank }, limit);
    }
    return best.map(({ row }) => row);
  }

  /** Nothing that was trashed itself. */
  childrenOf(parentId: string): Row[] {
    const children: Row[] = [];
    for (const { row } of this.#entries.values()) {
      if (row.parentId === parentId && row.isTrashRoot === 0) children.push(row);
    }
    return children;
  }

  #isTrashed(row: Row, known: Map<string, boolean>): boolean {
    const way: Row[] = [];
    let at: Row | undefined = row;
    let isTrashed = false;
    while (at !== undefined && !way.includes(at)) {
      isTrashed = known.get(at.id) ?? at.isTrashRoot === 1;
      if (isTrashed || known.has(at.id)) break;
      way.push(at);
      at = at.parentId === null ? undefined : this.get(at.parentId);
    }
    for (const { id } of way) known.set(id, isTrashed);
    return isTrashed;
  }
}

function fold(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : caseFold(text);
}

/** Keeps the best of them, in order. */
function insert<Row>(best: Match<Row>[], match: Match<Row>, limit: number): void {
  const place = best.findLastIndex(({ rank }) => rank <= match.rank) + 1;
  best.splice(place, 0, match);
  if (best.length > limit) best.pop();
}
