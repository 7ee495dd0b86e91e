// Commands of the trash. What changes it is done here at once, and gives the id of the deed.

import { readAccount } from '../local/account.ts';
import { removeNodes } from '../local/node-writes.ts';
import { readTrash } from '../local/nodes.ts';
import { NotQueued } from '../local/not-queued.ts';
import { countUnsent } from '../local/outbox.ts';
import { tellUploads } from '../local/upload-queue.ts';
import { refreshAccount } from './account.ts';
import { api, asSignedIn, newId } from './context.ts';
import { mutate, untilAnswered } from './mutate.ts';
import { pump } from './pump.ts';

export async function trashNodes(ids: readonly string[]): Promise<string> {
  return mutate(ids.map((nodeId) => ({ nodeId, mutation: { is: 'trash' } })));
}

export async function restoreNodes(ids: readonly string[]): Promise<string> {
  return mutate(ids.map((nodeId) => ({ nodeId, mutation: { is: 'restore', homeId: null } })));
}

/** Deletes for good. */
export async function purgeNodes(ids: readonly string[]): Promise<string> {
  const deedId = await mutate(ids.map((nodeId) => ({ nodeId, mutation: { is: 'purge' } })));
  untilAnswered(deedId).then(goOnWithRoom).catch(reportError);
  return deedId;
}

/** Deletes everything in the trash for good: all that the server has there, in one call. */
export async function emptyTrash(): Promise<void> {
  const { user } = await readAccount();
  // The server has to know what is in the trash before it can be told to empty it.
  if (user !== null && !(await untilSent(user.id))) throw new NotQueued('changes-unsent');
  const listed = await readTrash();
  await asSignedIn(() => api.nodes.emptyTrash(newId()));
  await removeNodes(listed.map(({ id }) => id));
  await goOnWithRoom();
}

const LOOKS = 50;
const BETWEEN_LOOKS_MS = 100;

/** What was done a moment ago is on its way. False where it stays here longer. */
async function untilSent(userId: string): Promise<boolean> {
  for (let looks = 0; looks < LOOKS && navigator.onLine !== false; looks += 1) {
    if ((await countUnsent(userId)) === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  return (await countUnsent(userId)) === 0;
}

/** Uploads that wait for room are tried again, and the account says anew how much is taken. */
async function goOnWithRoom(): Promise<void> {
  const { user } = await readAccount();
  if (user === null) return;
  await tellUploads(user.id, { type: 'room-made' });
  pump();
  // The deed is done whether or not this can be asked now.
  await refreshAccount().catch(() => undefined);
}
