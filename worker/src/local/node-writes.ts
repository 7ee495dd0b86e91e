// Writes the replica: what the server answered, and what follows from it. One transaction per deed.

import type { Node } from '@satchel/shared/wire/nodes';
import { db } from './database.ts';
import type { NodeRow } from './rows.ts';

/** Puts a node as the server answered it. An older state than the one here is left out. */
export async function applyNode(node: Node, now = Date.now()): Promise<void> {
  await applyNodes([node], now);
}

export async function applyNodes(nodes: readonly Node[], now = Date.now()): Promise<void> {
  await db.transaction('rw', db.nodes, async () => {
    const present = await db.nodes.bulkGet(nodes.map((node) => node.id));
    const rows = nodes.flatMap((node, i) => {
      const row = present[i];
      return row !== undefined && row.seq > node.seq ? [] : [rowOf(node, row, now)];
    });
    await db.nodes.bulkPut(rows);
  });
}

/** Makes the children of a folder exactly what a listing says. Rows written after the listing was
 *  asked for stay as they are: it cannot know of them. */
export async function replaceFolderChildren(
  parentId: string,
  nodes: readonly Node[],
  askedAt: number,
): Promise<void> {
  await db.transaction('rw', db.nodes, async () => {
    const children = await db.nodes.where('parentId').equals(parentId).toArray();
    const listed = new Set(nodes.map((node) => node.id));
    const gone = children.filter(
      (row) => row.isTrashRoot === 0 && !listed.has(row.id) && row.appliedAt < askedAt,
    );
    await db.nodes.bulkDelete(gone.map((row) => row.id));
    await putListed(nodes, children, 0, askedAt);
  });
}

/** Makes what the trash lists exactly `nodes`. */
export async function replaceTrash(nodes: readonly Node[], askedAt: number): Promise<void> {
  await db.transaction('rw', db.nodes, async () => {
    const roots = await db.nodes.where('isTrashRoot').equals(1).toArray();
    const listed = new Set(nodes.map((node) => node.id));
    const gone = roots.filter((row) => !listed.has(row.id) && row.appliedAt < askedAt);
    await db.nodes.bulkDelete(gone.map((row) => row.id));
    await putListed(nodes, roots, 1, askedAt);
  });
}

/** Marks nodes as trashed: the server says only that it is done. */
export async function markTrashed(ids: readonly string[], now = Date.now()): Promise<void> {
  const trashedAt = new Date(now).toISOString();
  await db.nodes
    .where('id')
    .anyOf([...ids])
    .modify({ isTrashRoot: 1, trashedAt, appliedAt: now });
}

/** Puts a node that came back from the trash. */
export async function applyRestored(node: Node, now = Date.now()): Promise<void> {
  await db.nodes.put({ ...node, isTrashRoot: 0, appliedAt: now });
}

/** Forgets a node and what the replica has beneath it. What was trashed on its own stays in the
 *  trash, as it does on the server. */
export async function removeNode(id: string): Promise<void> {
  await db.transaction('rw', db.nodes, async () => {
    let level = [id];
    while (level.length > 0) {
      await db.nodes.bulkDelete(level);
      const beneath = db.nodes.where('parentId').anyOf(level);
      level = await beneath.filter((row) => row.isTrashRoot === 0).primaryKeys();
    }
  });
}

// Most of a listing is known already: `here` are the rows that were there before. Only what is new or
// changed is written, so that asking again costs little and wakes nobody.
async function putListed(
  nodes: readonly Node[],
  here: readonly NodeRow[],
  isTrashRoot: 0 | 1,
  askedAt: number,
) {
  const known = new Map(here.map((row) => [row.id, row]));
  const others = nodes.filter((node) => !known.has(node.id)).map((node) => node.id);
  for (const row of await db.nodes.bulkGet(others)) if (row !== undefined) known.set(row.id, row);
  const changed = nodes.filter((node) => {
    const row = known.get(node.id);
    if (row === undefined) return true;
    const isNewerHere = row.appliedAt >= askedAt || row.seq > node.seq;
    return !isNewerHere && !(row.isTrashRoot === isTrashRoot && isSame(row, node));
  });
  await db.nodes.bulkPut(changed.map((node) => ({ ...node, isTrashRoot, appliedAt: askedAt })));
}

// A node's number does not change with what is around it: its editor's name, a trashed folder above.
function isSame(row: NodeRow, node: Node): boolean {
  return (
    row.seq === node.seq &&
    row.trashedAt === node.trashedAt &&
    row.modifiedBy.displayName === node.modifiedBy.displayName
  );
}

function rowOf(node: Node, row: NodeRow | undefined, now: number): NodeRow {
  const isTrashRoot = node.trashedAt === null ? 0 : (row?.isTrashRoot ?? 0);
  return { ...node, isTrashRoot, appliedAt: now };
}
