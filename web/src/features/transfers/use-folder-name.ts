import { findNode } from '@satchel/worker/local/nodes';
import { useLiveQuery } from 'dexie-react-hooks';
import { useUser } from '../../lib/use-account.ts';

/** The name of a folder; undefined while it is still to be made. */
export function useFolderName(folderId: string): string | undefined {
  const { rootFolderId } = useUser();
  const known = useLiveQuery(async () => (await findNode(folderId))?.name, [folderId]);
  return folderId === rootFolderId ? 'My files' : known;
}
