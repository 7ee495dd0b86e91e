// Shows nodes that have queued mutations: what the server last said of them, kept beside, with the
// queue replayed on top.

import { isAwaited } from '../engine/mutations/mutation.ts';
import { replay } from '../engine/mutations/replay.ts';
import { db } from './database.ts';
import { deleteNodes, getNodes, nodeStores, putNodes } from './node-store.ts';
import { readOutbox } from './read-outbox.ts';
import type { NodeRow, OutboxRow, ShadowRow } from './rows.ts';

/** What a transaction has to hold that brings rows of the server. */
export const nodeTables = [...nodeStores, db.shadows, db.outbox];

// Fewer are asked for sooner than all are counted. Even to find the first of a table takes as long as many
// were deleted before it.
const FEW = 100;

export async function findShadows(ids: readonly string[]): Promise<Map<string, ShadowRow>> {
  if (ids.length > FEW && (await db.shadows.count()) === 0) return new Map();
  const found = await db.shadows.bulkGet([...ids]);
  return new Map(found.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
}

/** Writes what the server says now of nodes that have a shadow, and shows them accordingly. A shadow
 *  that nothing is queued for any more goes, and its row is the server's again. */
export async function writeShadows(shadows: readonly ShadowRow[], now: number): Promise<void> {
  const ids = shadows.map(({ id }) => id);
  const queued = ids.length === 0 ? [] : await db.outbox.where('nodeId').anyOf(ids).toArray();
  await putShown(shadows, byNode(queued), now);
}

export async function putShown(
  shadows: readonly ShadowRow[],
  queued: ReadonlyMap<string, readonly OutboxRow[]>,
  now: number,
): Promise<void> {
  const kept: ShadowRow[] = [];
  const ended: string[] = [];
  const rows: NodeRow[] = [];
  const hidden: string[] = [];
  for (const shadow of shadows) {
    const mine = (queued.get(shadow.id) ?? []).filter(({ userId }) => userId === shadow.userId);
    if (mine.some(isAwaited) || shadow.purgedAt !== undefined) kept.push(shadow);
    else ended.push(shadow.id);
    const shown = replay(shadow.node, mine);
    if (shown === null) hidden.push(shadow.id);
    else rows.push({ ...shown, appliedAt: now });
  }
  await db.shadows.bulkDelete(ended);
  await db.shadows.bulkPut(kept);
  await deleteNodes(hidden);
  await putNodes(rows);
}

/** The mutations of each node, in the order of the queue. */
export function byNode(queued: readonly OutboxRow[]): Map<string, OutboxRow[]> {
  const nodes = new Map<string, OutboxRow[]>();
  for (const row of [...queued].sort((a, b) => a.position - b.position)) {
    const mine = nodes.get(row.nodeId);
    if (mine === undefined) nodes.set(row.nodeId, [row]);
    else mine.push(row);
  }
  return nodes;
}

/** Shows what this person had queued before the tree was forgotten. */
export async function raiseShadows(userId: string, now = Date.now()): Promise<void> {
  await db.transaction('rw', nodeTables, async () => {
    const queued = byNode(await readOutbox(userId));
    const ids = [...queued.keys()];
    const shadows = await findShadows(ids);
    const rows = await getNodes(ids);
    const missing = ids.flatMap((id, i) => {
      return shadows.has(id) ? [] : [{ id, userId, node: rows[i] ?? null }];
    });
    await putShown(missing, queued, now);
  });
}
