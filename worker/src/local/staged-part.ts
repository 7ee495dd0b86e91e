// What a staged part makes of its upload's row: the pure middle of the transaction that keeps it.

import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { step } from '../engine/step.ts';
import type { ChunkRow, UploadRow } from './rows.ts';

export interface StagedPart {
  readonly uploadId: string;
  readonly firstIndex: number;
  readonly chunks: readonly Pick<ChunkRow, 'hash' | 'bytes'>[];
}

/** Not when it has been started over, or somebody else has staged this part. */
export function isPartWanted(row: UploadRow, part: StagedPart): boolean {
  const isOver = row.state === 'done' || row.state === 'needs-source';
  return !isOver && row.stagedChunks === part.firstIndex;
}

export function chunkRows(part: StagedPart): ChunkRow[] {
  return part.chunks.map((chunk, i) => ({
    ...chunk,
    uploadId: part.uploadId,
    index: part.firstIndex + i,
  }));
}

export function afterStaging(row: UploadRow, part: StagedPart): UploadRow {
  const chunks = part.firstIndex + part.chunks.length;
  const bytes = Math.min(chunks * CHUNK_SIZE_BYTES, row.sizeBytes);
  const staged = step(row, { type: 'staged', chunks }).upload;
  // Hashes count from the beginning on: what lies before may have been staged without.
  const isNext = row.hashedChunks === part.firstIndex;
  const isHashed = isNext && part.chunks.every((chunk) => chunk.hash !== null);
  const next = isHashed ? step(staged, { type: 'hashed', chunks, bytes }).upload : staged;
  return { ...next, waitsForRoom: false, stager: chunks < row.totalChunks ? row.stager : null };
}

export function afterSourceLost(row: UploadRow, reason: string): UploadRow {
  const { upload } = step(row, { type: 'source-lost', reason });
  return { ...upload, stager: null, waitsForRoom: false };
}

export function afterSourceGiven(row: UploadRow, stager: string): UploadRow {
  const given = { ...step(row, { type: 'source-given' }).upload, stager };
  return row.awaitsAnswer ? step(given, { type: 'pause' }).upload : given;
}
