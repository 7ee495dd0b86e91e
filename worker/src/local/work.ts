// The queue as the uploader sees it: what to do next, and what came of it.

import { chunkLength } from '@satchel/shared/chunk-plan';
import { step } from '../engine/step.ts';
import type { ActiveState, UploadEvent } from '../engine/upload.ts';
import { db } from './database.ts';
import type { AbandonedRow, ChunkRow, UploadRow } from './rows.ts';

/** Something that happened to an upload; for `acked`, the chunks that it happened to. */
export interface Note {
  readonly uploadId: string;
  readonly event: UploadEvent;
  readonly chunks: readonly number[];
}

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
    const settled = settle(userId, found, withPresentChunks(notes, pending, found), now);
    await db.uploads.bulkPut([...settled.rows.values()]);
    await db.chunks.bulkDelete(pending);
    await db.chunks.where('uploadId').anyOf(settled.discarded).delete();
    await db.abandoned.bulkPut(settled.abandoned);
    return settled.rows;
  });
}

/** The keys of the acknowledged chunks that are still here. */
async function findPending(notes: readonly Note[]): Promise<[string, number][]> {
  const keys = notes.flatMap(({ uploadId, chunks }) =>
    chunks.map((index): [string, number] => [uploadId, index]),
  );
  if (keys.length === 0) return [];
  return db.chunks.where('[uploadId+index]').anyOf(keys).primaryKeys();
}

/** A chunk counts once, whoever acknowledged it first. */
function withPresentChunks(
  notes: readonly Note[],
  pending: readonly [string, number][],
  rows: readonly UploadRow[],
): Note[] {
  const present = new Set(pending.map(([id, index]) => `${id} ${index}`));
  const sizes = new Map(rows.map((row) => [row.id, row.sizeBytes]));
  return notes.map((note) => {
    if (note.event.type !== 'acked') return note;
    const counted = note.chunks.filter((index) => present.delete(`${note.uploadId} ${index}`));
    const sizeBytes = sizes.get(note.uploadId);
    if (sizeBytes === undefined) return note;
    const bytes = counted.reduce((sum, index) => sum + chunkLength(sizeBytes, index), 0);
    return { ...note, event: { ...note.event, chunks: counted.length, bytes } };
  });
}

interface Settled {
  readonly rows: Map<string, UploadRow>;
  readonly discarded: string[];
  readonly abandoned: AbandonedRow[];
}

function settle(
  userId: string,
  found: readonly UploadRow[],
  notes: readonly Note[],
  now: number,
): Settled {
  const rows = new Map(found.map((row) => [row.id, row]));
  const settled: Settled = { rows, discarded: [], abandoned: [] };
  for (const { uploadId, event } of notes) {
    const row = rows.get(uploadId);
    if (row !== undefined) settleOne(settled, row, event, now);
    else if (event.type === 'opened') settled.abandoned.push({ session: event.session, userId });
  }
  return settled;
}

function settleOne(settled: Settled, row: UploadRow, event: UploadEvent, now: number): void {
  const { upload, commands } = step(row, event);
  const isDone = upload.state === 'done' && row.state !== 'done';
  settled.rows.set(row.id, isDone ? { ...upload, finishedAt: now } : upload);
  if (commands.includes('discard')) settled.discarded.push(row.id);
  if (row.session !== null && upload.session !== row.session) {
    settled.abandoned.push({ session: row.session, userId: row.userId });
  }
}
