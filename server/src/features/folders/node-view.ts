import type { Node, NodeKind } from '@satchel/shared/wire/nodes';

/** A node as it is read from the database, together with who wrote it and the hash it has. */
export interface NodeRow {
  readonly id: string;
  readonly spaceId: string;
  readonly parentId: string | null;
  readonly kind: NodeKind;
  readonly name: string;
  readonly size: number | null;
  readonly mimeType: string | null;
  readonly version: number | null;
  readonly contentHash: Buffer | null;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
  readonly modifiedById: string;
  readonly modifiedByName: string;
  readonly trashedAt: Date | null;
  readonly conflictOf: string | null;
  readonly seq: number;
}

/** A row as clients see it. */
export function presentNode(row: NodeRow): Node {
  const { contentHash, modifiedById, modifiedByName, ...same } = row;
  return {
    ...same,
    contentHash: contentHash === null ? null : contentHash.toString('hex'),
    createdAt: row.createdAt.toISOString(),
    modifiedAt: row.modifiedAt.toISOString(),
    modifiedBy: { id: modifiedById, displayName: modifiedByName },
    trashedAt: row.trashedAt === null ? null : row.trashedAt.toISOString(),
  };
}
