// Whose queue files go into that come from the system, with or without somebody signed in.

import { readAccount } from './account.ts';

export interface QueueOwner {
  readonly userId: string;
  /** Where files go that name no folder. */
  readonly folderId: string;
}

/** Holds files while nobody was ever signed in here. Nothing of it is sent: it is no person's. */
export const NOBODY: QueueOwner = { userId: 'nobody', folderId: 'nobody' };

/** Who is, or was last, signed in on this browser. */
export async function readQueueOwner(): Promise<QueueOwner> {
  const { user } = await readAccount();
  return user === null ? NOBODY : { userId: user.id, folderId: user.rootFolderId };
}
