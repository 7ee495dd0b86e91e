import { chunkCount } from '@satchel/shared/chunk-plan';
import { CHUNK_SIZE_BYTES } from '@satchel/shared/limits';
import type { UploadAnswer } from '@satchel/shared/wire/uploads';
import type { Queryable } from '../../lib/tx.ts';
import type { Clock } from '../../ports/clock.ts';
import { findMissing } from './lease-rows.ts';
import { demandLiving } from './upload.ts';
import { findUpload } from './upload-rows.ts';

export interface GetUploadDeps {
  readonly db: Queryable;
  readonly clock: Clock;
}

/** All that a client needs to go on. Refuses `not-found` and `gone`. */
export async function getUpload(
  deps: GetUploadDeps,
  userId: string,
  uploadId: string,
): Promise<UploadAnswer> {
  const upload = demandLiving(await findUpload(deps.db, uploadId), userId, deps.clock.now());
  const totalChunks = chunkCount(upload.size);
  return {
    uploadId,
    filename: upload.filename,
    size: upload.size,
    chunkSize: CHUNK_SIZE_BYTES,
    totalChunks,
    needed: upload.status === 'open' ? await findMissing(deps.db, uploadId, totalChunks) : [],
    expiresAt: upload.expiresAt.toISOString(),
    status: upload.status,
  };
}
