import { isTreeComplete } from '@satchel/worker/local/feed-position';
import { findNode, findTrashed } from '@satchel/worker/local/nodes';
import { useLiveQuery } from 'dexie-react-hooks';
import type { Freshness } from './freshness.ts';

/** How a folder is, where all of the tree is here to tell; undefined until it has been read since
 *  then. */
export function useWhereabouts(folderId: string): Freshness | undefined {
  const known = useLiveQuery(
    async () => ({ folderId, is: await readWhereabouts(folderId) }),
    [folderId],
  );
  return known?.folderId === folderId ? known.is : undefined;
}

async function readWhereabouts(folderId: string): Promise<Freshness | undefined> {
  if (!(await isTreeComplete())) return undefined;
  const node = await findNode(folderId);
  if (node === undefined || node.kind === 'file') return { is: 'gone' };
  const trashed = await findTrashed(folderId);
  return trashed === null ? { is: 'fresh' } : { is: 'trashed', trashed };
}
