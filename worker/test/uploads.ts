import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { newUpload, type Upload } from '../src/engine/upload.ts';
import type { UploadRow } from '../src/local/rows.ts';

/** An upload of three chunks with whatever a test is about. */
export function anUpload(facts: Partial<Upload> = {}): Upload {
  return { ...newUpload(3), ...facts };
}

export const STAGED = { stagedChunks: 3, hashedChunks: 3 } as const;

/** A row of the queue with whatever a test is about. */
export function aRow(facts: Partial<UploadRow> = {}): UploadRow {
  return {
    ...newUpload(facts.totalChunks ?? 3),
    id: 'u1',
    userId: 'ada',
    position: 1,
    filename: 'plan.md',
    sizeBytes: (facts.totalChunks ?? 3) * CHUNK_SIZE_BYTES,
    mimeType: 'text/markdown',
    lastModified: 0,
    folderId: 'root',
    onConflict: 'version',
    base: null,
    after: null,
    awaitsAnswer: false,
    stager: null,
    waitsForRoom: false,
    lease: null,
    addedAt: 0,
    finishedAt: null,
    ...facts,
  };
}
