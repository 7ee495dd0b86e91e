// Writes what the server says into the replica. Whoever brings rows of the server comes here: a node
// that has queued mutations goes on showing them.

import type { Node } from '@satchel/shared/wire/nodes';
import { db } from './database.ts';
import { deleteNodes, getChildren, getNodes, putNodes } from './node-store.ts';
import type { NodeRow, ShadowRow } from './rows.ts';
import { isSame } from './same-node.ts';
import { findShadows, nodeTables, writeShadows } from './shadows.ts';

export { nodeTables } from './shadows.ts';

type MakeRow = (node: Node, before: NodeRow | undefined, now: number) => NodeRow;

/** Puts a node as the server answered it. An older state than the one here is left out. */
export async function applyNode(node: Node, now = Date.now()): Promise<void> {
  await applyNodes([node], now);
}

export async function applyNodes(
  nodes: readonly Node[],
  now = Date.now(),
  rowOf: MakeRow = answeredRow,
): Promise<void> {
  await db.transaction('rw', nodeTables, async () => {
    const ids = nodes.map((node) => node.id);
    const present = await getNodes(ids);
    const shadows = await findShadows(ids);
    const rows: NodeRow[] = [];
    const held: ShadowRow[] = [];
    for (const [i, node] of nodes.entries()) {
      const shadow = shadows.get(node.id);
      const row = shadow === undefined ? present[i] : (shadow.node ?? undefined);
      if (shadow?.purgedAt !== undefined || (row !== undefined && row.seq > node.seq)) continue;
      const next = rowOf(node, row, now);
      if (shadow !== undefined) held.push({ ...shadow, node: next });
      else if (row?.isTrashRoot !== next.isTrashRoot || !isSame(row, node)) rows.push(next);
    }
    await putNodes(rows);
    await writeShadows(held, now);
  });
}

/** Forgets nodes and what the replica has beneath them. What was trashed on its own stays in the
 *  trash, as it does on the server; what is made, or moved there, by a mutation that waits is not the
 *  server's to take. */
export async function removeNodes(ids: readonly string[], now = Date.now()): Promise<void> {
  if (ids.length === 0) return;
  await db.transaction('rw', nodeTables, async () => {
    let level: readonly string[] = ids;
    while (level.length > 0) {
      const shadows = await findShadows(level);
      await deleteNodes(level.filter((id) => !shadows.has(id)));
      const gone = [...shadows.values()].map((shadow) => ({ ...shadow, node: null }));
      await writeShadows(gone, now);
      level = await findBeneath(level);
    }
  });
}

/** Forgets exactly these, gone with these numbers: what is beneath them is said by itself. What is still
 *  to be made, or was deleted for good here, stays as it is shown. */
export async function forgetNodes(
  numbers: ReadonlyMap<string, number>,
  now = Date.now(),
): Promise<void> {
  const shadows = await findShadows([...numbers.keys()]);
  await deleteNodes([...numbers.keys()].filter((id) => !shadows.has(id)));
  const gone = [...shadows.values()].map((shadow) => {
    return { ...shadow, node: null, goneSeq: numbers.get(shadow.id) ?? 0 };
  });
  await writeShadows(gone, now);
}

/** Of these, the nodes that have queued mutations. */
export async function findPending(ids: readonly string[]): Promise<Set<string>> {
  return new Set((await findShadows(ids)).keys());
}

async function findBeneath(parentIds: readonly string[]): Promise<string[]> {
  const shown = (await getChildren(parentIds)).map(({ id }) => id);
  const shadows = await findShadows(shown);
  const within = db.shadows.where('node.parentId').anyOf([...parentIds]);
  const held = await within.filter(({ node }) => node?.isTrashRoot === 0).primaryKeys();
  return [...shown.filter((id) => !shadows.has(id)), ...held];
}

// An answer says of a node beneath something trashed since when it is there, as of what was trashed
// itself.
function answeredRow(node: Node, row: NodeRow | undefined, now: number): NodeRow {
  const isTrashRoot = node.trashedAt === null ? 0 : (row?.isTrashRoot ?? 0);
  return { ...node, isTrashRoot, appliedAt: now };
}
