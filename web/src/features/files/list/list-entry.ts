import { nameKey } from '@satchel/shared/natural-order';
import type { Node } from '@satchel/shared/wire/nodes';

/** One row of the list: a node as the device knows it, or a file on its way to becoming one. */
export interface ListEntry {
  readonly id: string;
  readonly kind: Node['kind'];
  readonly name: string;
  /** What the list is sorted by where that is the name. */
  readonly nameKey: string | null;
  readonly size: number | null;
  readonly mimeType: string | null;
  readonly modifiedAt: string;
  /** Null while the file is only on its way. */
  readonly node: Node | null;
  readonly mark: RowMark | null;
}

/** What a row says beside its name. `text` is for screen readers and whoever points at it. */
export type RowMark =
  | { readonly is: 'pending'; readonly text: string }
  | { readonly is: 'uploading'; readonly text: string; readonly percent: number }
  | { readonly is: 'waiting'; readonly text: string }
  | { readonly is: 'failed'; readonly text: string };

// A node that did not change has the same row, which is neither made nor rendered again.
const unmarked = new WeakMap<Node, ListEntry>();

export function entryOfNode(node: Node, mark: RowMark | null): ListEntry {
  const entry = unmarked.get(node) ?? makeEntry(node);
  return mark === null ? entry : { ...entry, mark };
}

function makeEntry(node: Node): ListEntry {
  const { id, kind, name, size, mimeType, modifiedAt } = node;
  const facts = { id, kind, name, nameKey: nameKey(name), size, mimeType, modifiedAt };
  const entry = { ...facts, node, mark: null };
  unmarked.set(node, entry);
  return entry;
}
