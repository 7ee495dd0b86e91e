import { db } from './database.ts';
import type { UploadRow } from './rows.ts';
import { readUploads } from './uploads.ts';
import { watch } from './watch.ts';

/** Calls `onRows` with the uploads of one person, at once and after changes, at most every `restMs`.
 *  Returns how to stop. */
export function watchUploads(
  userId: string,
  onRows: (rows: readonly UploadRow[]) => void,
  restMs: number,
): () => void {
  const read = () => readUploads(userId);
  return watch({ tables: [db.uploads.name], read, onResult: onRows, restMs });
}
