// The queue as the uploader sees it: what to do next, and what came of it.

import type { ActiveState } from '../engine/upload.ts';
import { db } from './database.ts';
import type { ChunkRow, UploadRow } from './rows.ts';
import { type ChunkKey, chunkKeys, type Note, settleNotes } from './settle-notes.ts';

/** Up to `limit` uploads of one person in one state, in the order of the queue. */
export async function readQueue(
  userId: string,
  state: ActiveState,
  afterPosition: number,
  limit: number,
): Promise<UploadRow[]> {
  return db.uploads
    .where('[userId+state+position]')
    .between([userId, state, afterPosition], [userId, state, Number.POSITIVE_INFINITY], false)
    .limit(limit)
    .toArray();
}

/** Those of one person that are still being staged, and have a chunk that is. */
export async function readBegun(userId: string): Promise<UploadRow[]> {
  return db.uploads
    .where('[userId+state+stagedChunks]')
    .between([userId, 'staging', 1], [userId, 'staging', Number.POSITIVE_INFINITY])
    .toArray();
}

/** Chunks that have not been acknowledged, from `fromIndex` on, in order. */
export async function readPendingChunks(
  uploadId: string,
  fromIndex: number,
  limit: number,
): Promise<ChunkRow[]> {
  return db.chunks
    .where('[uploadId+index]')
    .between([uploadId, fromIndex], [uploadId, Number.POSITIVE_INFINITY])
    .limit(limit)
    .toArray();
}

export async function readPendingIndexes(uploadId: string): Promise<number[]> {
  const keys = await db.chunks
    .where('[uploadId+index]')
    .between([uploadId, 0], [uploadId, Number.POSITIVE_INFINITY])
    .primaryKeys();
  return keys.map(([, index]) => index);
}

/** The first chunk of each upload that has one left, by upload. */
export async function readFirstChunks(
  uploadIds: readonly string[],
): Promise<Map<string, ChunkRow>> {
  const rows = await db.chunks.bulkGet(uploadIds.map((id): ChunkKey => [id, 0]));
  return new Map(rows.filter((row) => row !== undefined).map((row) => [row.uploadId, row]));
}

/** Records the hash of a chunk that was staged without one. */
export async function writeChunkHash(uploadId: string, index: number, hash: string) {
  await db.chunks.update([uploadId, index], { hash });
}

/** Applies what happened, all in one transaction, and gives the uploads as they are now; those that
 *  were taken off the queue in between are absent, and a session that was opened for one of them is
 *  left to be ended. Chunks go with the record that they arrived. */
export async function recordNotes(
  userId: string,
  notes: readonly Note[],
  now = Date.now(),
): Promise<Map<string, UploadRow>> {
  return db.transaction('rw', db.uploads, db.chunks, db.abandoned, async () => {
    const ids = [...new Set(notes.map((note) => note.uploadId))];
    const found = (await db.uploads.bulkGet(ids)).filter((row) => row !== undefined);
    const pending = await findPending(notes);
    const settled = settleNotes(userId, found, notes, pending, now);
    await db.uploads.bulkPut([...settled.rows.values()]);
    await db.chunks.bulkDelete(pending);
    await db.chunks.where('uploadId').anyOf(settled.discarded).delete();
    await db.abandoned.bulkPut(settled.abandoned);
    return settled.rows;
  });
}

/** The keys of the acknowledged chunks that are still here. */
async function findPending(notes: readonly Note[]): Promise<ChunkKey[]> {
  const keys = chunkKeys(notes);
  if (keys.length === 0) return [];
  return db.chunks.where('[uploadId+index]').anyOf(keys).primaryKeys();
}
