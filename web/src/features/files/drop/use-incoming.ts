import { move } from '../actions/move.ts';
import { upload } from '../actions/upload.ts';
import type { FolderOnScreen } from '../folder/folder-context.ts';
import { usePageDrop } from './use-page-drop.ts';
import { usePaste } from './use-paste.ts';

/** Takes what is dropped or pasted on the page. */
export function useIncoming({ folderId, name }: FolderOnScreen): void {
  usePaste((tree) => void upload(folderId, tree));
  usePageDrop({
    folderId,
    name,
    onFiles: (targetId, tree) => void upload(targetId, tree),
    onNodes: (target, ids) => void move(ids, target),
  });
}
