import { refuse } from '../../lib/refuse.ts';
import type { Queryable } from '../../lib/tx.ts';
import { findContentHashes } from './content-rows.ts';
import type { Upload } from './upload.ts';

/** Chunks that come again after the completion: fine where they are the same. Refuses
 *  `hash-changed` where they are not, and `gone` where what was uploaded has been purged. */
export async function demandSameAsCompleted(
  db: Queryable,
  upload: Pick<Upload, 'result'>,
  firstIndex: number,
  hashes: readonly string[],
): Promise<void> {
  const contentId = upload.result?.contentId;
  if (contentId === undefined) throw new Error('a completed upload has a result');
  const kept = await findContentHashes(db, contentId, firstIndex, hashes.length);
  if (kept.length < hashes.length) refuse('gone', { detail: 'The file was deleted for good.' });
  if (hashes.some((hash, i) => hash !== kept[i])) {
    refuse('hash-changed', { detail: 'The upload was completed with other bytes.' });
  }
}
