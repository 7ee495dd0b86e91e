// What its person wants to have on this device without the network.

import { Dexie } from 'dexie';
import type { KeepProgress } from '../engine/keep/progress.ts';
import { db } from './database.ts';
import type { PinRow } from './kept-rows.ts';

export type { KeepProgress } from '../engine/keep/progress.ts';
export type { PinRow } from './kept-rows.ts';

function ofPerson(userId: string) {
  return db.pins.where('[userId+nodeId]').between([userId, Dexie.minKey], [userId, Dexie.maxKey]);
}

/** The pins of one person, in the order in which they were set. Can be observed by a live query. */
export async function readPins(userId: string): Promise<PinRow[]> {
  return (await ofPerson(userId).toArray()).sort((a, b) => a.pinnedAt - b.pinnedAt);
}

/** The ids of what one person has pinned. It does not change with how far each is. */
export async function readPinnedIds(userId: string): Promise<ReadonlySet<string>> {
  return new Set((await ofPerson(userId).primaryKeys()).map(([, nodeId]) => nodeId));
}

/** Pinning again changes nothing. */
export async function addPins(
  userId: string,
  nodeIds: readonly string[],
  now = Date.now(),
): Promise<void> {
  await db.transaction('rw', db.pins, async () => {
    const there = await readPinnedIds(userId);
    const rows = nodeIds
      .filter((nodeId) => !there.has(nodeId))
      .map((nodeId, i) => ({ userId, nodeId, pinnedAt: now + i / 1000, progress: null }));
    await db.pins.bulkPut(rows);
  });
}

export async function removePins(userId: string, nodeIds: readonly string[]): Promise<void> {
  await db.pins.bulkDelete(nodeIds.map((nodeId): [string, string] => [userId, nodeId]));
}

/** Writes how far the pins are; those that were taken away meanwhile stay away. */
export async function writePinProgress(
  userId: string,
  progress: ReadonlyMap<string, KeepProgress>,
): Promise<void> {
  await db.pins.bulkUpdate(
    [...progress].map(([nodeId, figures]) => ({
      key: [userId, nodeId] as [string, string],
      changes: { progress: figures },
    })),
  );
}
