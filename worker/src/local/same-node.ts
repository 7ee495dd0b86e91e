import type { Node } from '@satchel/shared/wire/nodes';
import type { NodeRow } from './rows.ts';

/** A node's number does not change with what is around it: its editor's name, a trashed folder above. */
export function isSame(row: NodeRow, node: Node): boolean {
  return (
    row.seq === node.seq &&
    row.name === node.name &&
    row.parentId === node.parentId &&
    row.version === node.version &&
    row.trashedAt === node.trashedAt &&
    row.modifiedBy.displayName === node.modifiedBy.displayName
  );
}
