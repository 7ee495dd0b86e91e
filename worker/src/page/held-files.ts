// Files that came before anybody was signed in here: whoever is now says what becomes of them.

import { claimHeld, dropHeld } from '../local/held-uploads.ts';
import { readQueueOwner } from '../local/queue-owner.ts';
import { askForSync } from './background-sync.ts';
import { pump } from './pump.ts';

/** Puts them into the queue of whoever is signed in. */
export async function takeHeldFiles(): Promise<void> {
  const { userId, folderId } = await readQueueOwner();
  await claimHeld(userId, folderId);
  pump({ retryNow: true });
  askForSync().catch(reportError);
}

export async function dropHeldFiles(): Promise<void> {
  await dropHeld();
}
