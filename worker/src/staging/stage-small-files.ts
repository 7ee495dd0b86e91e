// Copies small files, one chunk each, many per transaction.

import type { SourceToStage } from '@satchel/shared/hash-worker';
import type { StagedPart } from '../local/staged-chunks.ts';
import type { StagingDeps } from './stage-file.ts';

/** Up to this size the bytes lie in the row; a Blob costs the browser a file of its own. */
const INLINE_BYTES = 64 * 1024;
const BATCH_FILES = 64;
const BATCH_BYTES = 16 * 1024 * 1024;

/** `onLost` is told which files can't be read; the others go on. */
export async function stageSmallFiles(
  deps: StagingDeps,
  sources: readonly SourceToStage<Blob>[],
  onLost: (uploadId: string, error: unknown) => Promise<void>,
): Promise<void> {
  for (const batch of batches(sources)) {
    const read = await Promise.allSettled(batch.map((source) => stagePart(deps, source)));
    const parts = read.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
    if (parts.length > 0) await deps.store(parts);
    for (const [i, result] of read.entries()) {
      const source = batch[i];
      if (result.status === 'rejected' && source) await onLost(source.uploadId, result.reason);
    }
  }
}

async function stagePart(
  deps: StagingDeps,
  { uploadId, source }: SourceToStage<Blob>,
): Promise<StagedPart> {
  const buffer = await source.arrayBuffer();
  const hash = await deps.digest(buffer);
  const bytes = buffer.byteLength <= INLINE_BYTES ? buffer : source.slice();
  return { uploadId, firstIndex: 0, chunks: [{ hash, bytes }] };
}

export function* batches(
  sources: readonly SourceToStage<Blob>[],
): Generator<SourceToStage<Blob>[]> {
  let batch: SourceToStage<Blob>[] = [];
  let bytes = 0;
  for (const source of sources) {
    if (batch.length === BATCH_FILES || (bytes + source.source.size > BATCH_BYTES && bytes > 0)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(source);
    bytes += source.source.size;
  }
  if (batch.length > 0) yield batch;
}
