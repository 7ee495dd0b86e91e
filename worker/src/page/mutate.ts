// What every command that changes the tree goes through: it is queued and shown at once, and sent as
// soon as there is a way.

import { readAccount } from '../local/account.ts';
import { type DeedEnd, followDeed } from '../local/follow-deed.ts';
import { NotQueued } from '../local/not-queued.ts';
import type { Wanted } from '../local/queue-mutations.ts';
import { pump } from './pump.ts';

export type { DeedEnd } from '../local/follow-deed.ts';

/** Gives the id of the deed. */
export async function mutate(wanted: readonly Wanted[]): Promise<string> {
  const { user } = await readAccount();
  if (user === null) throw new NotQueued('unauthenticated');
  const { queueMutations } = await import('../local/queue-mutations.ts');
  const deedId = await queueMutations({ userId: user.id, rootFolderId: user.rootFolderId }, wanted);
  pump();
  return deedId;
}

/** Resolves when the server has answered all of a deed, or it is known that this takes longer. */
export async function untilAnswered(
  deedId: string,
  onLeft?: (left: number) => void,
): Promise<DeedEnd> {
  const isOnline = () => navigator.onLine !== false;
  return followDeed(deedId, { isOnline, ...(onLeft && { onLeft }) });
}
