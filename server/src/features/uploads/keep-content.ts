import { uuidv7 } from 'uuidv7';
import type { Tx } from '../../lib/tx.ts';
import { findContent, getContentHash, insertContent } from './content-rows.ts';
import type { Upload } from './upload.ts';

/** The content that the chunks of an upload make: the one that the space has already, or a new one.
 *  The space is locked, so no two of the same come to be, and none is purged meanwhile. */
export async function keepContent(
  tx: Tx,
  upload: Pick<Upload, 'id' | 'spaceId' | 'size'>,
  createdAt: Date,
): Promise<{ id: string; hash: string }> {
  const { spaceId, size } = upload;
  const hash = await getContentHash(tx, upload.id);
  const known = await findContent(tx, spaceId, hash, size);
  if (known !== undefined) return { id: known, hash };
  const id = uuidv7();
  await insertContent(tx, { id, spaceId, hash, size, createdAt }, upload.id);
  return { id, hash };
}
