// Folders that are not made before their person has settled something: what goes into them waits too.

import type { Mutation } from '../engine/mutations/mutation.ts';
import { countRefused, readFolderCreations } from './outbox.ts';

/** By the id of such a folder, the name of the one that was refused: its own, or that of a folder
 *  above it. */
export type HeldUpFolders = ReadonlyMap<string, string>;

export const NOTHING_HELD_UP: HeldUpFolders = new Map();

interface Coming {
  readonly creation: Extract<Mutation, { is: 'create-folder' }>;
  readonly isRefused: boolean;
}

export async function readHeldUpFolders(userId: string): Promise<HeldUpFolders> {
  if ((await countRefused(userId)) === 0) return NOTHING_HELD_UP;
  const coming = new Map<string, Coming>();
  for (const { nodeId, mutation, state } of await readFolderCreations(userId)) {
    if (mutation.is !== 'create-folder') continue;
    coming.set(nodeId, { creation: mutation, isRefused: state === 'refused' });
  }
  const heldUp = new Map<string, string>();
  for (const id of coming.keys()) {
    const name = refusedFrom(id, coming);
    if (name !== undefined) heldUp.set(id, name);
  }
  return heldUp;
}

function refusedFrom(id: string, coming: ReadonlyMap<string, Coming>): string | undefined {
  const folder = coming.get(id);
  if (folder === undefined) return undefined;
  const { name, parentId } = folder.creation;
  return folder.isRefused ? name : refusedFrom(parentId, coming);
}
