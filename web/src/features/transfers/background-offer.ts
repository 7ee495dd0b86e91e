import { isActive, type UploadRow } from '@satchel/worker/local/uploads';

/** Less than this is gone before a person has read the offer. */
const WORTH_IT_BYTES = 100_000_000;

/** Whether enough is left of what the browser could send by itself: prepared, and open on the server. */
export function isWorthHandingOver(uploads: readonly UploadRow[]): boolean {
  const ready = uploads.filter(
    (upload) =>
      isActive(upload) && upload.session !== null && upload.hashedChunks === upload.totalChunks,
  );
  const left = ready.reduce((sum, upload) => sum + upload.sizeBytes - upload.bytesAcked, 0);
  return left >= WORTH_IT_BYTES;
}
