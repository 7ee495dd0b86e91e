import { MAX_FOLDER_DEPTH } from '@satchel/shared/limits';
import type { Node } from '@satchel/shared/wire/nodes';
import { requireName } from '../../lib/node-name.ts';
import { refuse } from '../../lib/refuse.ts';
import type { Transact, Tx } from '../../lib/tx.ts';
import { authorizeNode, getPersonalSpace, lockSpaceOfNode, nextSeq } from '../auth/index.ts';
import {
  findLineage,
  findLiveSibling,
  getLiveFolder,
  getNode,
  type LiveFolder,
} from '../folders/index.ts';
import { getMovable, type Movable } from './get-movable.ts';
import { findFolderHeight, updatePlace } from './node-rows.ts';

export interface UpdateNodeInput {
  readonly userId: string;
  readonly id: string;
  readonly name?: string | undefined;
  /** Where it goes. Null: the root of the user's own space. */
  readonly folderId?: string | null | undefined;
  /** The node's `seq` that the client knew. */
  readonly baseSeq?: number | undefined;
}

/** Renames and moves, at once where both are asked. What is already so stays as it is, `seq` too.
 *  Refuses `invalid-name`, `not-found`, `forbidden`, `version-conflict`, `in-trash`, `not-a-folder`,
 *  `cycle`, `too-deep`, `name-taken`. */
export async function updateNode(
  deps: { readonly transact: Transact<Node> },
  input: UpdateNodeInput,
): Promise<Node> {
  const wanted = input.name === undefined ? undefined : requireName(input.name);
  return deps.transact(async (tx) => {
    const space = await lockSpaceOfNode(tx, input.userId, input.id);
    const node = await getMovable(tx, input.id);
    await demandCurrent(tx, node, input.baseSeq);
    const parentId = await findDestination(tx, input, node);
    const name = wanted ?? node.name;
    if (parentId === node.parentId && name === node.name) return node;
    await demandFreeName(tx, node, parentId, name);
    await updatePlace(tx, node.id, { parentId, name, seq: await nextSeq(tx, space.id) });
    return getNode(tx, node.id);
  });
}

async function demandCurrent(tx: Tx, node: Node, baseSeq: number | undefined): Promise<void> {
  const { trashedAt } = await findLineage(tx, node.id);
  if (trashedAt !== null) refuse('in-trash');
  if (baseSeq !== undefined && baseSeq < node.seq) {
    refuse('version-conflict', { members: { seq: node.seq } });
  }
}

async function findDestination(tx: Tx, input: UpdateNodeInput, node: Movable): Promise<string> {
  if (input.folderId === undefined) return node.parentId;
  const id = input.folderId ?? (await getPersonalSpace(tx, input.userId)).rootId;
  const { spaceId } = await authorizeNode(tx, input.userId, id, 'write');
  if (spaceId !== node.spaceId) {
    refuse('forbidden', { detail: 'Moving into another space is not possible.' });
  }
  const folder = await getLiveFolder(tx, id);
  if (id !== node.parentId && node.kind === 'folder') await demandFits(tx, node, folder);
  return id;
}

async function demandFits(tx: Tx, node: Node, into: LiveFolder): Promise<void> {
  if (into.lineage.some((step) => step.id === node.id)) refuse('cycle');
  const room = MAX_FOLDER_DEPTH - into.lineage.length;
  if (room < 0 || (await findFolderHeight(tx, node.id, room + 1)) > room) refuse('too-deep');
}

async function demandFreeName(tx: Tx, node: Node, parentId: string, name: string): Promise<void> {
  const sibling = await findLiveSibling(tx, parentId, name);
  // Itself under a name that differs only in case is no other.
  if (sibling !== undefined && sibling.id !== node.id) refuse('name-taken');
}
