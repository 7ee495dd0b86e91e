// What a person does about a mutation that was refused: it is queued again, changed so that it may
// succeed.

import { freeName } from '@satchel/shared/free-name';
import { nameKey } from '@satchel/shared/names';
import { uuidv7 } from 'uuidv7';
import type { Mutation } from '../engine/mutations/mutation.ts';
import type { WayOn } from '../engine/mutations/refusals.ts';
import { db } from './database.ts';
import { getNode } from './node-store.ts';
import { readChildren } from './nodes.ts';
import { type Doer, queueMutations } from './queue-mutations.ts';
import { readLastPosition, readQueuedFor } from './read-outbox.ts';
import type { OutboxRow } from './rows.ts';
import { byNode, findShadows, nodeTables, putShown } from './shadows.ts';

export async function goOn(doer: Doer, id: string, way: WayOn, now = Date.now()): Promise<void> {
  await db.transaction('rw', [...nodeTables, db.uploads], async () => {
    const row = await db.outbox.get(id);
    if (row?.state !== 'refused') return;
    const mutation = await changed(doer, row, way);
    const before = await restoreFirst(doer, row, way, now);
    const last = await readLastPosition(doer.userId);
    const fresh = {
      state: 'waiting',
      triedAt: null,
      attempts: 0,
      retryAt: 0,
      refusal: null,
    } as const;
    const after = [...row.after, ...before];
    if (before.length > 0) await comeFirst(before, id);
    const place = { position: last + 1, idempotencyKey: uuidv7(), madeAt: now, after };
    await db.outbox.put({ ...row, ...fresh, ...place, mutation });
    await show(doer.userId, row.nodeId, now);
  });
}

/** A name like the one that was refused, free as far as this device knows. */
export async function suggestName({ nodeId, mutation, name }: OutboxRow): Promise<string> {
  const wanted = 'name' in mutation && mutation.name !== undefined ? mutation.name : name;
  const row = await getNode(nodeId);
  const parentId = 'parentId' in mutation ? mutation.parentId : (row?.parentId ?? '');
  const others = (await readChildren(parentId)).filter(({ id }) => id !== nodeId);
  // Whoever has the name may not be known here yet.
  const taken = new Set([...others.map((other) => nameKey(other.name)), nameKey(wanted)]);
  return freeName(wanted, taken);
}

async function changed(doer: Doer, row: OutboxRow, way: WayOn): Promise<Mutation> {
  const { mutation } = row;
  if (way === 'other-name') {
    const name = await suggestName(row);
    const takesName = mutation.is === 'create-folder' || mutation.is === 'rename';
    return takesName || mutation.is === 'move' ? { ...mutation, name } : mutation;
  }
  if (way !== 'put-in-root' || !('parentId' in mutation)) return mutation;
  return { ...mutation, parentId: doer.rootFolderId };
}

/** The ids of what has to come before. */
async function restoreFirst(
  doer: Doer,
  { nodeId, mutation }: OutboxRow,
  way: WayOn,
  now: number,
): Promise<string[]> {
  const parentId = 'parentId' in mutation ? mutation.parentId : null;
  const away = way === 'restore-node' ? nodeId : way === 'restore-parent' ? parentId : null;
  if (away === null) return [];
  const restore = { is: 'restore', homeId: null } as const;
  const deed = await queueMutations(
    doer,
    [{ nodeId: away, mutation: restore, isForced: true }],
    now,
  );
  const queued = await db.outbox.where('[deedId+state]').equals([deed, 'waiting']).toArray();
  return queued.map(({ id }) => id);
}

/** What is done to the same node as these, and earlier, waited for this one and for what waits for it:
 *  then none of them could ever be sent. */
async function comeFirst(ids: readonly string[], id: string): Promise<void> {
  const first = (await db.outbox.bulkGet([...ids])).flatMap((row) => (row ? [row.nodeId] : []));
  const behind = await findBehind(id);
  await db.outbox
    .where('nodeId')
    .anyOf(first)
    .filter((row) => row.id !== id)
    .modify((row, ref) => {
      const after = row.after.filter((other) => {
        const nodeId = behind.get(other);
        return nodeId === undefined || (other !== id && first.includes(nodeId));
      });
      ref.value = { ...row, after };
    });
}

/** This one, and all that waits for it or for what does, with the node that each is about. */
async function findBehind(id: string): Promise<Map<string, string>> {
  const behind = new Map<string, string>();
  let rows = await db.outbox.where('id').equals(id).toArray();
  while (rows.length > 0) {
    for (const row of rows) behind.set(row.id, row.nodeId);
    const waiting = await db.outbox
      .where('after')
      .anyOf(rows.map((row) => row.id))
      .toArray();
    rows = waiting.filter((row) => !behind.has(row.id));
  }
  return behind;
}

async function show(userId: string, nodeId: string, now: number): Promise<void> {
  const shadow = (await findShadows([nodeId])).get(nodeId);
  const node = shadow === undefined ? ((await getNode(nodeId)) ?? null) : shadow.node;
  await putShown([{ id: nodeId, userId, node }], byNode(await readQueuedFor(nodeId)), now);
}
