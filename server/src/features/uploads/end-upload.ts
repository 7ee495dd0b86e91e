import type { Tx } from '../../lib/tx.ts';
import { deleteLeases } from './lease-rows.ts';
import { releaseBytes } from './quota-rows.ts';
import type { Upload } from './upload.ts';
import { endRow } from './upload-rows.ts';

/** Ends an open upload without a file: its room is free again, and nothing keeps its chunks. The
 *  caller has locked the space, then the upload. */
export async function endUpload(
  tx: Tx,
  upload: Pick<Upload, 'id' | 'spaceId' | 'size'>,
  status: 'cancelled' | 'expired',
): Promise<void> {
  await endRow(tx, upload.id, status);
  await deleteLeases(tx, upload.id);
  await releaseBytes(tx, upload.spaceId, upload.size);
}
