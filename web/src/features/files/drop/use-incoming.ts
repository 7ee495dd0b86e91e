import { trash } from '../../../lib/deeds/trash-and-restore.ts';
import { move } from '../actions/move.ts';
import { upload } from '../actions/upload.ts';
import type { FolderOnScreen } from '../folder/folder-context.ts';
import { usePageDrop } from './use-page-drop.ts';
import { usePaste } from './use-paste.ts';

/** Takes what is dropped or pasted on the page. */
export function useIncoming({ folderId, rootFolderId, name, nodesOf }: FolderOnScreen): void {
  usePaste((tree) => void upload(folderId, tree));
  usePageDrop({
    folderId,
    rootFolderId,
    name,
    onFiles: (targetId, tree) => void upload(targetId, tree),
    onRows: (target, ids) => {
      if (target.is === 'trash') void trash(nodesOf(ids));
      else void move(ids, { id: target.folderId, name: target.name });
    },
  });
}
