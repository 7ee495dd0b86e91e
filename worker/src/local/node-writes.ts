// Writes the replica: what the server answered, and what follows from it. One transaction per deed.

import type { Node } from '@satchel/shared/wire/nodes';
import { db } from './database.ts';
import { putNodes } from './put-nodes.ts';
import type { NodeRow } from './rows.ts';

/** What a transaction has to hold that brings rows of the server. */
export const nodeTables = [db.nodes, db.pendingDeeds];

type MakeRow = (node: Node, before: NodeRow | undefined, now: number) => NodeRow;

/** Puts a node as the server answered it. An older state than the one here is left out, and a row
 *  that shows a deed goes on showing it. */
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
    const present = await db.nodes.bulkGet(ids);
    const pending = await db.pendingDeeds.bulkGet(ids);
    const rows = nodes.flatMap((node, i) => {
      const row = pending[i]?.before ?? present[i];
      return row !== undefined && row.seq > node.seq ? [] : [rowOf(node, row, now)];
    });
    const held = new Map(pending.flatMap((deed) => (deed === undefined ? [] : [[deed.id, deed]])));
    await putNodes(rows.filter((row) => !held.has(row.id)));
    await db.pendingDeeds.bulkPut(
      rows.flatMap((row) => {
        const deed = held.get(row.id);
        return deed === undefined || deed.before === null ? [] : [{ ...deed, before: row }];
      }),
    );
  });
}

/** Forgets nodes and what the replica has beneath them. What was trashed on its own stays in the
 *  trash, as it does on the server. */
export async function removeNodes(ids: readonly string[]): Promise<void> {
  await db.transaction('rw', db.nodes, async () => {
    let level = [...ids];
    while (level.length > 0) {
      await db.nodes.bulkDelete(level);
      const places = level.map((id): [string, number] => [id, 0]);
      level = await db.nodes.where('[parentId+isTrashRoot]').anyOf(places).primaryKeys();
    }
  });
}

/** Forgets exactly these: what is beneath them is said by itself. */
export async function forgetNodes(ids: readonly string[]): Promise<void> {
  await db.nodes.bulkDelete([...ids]);
  await db.pendingDeeds.bulkDelete([...ids]);
}

/** Of these, the nodes that show a deed the server has not answered. */
export async function findPending(ids: readonly string[]): Promise<Set<string>> {
  const pending = await db.pendingDeeds.bulkGet([...ids]);
  return new Set(pending.flatMap((deed) => (deed === undefined ? [] : [deed.id])));
}

// An answer says of a node beneath something trashed since when it is there, as of what was trashed
// itself.
function answeredRow(node: Node, row: NodeRow | undefined, now: number): NodeRow {
  const isTrashRoot = node.trashedAt === null ? 0 : (row?.isTrashRoot ?? 0);
  return { ...node, isTrashRoot, appliedAt: now };
}
