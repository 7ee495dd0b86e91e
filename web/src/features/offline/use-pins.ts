import type { Node } from '@satchel/shared/wire/nodes';
import { type Shown, shownOf } from '@satchel/worker/local/kept-states';
import { findNodes, findTrashed } from '@satchel/worker/local/nodes';
import { type KeepProgress, readPins } from '@satchel/worker/local/pins';
import { useLiveQuery } from 'dexie-react-hooks';
import { useUser } from '../../lib/use-account.ts';

export interface PinnedItem {
  readonly node: Node;
  /** The folder it is in, where the device knows that folder. */
  readonly folderName: string | null;
  readonly progress: KeepProgress | null;
  readonly shown: Shown;
}

/** What is kept on this device, as it was asked for; undefined until it is known. */
export function usePins(): readonly PinnedItem[] | undefined {
  const { id: userId } = useUser();
  return useLiveQuery(() => readItems(userId), [userId]);
}

/** What is in the trash is not kept, and comes back with its pin. */
async function findInSight(ids: readonly string[]): Promise<Node[]> {
  const trashed = await Promise.all(ids.map(findTrashed));
  return findNodes(ids.filter((_id, i) => trashed[i] === null));
}

async function readItems(userId: string): Promise<PinnedItem[]> {
  const pins = await readPins(userId);
  const nodes = await findInSight(pins.map(({ nodeId }) => nodeId));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const folderIds = new Set(nodes.flatMap(({ parentId }) => parentId ?? []));
  const folders = new Map((await findNodes([...folderIds])).map((node) => [node.id, node]));
  return pins.flatMap(({ nodeId, progress }) => {
    const node = byId.get(nodeId);
    if (node === undefined) return [];
    const folder = folders.get(node.parentId ?? '');
    const folderName = folder?.parentId === null ? 'My files' : (folder?.name ?? null);
    return [{ node, folderName, progress, shown: shownOf(progress) }];
  });
}
