// Asks the server for parts of the tree, as long as this device does not have all of it.

import { isTreeComplete } from '../local/feed-position.ts';
import { type Arrival, refreshChildren, refreshPath, refreshTrashList } from '../runner/refresh.ts';
import { api, asSignedIn } from './context.ts';

export type { Arrival };

/** Brings the children of a folder, the folder itself and the way to it. `arrival` is for a folder
 *  that this device knows nothing of: its rows show as they come. Nothing is asked where all of the
 *  tree is here: that is followed. */
export async function refreshFolder(folderId: string, arrival: Arrival = {}): Promise<void> {
  if (await isTreeComplete()) return;
  await asSignedIn(() =>
    Promise.all([refreshChildren(api.nodes, folderId, arrival), refreshPath(api.nodes, folderId)]),
  );
}

/** Nothing is asked where all of the tree is here. */
export async function refreshTrash(): Promise<void> {
  if (await isTreeComplete()) return;
  await asSignedIn(() => refreshTrashList(api.nodes));
}
