// Files that came while nobody was ever signed in here, until somebody takes them.

import { placerIn } from '../engine/same-name.ts';
import { step } from '../engine/step.ts';
import { db } from './database.ts';
import { nodeStores } from './node-store.ts';
import { NOBODY } from './queue-owner.ts';
import type { UploadRow } from './rows.ts';
import { readNames } from './standing-names.ts';
import { removeAllUploads } from './upload-queue.ts';
import { readUploads } from './uploads.ts';

/** The names of what is held. Can be observed by a live query. */
export async function readHeldNames(): Promise<string[]> {
  return (await readUploads(NOBODY.userId)).map(({ filename }) => filename);
}

/** They go into the person's folder like anything added there: a name that is taken is asked about. */
export async function claimHeld(userId: string, folderId: string): Promise<void> {
  await db.transaction('rw', [db.uploads, ...nodeStores], async () => {
    const place = placerIn(await readNames(folderId));
    for (const row of await readUploads(NOBODY.userId)) {
      const { id, filename: name, sizeBytes, lastModified: modifiedAt } = row;
      const placed = place({ id, name, sizeBytes, modifiedAt });
      await db.uploads.put(claimedRow({ ...row, ...placed, userId, folderId }));
    }
  });
}

function claimedRow(row: UploadRow): UploadRow {
  return step(row, { type: row.awaitsAnswer ? 'pause' : 'resume' }).upload;
}

export async function dropHeld(): Promise<void> {
  await removeAllUploads(NOBODY.userId);
}
