import { refuse } from '../../lib/refuse.ts';
import type { Transact } from '../../lib/tx.ts';
import { lockSpace } from '../auth/index.ts';
import { endUpload } from './end-upload.ts';
import { demandOwn } from './upload.ts';
import { findUpload, lockUpload } from './upload-rows.ts';

/** Ends an upload and frees what it reserved. Cancelling what is cancelled or expired is fine.
 *  Refuses `not-found` and `upload-completed`. */
export async function cancelUpload(
  transact: Transact<void>,
  userId: string,
  uploadId: string,
): Promise<void> {
  return transact(async (tx) => {
    const { spaceId } = demandOwn(await findUpload(tx, uploadId), userId);
    await lockSpace(tx, spaceId);
    const upload = demandOwn(await lockUpload(tx, uploadId, 'update'), userId);
    if (upload.status === 'completed') refuse('upload-completed');
    if (upload.status === 'open') await endUpload(tx, upload, 'cancelled');
  });
}
