import type { Node } from '@satchel/shared/wire/nodes';

/** One row of the list: a node as the device knows it, or a file on its way to becoming one. */
export interface ListEntry {
  readonly id: string;
  readonly kind: Node['kind'];
  readonly name: string;
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

export function entryOfNode(node: Node, mark: RowMark | null): ListEntry {
  const { id, kind, name, size, mimeType, modifiedAt } = node;
  return { id, kind, name, size, mimeType, modifiedAt, node, mark };
}
