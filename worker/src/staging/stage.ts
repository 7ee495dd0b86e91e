// Stages what a page hands over: small files first, since they are quick and many.

import type { SourceToStage } from '@satchel/shared/hash-worker';
import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import { loseSource } from '../local/staged-chunks.ts';
import { findUpload } from '../local/uploads.ts';
import { type StagingDeps, stageFile } from './stage-file.ts';
import { stageSmallFiles } from './stage-small-files.ts';

export async function stage(
  deps: StagingDeps,
  sources: readonly SourceToStage<Blob>[],
): Promise<void> {
  const isSmall = ({ source }: SourceToStage<Blob>) => source.size <= CHUNK_SIZE_BYTES;
  await stageSmallFiles(deps, sources.filter(isSmall), giveUp);
  for (const { uploadId, source } of sources.filter((s) => !isSmall(s))) {
    try {
      const upload = await findUpload(uploadId);
      if (upload) await stageFile(deps, uploadId, source, upload.stagedChunks);
    } catch (error) {
      await giveUp(uploadId, error);
    }
  }
}

// A file that was changed, moved or deleted since it was chosen can't be read any more.
async function giveUp(uploadId: string, error: unknown): Promise<void> {
  console.warn('could not read a file', error);
  await loseSource(uploadId, 'source-unreadable');
}
