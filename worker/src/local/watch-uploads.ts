// Observes the queue without following its every step.

import { liveQuery, type Subscription } from 'dexie';
import type { UploadRow } from './rows.ts';
import { readUploads } from './uploads.ts';

/** Calls `onRows` with the uploads of one person, at once and after changes, but then at most every
 *  `restMs`: a queue of thousands changes faster than it can be read. Returns how to stop. */
export function watchUploads(
  userId: string,
  onRows: (rows: readonly UploadRow[]) => void,
  restMs: number,
): () => void {
  let subscription: Subscription | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const listen = () => {
    let heard = 0;
    subscription = liveQuery(() => readUploads(userId)).subscribe((rows) => {
      heard += 1;
      onRows(rows);
      // The first is what is true now; the second means that things move.
      if (heard > 1) rest();
    });
  };
  const rest = () => {
    subscription?.unsubscribe();
    timer = setTimeout(listen, restMs);
  };

  listen();
  return () => {
    subscription?.unsubscribe();
    clearTimeout(timer);
  };
}
