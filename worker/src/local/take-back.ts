// Takes queued mutations back: what nobody has sent leaves the queue as if it had never been, with
// all that makes no sense without it.

import type { Mutation } from '../engine/mutations/mutation.ts';
import { step } from '../engine/step.ts';
import { db } from './database.ts';
import { type Doer, queueMutations } from './queue-mutations.ts';
import { inOrder, readQueuedFor } from './read-outbox.ts';
import type { OutboxRow, ShadowRow } from './rows.ts';
import { findShadows, nodeTables, writeShadows } from './shadows.ts';

/** Off the queue where the server cannot have it; else the opposite is queued behind it. */
export async function takeBack(doer: Doer, id: string, now = Date.now()): Promise<void> {
  await db.transaction('rw', [...nodeTables, db.uploads], async () => {
    const row = await db.outbox.get(id);
    if (row === undefined) return;
    const isUnsent = row.state === 'refused' || row.triedAt === null;
    if (isUnsent) return drop(doer.userId, row, now);
    const shadow = (await findShadows([row.nodeId])).get(row.nodeId);
    const mutation = oppositeOf(row.mutation, shadow);
    if (mutation === null) return;
    await queueMutations(doer, [{ nodeId: row.nodeId, mutation }], now);
  });
}

/** Null where nothing takes it back any more. */
function oppositeOf({ is }: Mutation, shadow: ShadowRow | undefined): Mutation | null {
  const before = shadow?.node ?? null;
  switch (is) {
    case 'create-folder':
    case 'restore':
      return { is: 'trash' };
    case 'trash':
      return { is: 'restore', homeId: null };
    case 'rename':
      return before === null ? null : { is: 'rename', name: before.name };
    case 'move':
      return before?.parentId == null ? null : { is: 'move', parentId: before.parentId };
    case 'purge':
      return null;
  }
}

async function drop(userId: string, row: OutboxRow, now: number): Promise<void> {
  const isCreation = row.mutation.is === 'create-folder';
  const goes = isCreation ? await aboutFolder(userId, row.nodeId) : [row];
  await db.outbox.bulkDelete(goes.map(({ id }) => id));
  const shadows = await findShadows(goes.map(({ nodeId }) => nodeId));
  await writeShadows([...shadows.values()], now);
  const folders = goes.filter(({ mutation }) => mutation.is === 'create-folder');
  await stopUploads(
    folders.map(({ nodeId }) => nodeId),
    now,
  );
}

/** All that was done to a folder, or put into it. */
async function aboutFolder(userId: string, folderId: string): Promise<OutboxRow[]> {
  const within = await db.outbox.where('ways').equals(folderId).toArray();
  return inOrder(userId, [...(await readQueuedFor(folderId)), ...within]);
}

// Their bytes stay, and they say why they go no further.
async function stopUploads(folderIds: readonly string[], at: number): Promise<void> {
  if (folderIds.length === 0) return;
  const why = { during: 'open', code: 'not-found', detail: null, retryAfterMs: null } as const;
  const refusal = { ...why, reaction: 'refetch' } as const;
  const event = { type: 'refused', refusal, at, random: 0 } as const;
  const waiting = db.uploads.where('folderId').anyOf([...folderIds]);
  await waiting.modify((row, ref) => {
    ref.value = step(row, event).upload;
  });
}
