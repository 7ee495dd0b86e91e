// What notes of the uploader make of rows: the pure middle of the transaction that records them.

import { chunkLength } from '@satchel/shared/chunk-plan';
import { step } from '../engine/step.ts';
import type { UploadEvent } from '../engine/upload.ts';
import type { AbandonedRow, UploadRow } from './rows.ts';

/** Something that happened to an upload; for `acked`, the chunks that it happened to. */
export interface Note {
  readonly uploadId: string;
  readonly event: UploadEvent;
  readonly chunks: readonly number[];
}

export type ChunkKey = [uploadId: string, index: number];

export interface SettledNotes {
  readonly rows: Map<string, UploadRow>;
  /** Uploads whose staged bytes go. */
  readonly discarded: string[];
  readonly abandoned: AbandonedRow[];
}

/** The chunks that `notes` acknowledge. */
export function chunkKeys(notes: readonly Note[]): ChunkKey[] {
  return notes.flatMap(({ uploadId, chunks }) => chunks.map((i): ChunkKey => [uploadId, i]));
}

/** `found` are the rows that are still there, `pending` the acknowledged chunks that still are. */
export function settleNotes(
  userId: string,
  found: readonly UploadRow[],
  notes: readonly Note[],
  pending: readonly ChunkKey[],
  now: number,
): SettledNotes {
  const rows = new Map(found.map((row) => [row.id, row]));
  const settled: SettledNotes = { rows, discarded: [], abandoned: [] };
  const present = new Set(pending.map(keyText));
  for (const note of notes) {
    const row = rows.get(note.uploadId);
    if (row !== undefined) settleOne(settled, row, counted(row, note, present), now);
    else if (note.event.type === 'opened') {
      settled.abandoned.push({ session: note.event.session, userId });
    }
  }
  return settled;
}

/** A chunk counts once, whoever acknowledged it first. */
function counted(row: UploadRow, note: Note, present: Set<string>): UploadEvent {
  if (note.event.type !== 'acked') return note.event;
  const fresh = note.chunks.filter((index) => present.delete(keyText([row.id, index])));
  const bytes = fresh.reduce((sum, index) => sum + chunkLength(row.sizeBytes, index), 0);
  return { ...note.event, chunks: fresh.length, bytes };
}

function settleOne(settled: SettledNotes, row: UploadRow, event: UploadEvent, now: number): void {
  const { upload, commands } = step(row, event);
  const isDone = upload.state === 'done' && row.state !== 'done';
  settled.rows.set(row.id, isDone ? { ...upload, finishedAt: now } : upload);
  if (commands.includes('discard')) settled.discarded.push(row.id);
  if (row.session !== null && upload.session !== row.session) {
    settled.abandoned.push({ session: row.session, userId: row.userId });
  }
}

function keyText([uploadId, index]: ChunkKey): string {
  return `${uploadId} ${index}`;
}
