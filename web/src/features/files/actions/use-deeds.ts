import type { Node } from '@satchel/shared/wire/nodes';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { trash } from '../../../lib/deeds/trash-and-restore.ts';
import { folderAddress } from '../../../lib/folder-address.ts';
import { pickFiles } from '../../../lib/pick-files.ts';
import { listFocus } from '../../../ui/rows/list-focus.ts';
import { rememberFocus, select, selectedIds } from '../../../ui/rows/selection-store.ts';
import { treeOfPicked } from '../drop/dropped-tree.ts';
import type { FolderOnScreen } from '../folder/folder-context.ts';
import { expectPath } from '../folder/path-ahead.ts';
import { sayGone } from '../folder/say-gone.ts';
import { onTheirWay, sayNotYet } from '../on-its-way/say-not-yet.ts';
import { useViewStore, view } from '../view-store.ts';
import { move } from './move.ts';
import { upload } from './upload.ts';

// Not needed before the first list.
async function download(nodes: readonly Node[]): Promise<void> {
  const deed = await import('../../../lib/deeds/download.ts');
  await deed.download(nodes);
}

/** Everything a person can do to what is in the folder on the screen, whatever they do it with: keys,
 *  menus, buttons or a drag. */
export type Deeds = ReturnType<typeof useDeeds>;

export function useDeeds(folder: FolderOnScreen, isNarrow: boolean) {
  const [, navigate] = useLocation();
  return useMemo(() => deedsIn(folder, isNarrow, navigate), [folder, isNarrow, navigate]);
}

function deedsIn(folder: FolderOnScreen, isNarrow: boolean, navigate: (address: string) => void) {
  const { folderId, rootFolderId, path, nodesOf } = folder;

  const entriesOf = (ids: readonly string[]) => ids.map(folder.entryOf);
  const goTo = (id: string) => {
    const name = folder.entryOf(id)?.name;
    const isPathKnown = path.at(-1)?.id === folderId;
    if (name !== undefined && isPathKnown) expectPath([...path, { id, name }]);
    navigate(folderAddress(id, rootFolderId));
  };
  const pick = async (what: 'files' | 'folder') => {
    if (sayGone(folder)) return;
    await upload(folderId, treeOfPicked(await pickFiles(what)));
  };

  return {
    open: (id: string) => {
      const entry = folder.entryOf(id);
      if (entry?.kind === 'folder') goTo(id);
      else if (!sayNotYet([entry], 'opened')) void download(nodesOf([id]));
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
      else if (!sayNotYet(entriesOf(ids), 'opened')) void download(nodesOf(ids));
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
      if (!sayNotYet([folder.entryOf(id)], 'renamed')) view.startRenaming(id);
    },
    /** Files that are only on their way cannot go to the trash: their uploads are cancelled, once that
     *  was asked. */
    trash: (ids: readonly string[]) => {
      void trash(nodesOf(ids));
      const uploadIds = onTheirWay(entriesOf(ids)).map(({ id }) => id);
      if (uploadIds.length > 0) view.openDialog({ is: 'cancel-uploads', ids: uploadIds });
    },
    download: (ids: readonly string[]) => {
      sayNotYet(entriesOf(ids), 'downloaded');
      void download(nodesOf(ids));
    },
    cut: (ids: readonly string[]) => {
      sayNotYet(entriesOf(ids), 'moved');
      view.cut(nodesOf(ids).map(({ id }) => id));
    },
    /** False where nothing was cut. */
    paste: () => {
      const { cutIds } = useViewStore.getState();
      if (cutIds.size === 0) return false;
      if (sayGone(folder)) return true;
      view.forgetCut();
      void move([...cutIds], { id: folderId, name: folder.name });
      return true;
    },
    askWhereTo: (ids: readonly string[]) => {
      sayNotYet(entriesOf(ids), 'moved');
      const nodeIds = nodesOf(ids).map(({ id }) => id);
      if (nodeIds.length > 0) view.openDialog({ is: 'move', ids: nodeIds });
    },
    newFolder: () => {
      if (!sayGone(folder)) view.openDialog({ is: 'new-folder', parentId: folderId });
    },
    uploadFiles: () => void pick('files'),
    uploadFolder: () => void pick('folder'),
    selected: selectedIds,
  };
}
