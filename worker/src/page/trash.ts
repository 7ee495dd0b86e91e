// Commands of the trash. Each applies what the server did to the replica, or throws `ApiError`.

import { readAccount } from '../local/account.ts';
import { applyRestored, markTrashed, removeNode } from '../local/node-writes.ts';
import { readTrash } from '../local/nodes.ts';
import { tellUploads } from '../local/upload-queue.ts';
import { refreshTrashList } from '../runner/refresh.ts';
import { refreshAccount } from './account.ts';
import { api, asSignedIn, newId } from './context.ts';
import { eachOf } from './folders.ts';
import { pump } from './pump.ts';

export async function refreshTrash(): Promise<void> {
  await asSignedIn(() => refreshTrashList(api.nodes));
}

export async function trashNodes(ids: readonly string[]): Promise<void> {
  await eachOf(ids, async (id) => {
    await asSignedIn(() => api.nodes.trash(id, newId()));
    await markTrashed([id]);
  });
}

export async function restoreNodes(ids: readonly string[]): Promise<void> {
  await eachOf(ids, async (id) => {
    await applyRestored(await asSignedIn(() => api.nodes.restore(id, newId())));
  });
}

/** Deletes for good. */
export async function purgeNodes(ids: readonly string[]): Promise<void> {
  await eachOf(ids, async (id) => {
    await asSignedIn(() => api.nodes.purge(id, newId()));
    await removeNode(id);
  });
  await goOnWithRoom();
}

/** Deletes everything in the trash for good. */
export async function emptyTrash(): Promise<void> {
  const listed = await readTrash();
  await asSignedIn(() => api.nodes.emptyTrash(newId()));
  for (const node of listed) await removeNode(node.id);
  await goOnWithRoom();
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
