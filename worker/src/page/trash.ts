// Commands of the trash. Each applies what the server did to the replica, or throws `ApiError`.

import { readAccount } from '../local/account.ts';
import { removeNodes } from '../local/node-writes.ts';
import { readTrash } from '../local/nodes.ts';
import { tellUploads } from '../local/upload-queue.ts';
import { refreshAccount } from './account.ts';
import { api, asSignedIn, newId } from './context.ts';
import { doToAll, type OnProgress } from './deed.ts';
import { pump } from './pump.ts';

/** Throws `DeedRefused` for those that stayed where they were, as do the next two. */
export async function trashNodes(ids: readonly string[], onProgress?: OnProgress): Promise<void> {
  const send = async (id: string, key: string) => {
    await api.nodes.trash(id, key);
    return null;
  };
  await doToAll({ is: 'trash' }, ids, send, onProgress);
}

export async function restoreNodes(ids: readonly string[], onProgress?: OnProgress): Promise<void> {
  await doToAll({ is: 'restore' }, ids, api.nodes.restore, onProgress);
}

/** Deletes for good. */
export async function purgeNodes(ids: readonly string[], onProgress?: OnProgress): Promise<void> {
  const send = async (id: string, key: string) => {
    await api.nodes.purge(id, key);
    return null;
  };
  try {
    await doToAll({ is: 'purge' }, ids, send, onProgress);
  } finally {
    await goOnWithRoom();
  }
}

/** Deletes everything in the trash for good. */
export async function emptyTrash(): Promise<void> {
  const listed = await readTrash();
  await asSignedIn(() => api.nodes.emptyTrash(newId()));
  await removeNodes(listed.map(({ id }) => id));
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
