// What a screen shows of a node: what the server last said, with the queued mutations on top.

import type { Node } from '@satchel/shared/wire/nodes';
import type { Mutation, QueuedMutation } from './mutation.ts';

export interface Shown extends Node {
  /** 1 for what the trash lists: trashed itself, not merely lying beneath something trashed. */
  readonly isTrashRoot: 0 | 1;
}

type Queued = Pick<QueuedMutation, 'nodeId' | 'mutation' | 'madeAt' | 'state'>;

/** Null where nothing is to be seen. A refused mutation is not replayed, save for a folder that could
 *  not be made: it may hold what was put into it. */
export function replay(server: Shown | null, queued: readonly Queued[]): Shown | null {
  let shown = server;
  for (const one of queued) {
    if (one.state === 'waiting' || one.mutation.is === 'create-folder') shown = apply(shown, one);
  }
  return shown;
}

function apply(shown: Shown | null, { nodeId, mutation, madeAt }: Queued): Shown | null {
  if (mutation.is === 'create-folder') return shown ?? newFolder(nodeId, mutation, madeAt);
  if (shown === null) return null;
  switch (mutation.is) {
    case 'rename':
      return { ...shown, name: mutation.name };
    case 'move':
      return { ...shown, parentId: mutation.parentId, name: mutation.name ?? shown.name };
    case 'trash':
      return { ...shown, isTrashRoot: 1, trashedAt: new Date(madeAt).toISOString() };
    case 'restore':
      return { ...shown, ...LIVE, parentId: mutation.homeId ?? shown.parentId };
    case 'purge':
      return null;
  }
}

const LIVE = { isTrashRoot: 0, trashedAt: null } as const;

function newFolder(
  id: string,
  { name, parentId, spaceId, by }: Extract<Mutation, { is: 'create-folder' }>,
  madeAt: number,
): Shown {
  const at = new Date(madeAt).toISOString();
  const nothing = { size: null, mimeType: null, version: null, contentHash: null };
  const made = { createdAt: at, modifiedAt: at, modifiedBy: by };
  const rest = { ...nothing, ...made, ...LIVE, conflictOf: null, seq: 0 };
  return { id, spaceId, parentId, kind: 'folder', name, ...rest };
}
