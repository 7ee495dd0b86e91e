import type { Node } from '@satchel/shared/wire/nodes';

/** What has to be the same everywhere. */
export interface TreeNode
  extends Pick<
    Node,
    'id' | 'parentId' | 'kind' | 'name' | 'version' | 'contentHash' | 'conflictOf' | 'seq'
  > {
  readonly isTrashed: boolean;
}

export function byId(a: TreeNode, b: TreeNode): number {
  return a.id < b.id ? -1 : 1;
}
