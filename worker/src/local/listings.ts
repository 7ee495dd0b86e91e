// Makes parts of the replica what a listing of the server says.

import type { Node } from '@satchel/shared/wire/nodes';
import { db } from './database.ts';
import { deleteNodes, getChildren, getNodes, getTrashRoots, putNodes } from './node-store.ts';
import type { NodeRow } from './rows.ts';
import { isSame } from './same-node.ts';
import { nodeTables, writeShadows } from './shadows.ts';

/** Makes the children of a folder exactly what a listing says. Rows written after the listing was
 *  asked for stay as they are, and rows that have queued mutations go on showing them. */
export async function replaceFolderChildren(
  parentId: string,
  nodes: readonly Node[],
  askedAt: number,
): Promise<void> {
  await db.transaction('rw', nodeTables, async () => {
    const here = await getChildren([parentId]);
    await replaceListed({ nodes, here, isTrashRoot: 0, askedAt });
  });
}

/** Puts what one page of a listing says, and takes nothing away. */
export async function addListed(nodes: readonly Node[], askedAt: number): Promise<void> {
  await db.transaction('rw', nodeTables, async () => {
    await replaceListed({ nodes, here: [], isTrashRoot: 0, askedAt });
  });
}

/** Makes what the trash lists exactly `nodes`. */
export async function replaceTrash(nodes: readonly Node[], askedAt: number): Promise<void> {
  await db.transaction('rw', nodeTables, async () => {
    const here = await getTrashRoots();
    await replaceListed({ nodes, here, isTrashRoot: 1, askedAt });
  });
}

interface Listing {
  readonly nodes: readonly Node[];
  /** The rows that stood in its place. */
  readonly here: readonly NodeRow[];
  readonly isTrashRoot: 0 | 1;
  readonly askedAt: number;
}

async function replaceListed({ nodes, here, isTrashRoot, askedAt }: Listing): Promise<void> {
  const shadows = new Map((await db.shadows.toArray()).map((shadow) => [shadow.id, shadow]));
  const listed = new Set(nodes.map((node) => node.id));
  const gone = here.filter(
    (row) => !listed.has(row.id) && !shadows.has(row.id) && row.appliedAt < askedAt,
  );
  await deleteNodes(gone.map((row) => row.id));
  const settled = nodes.filter((node) => !shadows.has(node.id));
  await putListed({ nodes: settled, here, isTrashRoot, askedAt });
  const held = nodes.flatMap((node) => {
    const shadow = shadows.get(node.id);
    if (shadow === undefined || shadow.purgedAt !== undefined) return [];
    const isOlder = (shadow.node?.seq ?? 0) > node.seq;
    return isOlder ? [] : [{ ...shadow, node: { ...node, isTrashRoot, appliedAt: askedAt } }];
  });
  await writeShadows(held, askedAt);
}

// Most of a listing is known already. Only what is new or changed is written, so that asking again
// costs little and wakes nobody.
async function putListed({ nodes, here, isTrashRoot, askedAt }: Listing): Promise<void> {
  const known = new Map(here.map((row) => [row.id, row]));
  const others = nodes.filter((node) => !known.has(node.id)).map((node) => node.id);
  for (const row of await getNodes(others)) if (row !== undefined) known.set(row.id, row);
  const changed = nodes.filter((node) => {
    const row = known.get(node.id);
    if (row === undefined) return true;
    const isNewerHere = row.appliedAt >= askedAt || row.seq > node.seq;
    return !isNewerHere && !(row.isTrashRoot === isTrashRoot && isSame(row, node));
  });
  await putNodes(changed.map((node) => ({ ...node, isTrashRoot, appliedAt: askedAt })));
}
