import type { Node } from '@satchel/shared/wire/nodes';

/** A file below `root` with whatever a test is about. */
export function aNode(facts: Partial<Node> = {}): Node {
  return {
    id: 'n1',
    spaceId: 'space',
    parentId: 'root',
    kind: 'file',
    name: 'plan.md',
    size: 5,
    mimeType: 'text/markdown',
    version: 1,
    contentHash: 'a'.repeat(64),
    createdAt: '2026-01-01T00:00:00.000Z',
    modifiedAt: '2026-01-01T00:00:00.000Z',
    modifiedBy: { id: 'ada', displayName: 'Ada' },
    trashedAt: null,
    conflictOf: null,
    seq: 1,
    ...facts,
  };
}

export function aFolder(facts: Partial<Node> = {}): Node {
  const nothing = { size: null, mimeType: null, version: null, contentHash: null };
  return aNode({ kind: 'folder', name: 'folder', ...nothing, ...facts });
}
