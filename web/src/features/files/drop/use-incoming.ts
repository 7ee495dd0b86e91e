import { trash } from '../../../lib/deeds/trash-and-restore.ts';
import { move } from '../actions/move.ts';
import { upload } from '../actions/upload.ts';
import type { FolderOnScreen } from '../folder/folder-context.ts';
import { sayGone } from '../folder/say-gone.ts';
import { usePageDrop } from './use-page-drop.ts';
import { usePaste } from './use-paste.ts';

/** Takes what is dropped or pasted on the page. */
export function useIncoming(folder: FolderOnScreen): void {
  const { folderId, nodesOf } = folder;
  usePaste((tree) => {
    if (!sayGone(folder)) void upload(folderId, tree);
  });
  usePageDrop({
    ...folder,
    onFiles: (targetId, tree) => void upload(targetId, tree),
    onRows: (target, ids) => {
      if (target.is === 'trash') void trash(nodesOf(ids));
      else void move(ids, { id: target.folderId, name: target.name });
    },
  });
}
