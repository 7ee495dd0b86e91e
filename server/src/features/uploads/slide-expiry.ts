import type { Tx } from '../../lib/tx.ts';
import { expiryFrom, isSlideDue, type Upload } from './upload.ts';
import { updateExpiry } from './upload-rows.ts';

/** An upload lives on from its last chunk. Must come before the upload is locked for sharing: two
 *  that share it and both want to write it would wait for each other. */
export async function slideExpiry(
  tx: Tx,
  upload: Pick<Upload, 'id' | 'expiresAt'>,
  now: Date,
): Promise<void> {
  if (isSlideDue(upload.expiresAt, now)) await updateExpiry(tx, upload.id, expiryFrom(now));
}
