import type { Page } from '@playwright/test';

interface QueuedUpload {
  readonly state: string;
  readonly blockedBy: string | null;
  /** Tries in a row that brought nothing. */
  readonly attempts: number;
}

/** The queue as this browser keeps it. */
export function readQueue(page: Page): Promise<QueuedUpload[]> {
  return page.evaluate(
    () =>
      new Promise<QueuedUpload[]>((resolve, reject) => {
        const opening = indexedDB.open('satchel');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('uploads').objectStore('uploads').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
  );
}
