import { findNode } from '@satchel/worker/local/nodes';
import { useLiveQuery } from 'dexie-react-hooks';
import { useUser } from '../../lib/use-account.ts';

/** The name of the folder a file goes to; nothing while that folder is still to be made. */
export function FolderOfTransfer({ folderId }: { readonly folderId: string }) {
  const { rootFolderId } = useUser();
  const known = useLiveQuery(async () => (await findNode(folderId))?.name, [folderId]);
  const name = folderId === rootFolderId ? 'My files' : known;
  if (name === undefined) return null;
  return (
    <span className="transfer-folder">
      <span aria-hidden>→ </span>
      <span className="visually-hidden">to </span>
      {name}
    </span>
  );
}
