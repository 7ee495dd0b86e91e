import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useUser } from '../../lib/use-account.ts';
import { useIsNarrow } from '../../lib/use-media-query.ts';
import { belowRow } from '../../ui/rows/row-at.ts';
import { selectedIds, useSelectionStore } from '../../ui/rows/selection-store.ts';
import { useDeeds } from './actions/use-deeds.ts';
import { useGridDeeds } from './actions/use-grid-deeds.ts';
import { useOfferedCommands } from './actions/use-offered-commands.ts';
import { usePageKeys } from './actions/use-page-keys.ts';
import { DropCurtain } from './drop/DropCurtain.tsx';
import { useIncoming } from './drop/use-incoming.ts';
import { FolderBody } from './folder/FolderBody.tsx';
import { FolderContext } from './folder/folder-context.ts';
import { useOpenFolder } from './folder/use-open-folder.ts';
import { usePreparedFolders } from './folder/use-prepared-folders.ts';
import { useKept } from './kept/use-kept.ts';
import { FileGrid } from './list/FileGrid.tsx';
import type { OpenMenu } from './menu/open-menu.ts';
import { FilesToolbar } from './toolbar/FilesToolbar.tsx';
import { PhoneTitleBar } from './toolbar/PhoneTitleBar.tsx';
import { useViewStore, view } from './view-store.ts';
import './files-page.css';

const FilesOverlays = lazy(() =>
  import('./FilesOverlays.tsx').then((module) => ({ default: module.FilesOverlays })),
);
const DetailsPane = lazy(() =>
  import('./details/DetailsPane.tsx').then((module) => ({ default: module.DetailsPane })),
);

interface FilesPageProps {
  readonly params: { readonly folderId?: string | undefined };
}

/** One folder: its list, and everything that can be done there. */
export function FilesPage({ params }: FilesPageProps) {
  const user = useUser();
  const isNarrow = useIsNarrow();
  const isDetailsOpen = useViewStore((state) => state.isDetailsOpen);
  const { folder, listed, freshness, retry, sorting, sortBy } = useOpenFolder(
    user,
    params.folderId ?? user.rootFolderId,
  );
  const deeds = useDeeds(folder, isNarrow);
  const { menu, openMenu, closeMenu } = useMenu();
  const onDeed = useGridDeeds(deeds, (id) => openMenu(id, belowRow(id)));
  // What is on its way has nothing to look at yet: a tap asks what is to become of it.
  const onTap = (id: string, at: OpenMenu['at']) =>
    folder.entryOf(id)?.node === null ? openMenu(id, at) : deeds.look(id);
  useOfferedCommands(deeds);
  usePageKeys(deeds);
  useIncoming(folder);
  usePreparedFolders(folder.isFolder, sorting);
  useKept(user.id, folder);
  // Whatever was asked about it is not asked any more.
  useEffect(() => {
    if (folder.isGone) view.closeDialog();
  }, [folder.isGone]);

  const openTitleMenu = () => openMenu(selectedIds()[0] ?? null, { x: innerWidth, y: 0 });
  return (
    <FolderContext value={folder}>
      <div className="files-page">
        <section className="files-main" aria-label={folder.name}>
          {isNarrow ? (
            <PhoneTitleBar deeds={deeds} onMenu={openTitleMenu} />
          ) : (
            <FilesToolbar deeds={deeds} />
          )}
          <FolderBody count={listed?.entries.length} {...{ freshness, deeds }} onRetry={retry}>
            {listed === undefined ? null : (
              <FileGrid
                entries={listed.entries}
                order={listed.order}
                sorting={sorting}
                isNarrow={isNarrow}
                onSort={sortBy}
                onOpen={deeds.open}
                onTap={onTap}
                onDeed={onDeed}
                onMenu={openMenu}
              />
            )}
          </FolderBody>
        </section>
        <Suspense>{isDetailsOpen ? <DetailsPane deeds={deeds} /> : null}</Suspense>
        <Suspense>
          <FilesOverlays deeds={deeds} menu={menu} onMenuClose={closeMenu} />
        </Suspense>
        <DropCurtain />
      </div>
    </FolderContext>
  );
}

function useMenu() {
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const openMenu = useCallback((id: string | null, at: OpenMenu['at']) => {
    const isSelected = id !== null && useSelectionStore.getState().selection.ids.has(id);
    setMenu({ at, ids: isSelected ? selectedIds() : id === null ? [] : [id] });
  }, []);
  const closeMenu = useCallback(() => setMenu(null), []);
  return { menu, openMenu, closeMenu };
}
