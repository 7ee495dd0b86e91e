import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { pickFiles } from '../../../lib/pick-files.ts';
import { treeOfFiles } from '../drop/dropped-tree.ts';
import { folderAddress } from '../folder/folder-address.ts';
import type { FolderOnScreen } from '../folder/folder-context.ts';
import { listFocus } from '../list/list-focus.ts';
import { rememberFocus, selectedIds } from '../list/selection-store.ts';
import { useViewStore, view } from '../view-store.ts';
import { download } from './download.ts';
import { move } from './move.ts';
import { trash } from './trash.ts';
import { upload } from './upload.ts';

/** Everything a person can do to what is in the folder on the screen, whatever they do it with: keys,
 *  menus, buttons or a drag. */
export type Deeds = ReturnType<typeof useDeeds>;

export function useDeeds(folder: FolderOnScreen) {
  const [, navigate] = useLocation();
  return useMemo(() => deedsIn(folder, navigate), [folder, navigate]);
}

function deedsIn(folder: FolderOnScreen, navigate: (address: string) => void) {
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
    openFirst: (ids: readonly string[]) => {
      const [node] = nodesOf(ids);
      if (node?.kind === 'folder') goTo(node.id);
      else void download(nodesOf(ids));
    },
    goUp: () => {
      const above = path.at(-2);
      if (above === undefined) return;
      rememberFocus(above.id, folderId);
      listFocus.claim();
      goTo(above.id);
    },
    rename: (id: string) => {
      if (folder.entryOf(id)?.node) view.startRenaming(id);
    },
    trash: (ids: readonly string[]) => void trash(nodesOf(ids)),
    download: (ids: readonly string[]) => void download(nodesOf(ids)),
    cut: (ids: readonly string[]) => view.cut(ids),
    paste: () => {
      const { cutIds } = useViewStore.getState();
      view.forgetCut();
      void move([...cutIds], { id: folderId, name: folder.name });
    },
    askWhereTo: (ids: readonly string[]) => view.openDialog({ is: 'move', ids }),
    newFolder: () => view.openDialog({ is: 'new-folder', parentId: folderId }),
    uploadFiles: () => void pick('files'),
    uploadFolder: () => void pick('folder'),
    selected: selectedIds,
  };
}
