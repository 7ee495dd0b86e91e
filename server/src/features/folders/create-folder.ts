import { MAX_FOLDER_DEPTH } from '@satchel/shared/limits';
import type { Node } from '@satchel/shared/wire/nodes';
import { uuidv7 } from 'uuidv7';
import { requireName } from '../../lib/node-name.ts';
import { refuse } from '../../lib/refuse.ts';
import type { Transact, Tx } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { getPersonalSpace, lockSpaceOfNode, nextSeq } from '../auth/index.ts';
import { insertFolder, isVisibleFolder } from './folder-rows.ts';
import { getLiveFolder } from './get-live-folder.ts';
import { getNode } from './node-rows.ts';
import { findLiveSibling } from './sibling-rows.ts';

export interface CreateFolderInput {
  readonly userId: string;
  /** Chosen by the client, so that a folder made offline has its final id at once. */
  readonly id?: string | undefined;
  readonly name: string;
  /** Null: the root of the user's own space. */
  readonly parentId: string | null;
}

/** Makes a folder. Asking again with the same id gives the folder as it is by then. Refuses
 *  `invalid-name`, `not-found`, `not-a-folder`, `in-trash`, `too-deep`, `name-taken`, `id-taken`. */
export async function createFolder(
  deps: { readonly transact: Transact<Node>; readonly clock: Clock },
  input: CreateFolderInput,
): Promise<Node> {
  const name = requireName(input.name);
  const id = input.id ?? uuidv7();
  const { userId } = input;
  return deps.transact(async (tx) => {
    if (await isVisibleFolder(tx, id, userId)) return getNode(tx, id);
    const parentId = input.parentId ?? (await getPersonalSpace(tx, userId)).rootId;
    const space = await lockSpaceOfNode(tx, userId, parentId);
    // Under the lock once more: the same request may have been ahead of this one.
    if (await isVisibleFolder(tx, id, userId)) return getNode(tx, id);
    await demandRoom(tx, parentId, name);
    const seq = await nextSeq(tx, space.id);
    const made = { id, spaceId: space.id, parentId, name, createdBy: userId, seq };
    const isNew = await insertFolder(tx, { ...made, createdAt: deps.clock.now() });
    return isNew ? getNode(tx, id) : refuse('id-taken');
  });
}

async function demandRoom(tx: Tx, parentId: string, name: string): Promise<void> {
  const parent = await getLiveFolder(tx, parentId);
  if (parent.lineage.length > MAX_FOLDER_DEPTH) refuse('too-deep');
  if ((await findLiveSibling(tx, parentId, name)) !== undefined) refuse('name-taken');
}
