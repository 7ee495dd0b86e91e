import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { pickFiles } from '../../../lib/pick-files.ts';
import { listFocus } from '../../../ui/rows/list-focus.ts';
import { rememberFocus, select, selectedIds } from '../../../ui/rows/selection-store.ts';
import { treeOfFiles } from '../drop/dropped-tree.ts';
import { folderAddress } from '../folder/folder-address.ts';
import type { FolderOnScreen } from '../folder/folder-context.ts';
import { useViewStore, view } from '../view-store.ts';
import { download } from './download.ts';
import { move } from './move.ts';
import { trash } from './trash.ts';
import { upload } from './upload.ts';

/** Everything a person can do to what is in the folder on the screen, whatever they do it with: keys,
 *  menus, buttons or a drag. */
export type Deeds = ReturnType<typeof useDeeds>;

export function useDeeds(folder: FolderOnScreen, isNarrow: boolean) {
  const [, navigate] = useLocation();
  return useMemo(() => deedsIn(folder, isNarrow, navigate), [folder, isNarrow, navigate]);
}

function deedsIn(folder: FolderOnScreen, isNarrow: boolean, navigate: (address: string) => void) {
  const { folderId, rootFolderId, path, nodesOf } = folder;

  const goTo = (id: string) => navigate(folderAddress(id, rootFolderId));
  const pick = async (what: 'files' | 'folder') => {
    const files = await pickFiles(what);
    await upload(folderId, treeOfFiles(files));
  };

  return {
    open: (id: string) => {
      const entry = folder.entryOf(id);
      if (entry?.kind === 'folder') goTo(id);
      else void download(nodesOf([id]));
    },
    /** What a tap does: as long as there are no previews, a file shows what is known of it. */
    look: (id: string) => {
      if (folder.entryOf(id)?.kind === 'folder') goTo(id);
      else view.openDetails(id);
    },
    showDetails: (id: string) => {
      if (isNarrow) return view.openDetails(id);
      select.only(id);
      view.openDetails(null);
    },
    openFirst: (ids: readonly string[]) => {
      const [node] = nodesOf(ids);
      if (node?.kind === 'folder') goTo(node.id);
      else void download(nodesOf(ids));
    },
    /** False where there is no folder above. */
    goUp: () => {
      const above = path.at(-2);
      if (above === undefined) return false;
      rememberFocus(above.id, folderId);
      listFocus.claim();
      goTo(above.id);
      return true;
    },
    rename: (id: string) => {
      if (folder.entryOf(id)?.node) view.startRenaming(id);
    },
    trash: (ids: readonly string[]) => void trash(nodesOf(ids)),
    download: (ids: readonly string[]) => void download(nodesOf(ids)),
    cut: (ids: readonly string[]) => view.cut(ids),
    /** False where nothing was cut. */
    paste: () => {
      const { cutIds } = useViewStore.getState();
      if (cutIds.size === 0) return false;
      view.forgetCut();
      void move([...cutIds], { id: folderId, name: folder.name });
      return true;
    },
    askWhereTo: (ids: readonly string[]) => view.openDialog({ is: 'move', ids }),
    newFolder: () => view.openDialog({ is: 'new-folder', parentId: folderId }),
    uploadFiles: () => void pick('files'),
    uploadFolder: () => void pick('folder'),
    selected: selectedIds,
  };
}
