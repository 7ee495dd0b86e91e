// Observes the queue without following its every step.

import { liveQuery, type Subscription } from 'dexie';
import type { UploadRow } from './rows.ts';
import { readUploads } from './uploads.ts';

// While rows are read nobody can write them: reading may take this part of the time, not more.
const READING_SHARE = 0.1;

/** Calls `onRows` with the uploads of one person, at once and after changes, but then at most every
 *  `restMs`, and less often the longer reading takes: a queue of thousands changes faster than it
 *  can be read. Returns how to stop. */
export function watchUploads(
  userId: string,
  onRows: (rows: readonly UploadRow[]) => void,
  restMs: number,
): () => void {
  let subscription: Subscription | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const listen = () => {
    let heard = 0;
    let tookMs = 0;
    const read = async () => {
      const beganAt = performance.now();
      const rows = await readUploads(userId);
      tookMs = performance.now() - beganAt;
      return rows;
    };
    subscription = liveQuery(read).subscribe((rows) => {
      heard += 1;
      onRows(rows);
      // The first is what is true now; the second means that things move.
      if (heard > 1) rest(Math.max(restMs, tookMs / READING_SHARE));
    });
  };
  const rest = (forMs: number) => {
    subscription?.unsubscribe();
    timer = setTimeout(listen, forMs);
  };

  listen();
  return () => {
    subscription?.unsubscribe();
    clearTimeout(timer);
  };
}
